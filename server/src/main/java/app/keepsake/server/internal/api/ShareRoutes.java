package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.share.Share;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Films shared by a link, each as it was then. Who has the link sees the film and its title, and nothing else. */
final class ShareRoutes {
    private static final String COOKIE = "keepsake-share";
    private static final String NOTHING = Shares.Shows.NOTHING.name().toLowerCase(Locale.ROOT);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final Catalog catalog;
    private final Retelling memories;
    private final MayShow mayShow;
    private final Films films;
    private final Shares shares;
    private final Requests requests;

    ShareRoutes(Catalog catalog, Retelling memories, MayShow mayShow, Films films, Shares shares, Requests requests) {
        this.catalog = catalog;
        this.memories = memories;
        this.mayShow = mayShow;
        this.films = films;
        this.shares = shares;
        this.requests = requests;
    }

    /** @param views how often it may be opened, 0 for any number; {@code password} may be empty */
    record Wanted(String memory, String mood, String length, int days, String password, int views) {}

    /** @param path of the link on this service; it is told only once */
    record Made(String path) {}

    /**
     * A link as its owner sees it.
     *
     * @param viewsLeft -1 for any number
     * @param shows "now" for the film as its memory is, "before" for the film as it was before the memory was changed,
     *     "nothing" when something in it was hidden
     */
    @SchemaName("ShareShareTold")
    record ShareView(
            String id,
            String memory,
            String mood,
            String length,
            String title,
            String expires,
            boolean password,
            int viewsLeft,
            String shows) {}

    /**
     * All links.
     *
     * @param hidden how many more there are that show nothing, of which nothing is told until the password is given
     *     again: their titles may name who was hidden
     */
    record All(List<ShareView> shares, int hidden) {}

    /** What a link's page may know before it is opened. */
    record Closed(boolean password) {}

    /** The password, empty if there is none. */
    record Key(String password) {}

    /** What a link's page may know then. */
    record Opened(String title) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/shares", "The links in force.", All.class, this::all),
                Endpoint.post(
                        "/api/shares", "Shares a film that is made by a link.", Wanted.class, Made.class, this::add),
                Endpoint.delete("/api/shares/{share}", "Ends a link.", this::remove),
                Endpoint.get("/api/shared/{secret}", "Whether a link needs a password.", Closed.class, this::look)
                        .forAnyone(),
                Endpoint.post(
                                "/api/shared/{secret}",
                                "Opens a link, which counts as one view.",
                                Key.class,
                                Opened.class,
                                this::open)
                        .forAnyone(),
                Endpoint.get("/api/shared/{secret}/film", "The film of an opened link.", byte[].class, this::film)
                        .forAnyone()
                        .withQuery("download"));
    }

    private All all(Context context) throws IOException {
        shares.tidy();
        boolean proven = requests.isProven(context);
        List<ShareView> all = shares.all().stream().map(this::view).toList();
        List<ShareView> listed =
                all.stream().filter(share -> proven || !showsNothing(share)).toList();
        if (listed.stream().anyMatch(ShareRoutes::showsNothing)) {
            context.header("Cache-Control", Requests.NEVER_KEPT);
        }
        return new All(listed, all.size() - listed.size());
    }

    private static boolean showsNothing(ShareView share) {
        return share.shows().equals(NOTHING);
    }

    private ShareView view(Share share) {
        return new ShareView(
                share.print(),
                share.memory(),
                share.mood(),
                share.length(),
                share.title(),
                Instant.ofEpochSecond(share.expires()).toString(),
                !share.password().isEmpty(),
                share.viewsLeft(),
                shares.shows(share, memories.find(share.memory())).name().toLowerCase(Locale.ROOT));
    }

    private Made add(Context context) throws IOException {
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        String mood = FilmRoutes.oneOf(films.moods(), wanted.mood());
        String length = FilmRoutes.oneOf(Films.LENGTHS, wanted.length());
        if (wanted.days() < 1 || wanted.days() > 365 || wanted.views() < 0 || wanted.views() > 1_000_000) {
            throw Problem.invalid("A link lasts 1 to 365 days, for any number of views (0) or 1 to 1000000.");
        }
        Memory memory = memories.find(wanted.memory()).orElseThrow(() -> Problem.notFound("a memory", wanted.memory()));
        String secret = films.find(memory, mood, length)
                .flatMap(film -> share(memory, film, wanted))
                .orElseThrow(() -> new Problem(409, "not-made", "The film is not made yet. Play it first."));
        return new Made("/s/" + secret);
    }

    private Optional<String> share(Memory memory, Path film, Wanted wanted) {
        try {
            return shares.add(
                    memory,
                    film,
                    wanted.mood(),
                    wanted.length(),
                    Duration.ofDays(wanted.days()),
                    wanted.password(),
                    wanted.views() == 0 ? -1 : wanted.views());
        } catch (IOException e) {
            throw new Problem(503, "not-kept", "The film cannot be kept for the link: " + e.getMessage());
        }
    }

    private @Nullable Object remove(Context context) throws IOException {
        if (!shares.remove(context.pathParam("share"))) {
            throw Problem.notFound("a link in force", context.pathParam("share"));
        }
        return null;
    }

    /** One answer for links that never were, have expired or show what is withdrawn. */
    private static Problem gone() {
        return new Problem(404, "gone", "This link leads nowhere any more.");
    }

    private Share share(Context context) {
        String secret = context.pathParam("secret");
        if (!SECRET.matcher(secret).matches()) {
            throw gone();
        }
        return shares.find(secret).orElseThrow(ShareRoutes::gone);
    }

    private Path file(Share share) {
        return shares.film(share).orElseThrow(ShareRoutes::gone);
    }

    private Closed look(Context context) {
        Share share = share(context);
        Path ignored = file(share);
        return new Closed(!share.password().isEmpty());
    }

    private Opened open(Context context) {
        Share share = share(context);
        Path ignored = file(share);
        String password = Json.read(context.bodyAsBytes(), Key.class).password();
        String ticket = shares.open(context.pathParam("secret"), password, context.ip())
                .orElseThrow(() -> new Problem(
                        403, "closed", "The password is wrong, or the film was opened as often as it may be."));
        // Each link has a ticket of its own: who opens another goes on watching the first.
        String path = "/api/shared/" + context.pathParam("secret");
        context.cookie(new Cookie(COOKIE, ticket, path, -1, DoorRoutes.isSecure(context), true, null, SameSite.STRICT));
        return new Opened(share.title());
    }

    private @Nullable Object film(Context context) throws IOException {
        Share share = share(context);
        if (!shares.admits(share, context.cookie(COOKIE))) {
            throw new Problem(403, "closed", "Open the link first.");
        }
        if (context.queryParam("download") != null) {
            context.header("Content-Disposition", "attachment; filename=\"film.mp4\"");
        }
        FilmRoutes.send(context, catalog, mayShow, file(share));
        return null;
    }
}
