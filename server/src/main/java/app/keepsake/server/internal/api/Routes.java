package app.keepsake.server.internal.api;

import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.ChangedMeanwhileException;
import app.keepsake.catalog.DiskFull;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.library.PublicAddress;
import app.keepsake.operations.music.KeptMusic;
import app.keepsake.server.internal.access.Callers;
import app.keepsake.server.internal.access.Guard;
import app.keepsake.server.internal.access.Secrets;
import app.keepsake.server.internal.disk.StalledDisk;
import app.keepsake.server.internal.http.Pages;
import app.keepsake.server.internal.http.SharedHead;
import app.keepsake.server.internal.library.Downloads;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins the API's endpoints, its description, the events and the pages to a server. */
public final class Routes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final String DESCRIPTION = "/api/openapi.json";
    private static final String FAILED =
            "Keepsake failed at this. Its log, in the folder log of the library, tells why under the number %s.";
    private static final String EVENTS = "/api/events";

    /** Says by another number than before that browsers are to forget what they keep: something may be hidden now. */
    private static final String WITHHELD = "X-Keepsake-Withheld";

    private final Service service;
    private final Guard guard;
    private final Pages pages = new Pages();
    private final Events events;
    private final List<Endpoint> endpoints;
    private final Map<String, Object> description;
    private final ShareRoutes links;

    public Routes(Service service, Callers callers) {
        this.service = service;
        this.guard = new Guard(callers, service.access()::hasPassword, this::publicHost);
        Requests requests = new Requests(service.catalog(), service.memories(), service.access());
        Aftermath aftermath = new EffectOfChoices(service);
        this.events = new Events(job -> FilmRoutes.JobView.of(job, requests));
        List<Endpoint> all = new ArrayList<>();
        ShownAlbums albums = new ShownAlbums(service.catalog(), service.mayShow());
        all.addAll(new AlbumRoutes(albums).endpoints());
        all.addAll(new MemoryRoutes(
                        service.catalog(),
                        service.memories(),
                        albums,
                        service.films(),
                        service.jobs(),
                        service.liveFilms(),
                        service.shares(),
                        service.clock(),
                        service.searches(),
                        service.meanings(),
                        requests)
                .endpoints());
        all.addAll(new SearchRoutes(
                        service.catalog(),
                        service.searches(),
                        service.meanings(),
                        service.vectors(),
                        service.clock(),
                        requests)
                .endpoints());
        all.addAll(new EditRoutes(
                        service.catalog(),
                        service.memories(),
                        service.settings(),
                        new KeptMusic(service.root()),
                        service.films(),
                        service.liveFilms(),
                        service.disks(),
                        service.shares(),
                        requests)
                .endpoints());
        all.addAll(new FilmRoutes(
                        service.catalog(),
                        service.mayShow(),
                        service.films(),
                        service.jobs(),
                        service.liveFilms(),
                        service.originals(),
                        requests)
                .endpoints());
        all.addAll(new PictureRoutes(
                        service.catalog(), service.snapshots(), service.thumbnails(), service.originals(), requests)
                .endpoints());
        all.addAll(new AboutRoutes(service.catalog(), service.memories(), albums, service.originals(), requests)
                .endpoints());
        all.addAll(new HiddenRoutes(service.catalog(), requests).endpoints());
        all.addAll(new DescriptionRoutes(
                        service.catalog(), () -> service.settings().read().locale(), requests)
                .endpoints());
        all.addAll(new MapRoutes(service.snapshots()).endpoints());
        Undos undos = new Undos();
        all.addAll(new PeopleRoutes(
                        service.catalog(), service.snapshots(), service.thumbnails(), requests, undos, aftermath)
                .endpoints());
        all.addAll(new PersonRoutes(service.catalog(), service.snapshots(), service.memories(), requests).endpoints());
        all.addAll(new DoubtRoutes(
                        service.catalog(), service.snapshots(), service.thumbnails(), requests, undos, aftermath)
                .endpoints());
        all.addAll(new PetRoutes(service.catalog(), requests, undos, aftermath).endpoints());
        all.addAll(new ChoiceRoutes(service.catalog(), requests, aftermath).endpoints());
        all.addAll(new DateRoutes(
                        service.catalog(), () -> service.settings().read().locale(), requests, aftermath)
                .endpoints());
        all.addAll(new SelectionRoutes(
                        service.catalog(), service.originals(), new Downloads(service.clock()), requests, aftermath)
                .endpoints());
        all.addAll(new SettingRoutes(
                        service.catalog(),
                        service.settings(),
                        service.jobs(),
                        service.scheduler(),
                        service.disks(),
                        service.access(),
                        service.shares(),
                        requests)
                .endpoints());
        all.addAll(new MusicRoutes(service.catalog(), new KeptMusic(service.root()), service.folders(), service.jobs())
                .endpoints());
        all.addAll(new TakeoutRoutes(service.folders(), service.jobs()).endpoints());
        all.addAll(new FolderRoutes(service.folders()).endpoints());
        all.addAll(new DoorRoutes(service.access()).endpoints());
        all.addAll(new HealthRoutes(service.jobs(), service.scheduler()).endpoints());
        this.links = new ShareRoutes(
                service.catalog(),
                service.memories(),
                service.mayShow(),
                service.films(),
                service.shares(),
                service.thumbnails(),
                requests);
        all.addAll(links.endpoints());
        all.addAll(new TargetRoutes(service.films(), service.jobs(), service.targets(), requests).endpoints());
        all.addAll(new EncoderRoutes(service.catalog(), service.settings(), service.jobs(), service.scheduler())
                .endpoints());
        all.addAll(new SourceRoutes(service.sources(), service.jobs(), service.scheduler(), aftermath).endpoints());
        all.addAll(new BackupRoutes(service.root(), service.jobs(), service.scheduler(), service.access(), aftermath)
                .endpoints());
        this.endpoints = List.copyOf(all);
        List<Endpoint> described = new ArrayList<>(endpoints);
        described.add(Endpoint.get(EVENTS, "Events \"job\": how far work is.", byte[].class, context -> null));
        described.add(Endpoint.get(DESCRIPTION, "This description.", Map.class, context -> null)
                .forAnyone());
        this.description = OpenApi.of(described);
        service.access().onEnd(events::dismiss);
        service.jobs().onChange(job -> {
            if (job.state().isOver()) {
                service.snapshots().forget();
            }
            events.publish(job);
        });
    }

    public void register(RoutesConfig routes) {
        routes.before(guard::check);
        for (Endpoint endpoint : endpoints) {
            routes.addHttpHandler(endpoint.method(), endpoint.path(), context -> answer(endpoint, context));
        }
        routes.get(DESCRIPTION, context -> json(context, description));
        routes.before(EVENTS, this::admit);
        routes.sse(EVENTS, client -> {
            String session = client.ctx().cookie(DoorRoutes.COOKIE);
            events.join(client, () -> service.access().isOpen(session));
        });
        routes.get("/*", this::page);
        refuse(routes);
        routes.error(404, context -> {
            if (context.result() == null || context.result().equals("Not Found")) {
                answer(Problem.notFound("something", context.path()), context);
            }
        });
    }

    /** Tells what is wrong instead of an answer. */
    static void refuse(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> answer(problem, context));
        routes.exception(
                ChangedMeanwhileException.class,
                (changed, context) ->
                        answer(new Problem(409, "changed", String.valueOf(changed.getMessage())), context));
        routes.exception(CatalogException.class, (failure, context) -> {
            logFailure(failure, context);
            answer(new Problem(503, "catalog", String.valueOf(failure.getMessage())), context);
        });
        routes.exception(
                StalledDisk.class,
                (stalled, context) ->
                        answer(new Problem(503, "stalled", String.valueOf(stalled.getMessage())), context));
        routes.exception(
                HttpResponseException.class,
                (refusal, context) -> answer(
                        new Problem(refusal.getStatus(), "http", String.valueOf(refusal.getMessage())), context));
        routes.exception(Exception.class, (failure, context) -> {
            String number = logFailure(failure, context);
            answer(
                    DiskFull.in(failure)
                            .map(full -> new Problem(507, "disk-full", full))
                            .orElseGet(() -> new Problem(500, "internal", FAILED.formatted(number))),
                    context);
        });
    }

    /** Writes into the log what went wrong, without the words of the request, and gives the number it has there. */
    private static String logFailure(Exception failure, Context context) {
        String number = Secrets.random().substring(0, 8);
        context.header("X-Request-Id", number);
        String route = context.endpoint() == null ? "" : context.endpoint().path.replaceFirst("^/", "");
        LOG.error("Request {} failed: {} {}", number, context.method(), route, failure);
        return number;
    }

    private void admit(Context context) {
        if (!service.access().isOpen(context.cookie(DoorRoutes.COOKIE))) {
            throw new Problem(401, "password", "Come in by the password first.");
        }
    }

    private void answer(Endpoint endpoint, Context context) throws Exception {
        if (endpoint.takes() != byte[].class) {
            // A body that nobody reads would close the connection.
            byte[] ignored = context.bodyAsBytes();
        }
        if (endpoint.access() == Endpoint.Access.OWNER) {
            admit(context);
        }
        if (endpoint.gives() != Void.class) {
            // The action may say that nothing may be kept.
            context.header("Cache-Control", "private, no-cache");
        }
        boolean told = endpoint.access() == Endpoint.Access.OWNER;
        boolean reads = endpoint.method() == HandlerType.GET;
        if (told && reads) {
            // What is hidden while this is answered is then not taken to be out of the answer.
            tellWithheld(context);
        }
        Object answer = endpoint.action().answer(context);
        if (told && !reads) {
            tellWithheld(context);
        }
        if (answer != null) {
            json(context, answer);
        } else if (endpoint.gives() == Void.class) {
            context.status(204);
        }
    }

    private void tellWithheld(Context context) {
        context.header(WITHHELD, Long.toString(service.catalog().choices().revision()));
    }

    private static void json(Context context, Object value) {
        context.contentType("application/json").result(Json.bytes(value));
    }

    private Optional<String> publicHost() {
        return service.settings().read().publicAddress().map(PublicAddress::host);
    }

    private void page(Context context) {
        if (context.path().startsWith("/s/")) {
            context.header("X-Robots-Tag", "noindex");
        }
        Optional<String> head =
                links.announced(context.path()).map(link -> SharedHead.of(link.title(), origin(context), link.cover()));
        if (head.isPresent() && pages.send(context, head.get())) {
            return;
        }
        if (context.path().startsWith("/api/") || !pages.send(context)) {
            throw Problem.notFound("a page", context.path());
        }
    }

    /** By which others reach the service, or by which it was asked. */
    private String origin(Context context) {
        return service.settings().read().publicAddress().orElseGet(() -> context.scheme() + "://" + context.host());
    }

    private static void answer(Problem problem, Context context) {
        HttpServletResponse response = context.res();
        if (response.isCommitted()) {
            // A part of a file is on its way: whoever reads it sees that it is broken off.
            ServletContextRequest.getServletContextRequest(context.req())
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
            return;
        }
        // What was said of a file that then could not be read.
        response.resetBuffer();
        response.setContentLengthLong(-1);
        response.setHeader("ETag", null);
        response.setHeader("Accept-Ranges", null);
        response.setHeader("Content-Disposition", null);
        if (problem.status() != 416) {
            response.setHeader("Content-Range", null);
        }
        context.header("Cache-Control", Requests.NEVER_KEPT);
        context.status(problem.status()).contentType("application/json").result(Json.bytes(problem.shape()));
    }

    @Override
    public void close() {
        events.close();
    }
}
