package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.internal.access.Access;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.folders.StartingPlaces;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the service is set, and what it does. */
final class SettingRoutes {
    private final Catalog catalog;
    private final DurableFile<Settings> settings;
    private final Jobs jobs;
    private final BackgroundScheduler scheduler;
    private final Disks disks;
    private final Access access;
    private final Shares shares;
    private final Requests requests;

    SettingRoutes(
            Catalog catalog,
            DurableFile<Settings> settings,
            Jobs jobs,
            BackgroundScheduler scheduler,
            Disks disks,
            Access access,
            Shares shares,
            Requests requests) {
        this.catalog = catalog;
        this.settings = settings;
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.disks = disks;
        this.access = access;
        this.shares = shares;
        this.requests = requests;
    }

    /**
     * @param waitsFor why nothing is done by itself: battery, load, disk, heat
     * @param due whether folders are to be looked into as soon as nothing speaks against it, or are being looked into
     * @param away folders that are watched and not there
     * @param problems files that could not be read, at most 50
     */
    record Status(
            long pictures,
            int memories,
            int films,
            boolean background,
            List<String> waitsFor,
            boolean due,
            List<FilmRoutes.JobView> work,
            List<Away> away,
            int problemCount,
            List<Unreadable> problems) {}

    /**
     * A folder that is watched and not there; what is known of it stays.
     *
     * @param standing gone, empty (where a disk was mounted, an empty folder is left), or silent (its disk does not answer)
     */
    record Away(String folder, String standing) {}

    /** A file that could not be read. */
    record Unreadable(String file, String reason) {}

    /**
     * @param password whether there is one
     * @param reachable whether others than this machine reach the service, so that the password must stay
     * @param publicAddress by which others reach the service, empty where none is set
     * @param suggestions folders that are there and may hold pictures
     */
    @SchemaName("SettingTold")
    record SettingsView(
            List<String> folders,
            String language,
            boolean background,
            int thumbnailMegabytes,
            int cores,
            int allCores,
            boolean password,
            boolean reachable,
            String publicAddress,
            List<String> suggestions) {}

    /** What to change; what is left out stays. An empty {@code publicAddress} takes the one away that is set. */
    record Change(
            Optional<String> language,
            Optional<Boolean> background,
            Optional<Integer> thumbnailMegabytes,
            Optional<Integer> cores,
            Optional<String> publicAddress) {}

    /** A folder on the machine of the service. */
    record Folder(String folder) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/status", "What the service knows and does.", Status.class, this::status),
                Endpoint.get("/api/settings", "How it is set.", SettingsView.class, context -> view()),
                Endpoint.patch("/api/settings", "Sets it.", Change.class, SettingsView.class, this::change),
                Endpoint.post("/api/folders", "Watches a folder.", Folder.class, SettingsView.class, this::addFolder),
                Endpoint.post(
                        "/api/folders/remove",
                        "Watches a folder no more; what is known of it stays.",
                        Folder.class,
                        SettingsView.class,
                        this::removeFolder),
                Endpoint.post("/api/index", "Looks into all folders now.", Void.class, Void.class, context -> {
                    scheduler.lookNow();
                    return null;
                }));
    }

    private Status status(Context context) {
        var problems = catalog.files().problems();
        return new Status(
                catalog.assets().count(),
                (int) catalog.memories().count(),
                (int) catalog.memories().countFilms(shares.folder()),
                settings.read().background(),
                scheduler.against(),
                scheduler.isLookingDue(),
                jobs.open().stream()
                        .map(job -> FilmRoutes.JobView.of(job, requests, context))
                        .toList(),
                scheduler.away().entrySet().stream()
                        .map(one -> new Away(
                                one.getKey().toString(), one.getValue().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                problems.size(),
                problems.stream()
                        .map(one -> new Unreadable(one.path().toString(), one.reason()))
                        .limit(50)
                        .toList());
    }

    private static int allCores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private SettingsView view() {
        Settings settings = this.settings.read();
        List<String> suggestions = new StartingPlaces()
                .pictures().stream()
                        .map(Path::toString)
                        .filter(folder -> !settings.folders().contains(folder))
                        .toList();
        return new SettingsView(
                settings.folders(),
                settings.language(),
                settings.background(),
                settings.thumbnailMegabytes(),
                settings.cores().orElse(allCores()),
                allCores(),
                access.hasPassword(),
                access.isReachable(),
                settings.publicAddress().orElse(""),
                suggestions);
    }

    private SettingsView change(Context context) {
        Change change = Json.read(context.bodyAsBytes(), Change.class);
        change.language().ifPresent(language -> FilmRoutes.oneOf(Settings.LANGUAGES, language));
        change.cores().filter(cores -> cores < 1 || cores > allCores()).ifPresent(cores -> {
            throw Problem.invalid("Expected 1 to %d cores, found %d.".formatted(allCores(), cores));
        });
        Settings now = settings.read();
        settings.update(before -> changed(before, change));
        if (change.language().isPresent() && !change.language().get().equals(now.language())) {
            scheduler.tellAnew();
        }
        return view();
    }

    private static Settings changed(Settings now, Change change) {
        try {
            return new Settings(
                    now.folders(),
                    change.language().orElse(now.language()),
                    change.background().orElse(now.background()),
                    change.thumbnailMegabytes().orElse(now.thumbnailMegabytes()),
                    change.cores().or(now::cores),
                    change.publicAddress()
                            .map(String::strip)
                            .or(now::publicAddress)
                            .filter(text -> !text.isEmpty()),
                    now.encoder());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private SettingsView addFolder(Context context) throws IOException {
        String text = Json.read(context.bodyAsBytes(), Folder.class).folder().strip();
        Path folder = folder(text);
        if (!folder.isAbsolute() || !disks.ask(folder, () -> Files.isDirectory(folder) && Files.isReadable(folder))) {
            throw Problem.invalid("Expected a folder on this machine that may be read, by its whole path, found \"%s\"."
                    .formatted(text));
        }
        String name = folder.normalize().toString();
        settings.update(now -> now.withFolders(Stream.concat(now.folders().stream(), Stream.of(name))
                .distinct()
                .toList()));
        scheduler.lookFirstInto(Path.of(name));
        return view();
    }

    private static Path folder(String text) {
        try {
            return Path.of(text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text);
        } catch (InvalidPathException e) {
            throw Problem.invalid("Expected a folder's path, found \"%s\".".formatted(text));
        }
    }

    private SettingsView removeFolder(Context context) {
        String folder = Json.read(context.bodyAsBytes(), Folder.class).folder();
        settings.update(now -> {
            if (!now.folders().contains(folder)) {
                throw Problem.notFound("a folder that is watched", folder);
            }
            return now.withFolders(
                    now.folders().stream().filter(one -> !one.equals(folder)).toList());
        });
        return view();
    }
}
