package app.keepsake.server;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.backup.BackupFolder;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.library.TargetFile;
import app.keepsake.operations.sources.SavedSources;
import app.keepsake.server.internal.access.Access;
import app.keepsake.server.internal.access.Callers;
import app.keepsake.server.internal.api.Routes;
import app.keepsake.server.internal.api.Service;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.Originals;
import app.keepsake.server.internal.folders.FolderTree;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.library.Searches;
import app.keepsake.server.internal.library.ServiceLock;
import app.keepsake.server.internal.library.Snapshots;
import app.keepsake.server.internal.pictures.Thumbnails;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.LiveFilmService;
import app.keepsake.server.internal.work.NightlyBackup;
import app.keepsake.server.internal.work.ServiceJob;
import app.keepsake.server.internal.work.WordMeanings;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: pages, API and background work over one library. */
public final class KeepsakeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeepsakeServer.class);
    private static final int MOST_REQUEST_BYTES = 64 * 1024;

    /** Connections that wait to be accepted. One more is told nothing, and tries again after a second. */
    private static final int MOST_WAITING = 512;

    /** The system takes what a player asks for at once, and no thread waits until it is through. */
    private static final int SEND_BUFFER = 256 * 1024;

    private final Javalin javalin;
    private final Routes routes;
    private final BackgroundScheduler scheduler;
    private final NightlyBackup nightly;
    private final Jobs jobs;
    private final LiveFilmService liveFilms;
    private final Thumbnails thumbnails;
    private final WordMeanings meanings;
    private final Disks disks;
    private final FolderTree folders;
    private final Catalog catalog;
    private final ServiceLock lock;

    private KeepsakeServer(
            Javalin javalin,
            Routes routes,
            BackgroundScheduler scheduler,
            NightlyBackup nightly,
            Jobs jobs,
            LiveFilmService liveFilms,
            Thumbnails thumbnails,
            WordMeanings meanings,
            Disks disks,
            FolderTree folders,
            Catalog catalog,
            ServiceLock lock) {
        this.lock = lock;
        this.javalin = javalin;
        this.routes = routes;
        this.scheduler = scheduler;
        this.nightly = nightly;
        this.jobs = jobs;
        this.liveFilms = liveFilms;
        this.thumbnails = thumbnails;
        this.meanings = meanings;
        this.disks = disks;
        this.folders = folders;
        this.catalog = catalog;
    }

    /**
     * Opens the library and starts to listen.
     *
     * @throws IOException when others would reach the service and there is no password, or the port is taken
     */
    public static KeepsakeServer start(ServerOptions options, Program program) throws IOException {
        ServiceLock lock = ServiceLock.of(Files.createDirectories(options.root()));
        try {
            return start(options, program, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Sets the password to begin with, where a library has none yet; one that is there stays.
     *
     * @param root the folder of the library
     * @throws IllegalArgumentException when it is too short
     * @throws IOException when it cannot be kept
     */
    public static void beginWithPassword(Path root, String password) throws IOException {
        Files.createDirectories(root);
        try {
            access(root, true, Clock.systemDefaultZone()).beginWith(password);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Access access(Path root, boolean reachable, Clock clock) {
        return new Access(
                new DurableFile<>(
                        root.resolve("access.json"), Access.Kept.class, Access.Kept.NONE, DurableFile.Damaged.REFUSED),
                reachable,
                clock);
    }

    private static KeepsakeServer start(ServerOptions options, Program program, ServiceLock lock) throws IOException {
        Clock clock = Clock.systemDefaultZone();
        Path root = options.root();
        InetAddress address = InetAddress.getByName(options.host());
        boolean reachable =
                !address.isLoopbackAddress() || !options.trustedProxies().isEmpty();
        Access access = access(root, reachable, clock);
        try {
            boolean ignored = access.hasPassword();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (reachable && !access.hasPassword()) {
            throw new IOException(
                    "%s: expected a password before others on the network may come in, found none. Give one with --password-file, or start without --host and --trusted-proxy and set one in the settings."
                            .formatted(options.host()));
        }
        Callers callers = callers(options);
        Opened opened = new Opened();
        try {
            return start(options, program, address, access, callers, clock, opened, lock);
        } catch (IOException | RuntimeException e) {
            opened.closeBecause(e);
            throw e;
        }
    }

    private static KeepsakeServer start(
            ServerOptions options,
            Program program,
            InetAddress address,
            Access access,
            Callers callers,
            Clock clock,
            Opened opened,
            ServiceLock lock)
            throws IOException {
        Path root = options.root();
        DurableFile<Settings> settings =
                new DurableFile<>(root.resolve("settings.json"), Settings.class, Settings.INITIAL);
        LOG.debug("Settings: {}", settings.read());
        Catalog catalog = opened.add(Catalog.open(CatalogLocation.of(root), clock));
        Jobs jobs = opened.add(new Jobs(program, settings::read));
        DurableFile<ServiceNotes.Kept> notes = ServiceNotes.file(root);
        jobs.onChange(job -> keepOutcome(job, notes, clock));
        Films films = new Films(catalog, program, Files.createDirectories(root.resolve("films")));
        MayShow mayShow = new MayShow(catalog, Locale.ROOT);
        Retelling memories = new Retelling(catalog, () -> settings.read().locale(), mayShow);
        LiveFilmService liveFilms = opened.add(new LiveFilmService(
                () -> program.command(settings.read().language(), Program.Part.PLAY), jobs, mayShow));
        Disks disks = opened.add(
                new Disks(() -> settings.read().folders().stream().map(Path::of).toList()));
        Originals originals = new Originals(catalog, disks);
        FolderTree folders = opened.add(new FolderTree());
        SavedSources sources = new SavedSources(root);
        BackgroundScheduler scheduler = opened.add(new BackgroundScheduler(
                catalog,
                memories,
                settings,
                jobs,
                films,
                liveFilms,
                disks,
                root,
                () -> !sources.all().isEmpty(),
                clock));
        NightlyBackup nightly = opened.add(
                new NightlyBackup(new BackupFolder(root), () -> settings.read().background(), jobs, clock));
        Thumbnails thumbnails = opened.add(new Thumbnails(
                program,
                root.resolve("cache").resolve("thumbnails"),
                () -> settings.read().thumbnailMegabytes(),
                originals));
        Snapshots snapshots = new Snapshots(catalog, () -> settings.read().locale());
        Searches searches = new Searches(catalog, () -> settings.read().locale());
        WordMeanings meanings = opened.add(
                new WordMeanings(() -> program.command(settings.read().language(), Program.Part.MEANINGS)));
        Shares shares = new Shares(
                new DurableFile<>(root.resolve("shares.json"), Shares.Kept.class, Shares.Kept.NONE),
                catalog,
                mayShow,
                () -> settings.read().locale(),
                root.resolve("shared"),
                clock);
        Routes routes = opened.add(new Routes(
                new Service(
                        root,
                        catalog,
                        memories,
                        mayShow,
                        settings,
                        snapshots,
                        searches,
                        meanings,
                        films,
                        jobs,
                        liveFilms,
                        scheduler,
                        thumbnails,
                        disks,
                        originals,
                        folders,
                        access,
                        shares,
                        TargetFile.in(root),
                        sources,
                        clock),
                callers));
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = MOST_REQUEST_BYTES;
            config.http.generateEtags = true;
            config.concurrency.useVirtualThreads = true;
            config.jetty.addConnector((server, http) -> connector(server, http, address, options.port()));
            config.contextResolver.ip = context -> callers.address(context.req());
            config.contextResolver.scheme = context -> callers.scheme(context.req());
            routes.register(config.routes);
        });
        KeepsakeServer server = new KeepsakeServer(
                javalin,
                routes,
                scheduler,
                nightly,
                jobs,
                liveFilms,
                thumbnails,
                meanings,
                disks,
                folders,
                catalog,
                lock);
        try {
            javalin.start();
        } catch (RuntimeException e) {
            throw new IOException(
                    "%s:%d: expected a free port to listen on: %s. Name another with --port."
                            .formatted(options.host(), options.port(), e.getMessage()),
                    e);
        }
        LOG.info(
                "Keepsake {} listens on {}:{}, by Java {}",
                version(),
                options.host(),
                javalin.port(),
                Runtime.version());
        if (options.background()) {
            scheduler.start();
            nightly.start();
        }
        return server;
    }

    private static void keepOutcome(ServiceJob job, DurableFile<ServiceNotes.Kept> notes, Clock clock) {
        if (job.state().isOver()) {
            notes.update(kept -> kept.with(job, clock));
        }
    }

    private static String version() {
        String version = KeepsakeServer.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    private static Callers callers(ServerOptions options) throws IOException {
        try {
            return new Callers(options.trustedProxies());
        } catch (IllegalArgumentException e) {
            throw new IOException("--trusted-proxy " + e.getMessage(), e);
        }
    }

    /** @param address that was found to be this machine's own, or not: a name may mean another one when it is asked for again */
    private static ServerConnector connector(Server server, HttpConfiguration http, InetAddress address, int port) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address.getHostAddress());
        connector.setPort(port);
        connector.setAcceptQueueSize(MOST_WAITING);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        return connector;
    }

    /** The port that the service listens on. */
    public int port() {
        return javalin.port();
    }

    /** The API's operations as the server answers them, like "GET /api/status", in order; for tests of its description. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.path.startsWith("/api/"))
                .filter(endpoint -> !endpoint.method.name().startsWith("BEFORE"))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        Opened all = new Opened();
        // The last one first: who waits for something is told before the doors are shut.
        Stream.<AutoCloseable>of(
                        lock,
                        catalog,
                        javalin::stop,
                        routes,
                        disks,
                        folders,
                        thumbnails,
                        meanings,
                        jobs,
                        liveFilms,
                        nightly,
                        scheduler)
                .forEach(all::add);
        IllegalStateException failed = new IllegalStateException("Not all of Keepsake could be closed.");
        all.closeBecause(failed);
        LOG.info("Keepsake has stopped");
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }
}
