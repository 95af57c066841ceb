package app.keepsake.server.internal.api;

import app.keepsake.server.Errand;
import app.keepsake.server.internal.api.FilmRoutes.JobView;
import app.keepsake.server.internal.folders.FolderTree;
import app.keepsake.server.internal.folders.Wanted;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Exports of Google Photos that lie on this machine: what is in them, and bringing it in. Commands of their own do both. */
final class TakeoutRoutes {
    private static final int MOST_FILES = 200;
    private static final int MOST_NAMES = 100;

    private final FolderTree tree;
    private final Jobs jobs;

    TakeoutRoutes(FolderTree tree, Jobs jobs) {
        this.tree = tree;
        this.jobs = jobs;
    }

    /** @param files ZIPs of an export, or folders with what was in them, by their whole paths */
    @SchemaName("TakeoutChosen")
    record Chosen(List<String> files) {}

    /**
     * An export.
     *
     * @param parts how many ZIPs of it could be read; 0 for a folder
     * @param missingParts numbers that no ZIP has, though later ones are there
     * @param photos how many photos and clips there are
     * @param matched of them, with a sidecar
     * @param albums titles, at most 100
     * @param problems what could not be read, at most 100, a sentence each
     */
    @SchemaName("TakeoutExport")
    record ExportView(
            String name,
            int parts,
            List<Integer> missingParts,
            int photos,
            int matched,
            List<String> albums,
            List<String> problems) {
        static ExportView of(JsonNode told) {
            List<Integer> missing = new ArrayList<>();
            told.path("missingParts").forEach(one -> missing.add(one.asInt(0)));
            List<String> albums = new ArrayList<>();
            told.path("albums").forEach(one -> albums.add(one.path("title").asString("")));
            List<String> problems = new ArrayList<>();
            told.path("problems")
                    .forEach(one -> problems.add(one.path("file").asString("") + ": "
                            + one.path("reason").asString("")));
            return new ExportView(
                    told.path("name").asString(""),
                    told.path("parts").size(),
                    missing,
                    told.path("photos").asInt(0),
                    told.path("matched").asInt(0),
                    albums.subList(0, Math.min(MOST_NAMES, albums.size())),
                    problems.subList(0, Math.min(MOST_NAMES, problems.size())));
        }
    }

    @SchemaName("TakeoutExports")
    record Exports(List<ExportView> exports) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                        "/api/takeout/look",
                        "What is in an export of Google Photos; nothing is unpacked.",
                        Chosen.class,
                        Exports.class,
                        this::look),
                Endpoint.post(
                        "/api/takeout",
                        "Brings an export in: its photos are unpacked into the library, and looked at.",
                        Chosen.class,
                        JobView.class,
                        this::take));
    }

    private Exports look(Context context) throws IOException {
        ServiceJob.Outcome outcome = jobs.run(
                new ServiceJob.Order(ServiceJob.Kind.TAKEOUT, "", false, new Errand.LookAtTakeout(chosen(context))));
        List<ExportView> exports = new ArrayList<>();
        Awaited.answer(outcome, "takeout", "It gave no answer. Try again.")
                .path("exports")
                .forEach(one -> exports.add(ExportView.of(one)));
        return new Exports(exports);
    }

    private JobView take(Context context) throws IOException {
        List<String> files = chosen(context);
        context.status(202);
        return JobView.of(
                jobs.submit(new ServiceJob.Order(ServiceJob.Kind.INDEX, "", false, new Errand.Index(files, 0))));
    }

    /** As the chooser lists them, behind all links. */
    private List<String> chosen(Context context) throws IOException {
        List<String> wanted = Json.read(context.bodyAsBytes(), Chosen.class).files();
        boolean named = wanted.stream().noneMatch(one -> String.valueOf(one).isBlank());
        if (!named || wanted.isEmpty() || wanted.size() > MOST_FILES) {
            throw Problem.invalid("Expected 1 to %d ZIPs or folders, found %d.".formatted(MOST_FILES, wanted.size()));
        }
        List<String> files = new ArrayList<>();
        for (String one : wanted) {
            String name = String.valueOf(one);
            files.add(
                    name.toLowerCase(Locale.ROOT).endsWith(".zip")
                            ? tree.file(name, Wanted.ZIP).toString()
                            : tree.list(name, Wanted.FOLDERS).folder());
        }
        return files;
    }
}
