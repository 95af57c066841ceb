package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Films that are played while they are made, for the service. It reads requests as lines of JSON: {@code {"id": 1,
 * "memory": NAME, "mood": "happy", "length": "short", "growing": FILE, "film": FILE}}. A request ends the one before it; {@code {"id": 1, "stop": true}} ends that film alone. The
 * end of the input ends the process.
 *
 * <p>Answers are lines of JSON that begin with the request's {@code id} and hold a {@code state}: {@code playable} when
 * the growing file holds its first pictures and may be played as it grows, with {@code chapters}, each with its {@code
 * name}, {@code start} and {@code end} in milliseconds; {@code rendering} with {@code done} and {@code
 * total} frames; and at last {@code finished} when the film stands complete under its name, where players can jump in
 * it, with {@code problems}; {@code stopped}, when neither file is left; or {@code failed} with an {@code error}.
 */
@Command(
        name = "play",
        hidden = true,
        description = "Films that are played while they are made, for the service: reads requests as lines of JSON,"
                + " answers each by lines.",
        mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {
    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LibraryFolder home = library.existing();
        try (Catalog catalog = home.openCatalog();
                LiveFilmRenderer liveFilm = new LiveFilmRenderer(
                        catalog, home.cache(), new FilmOptions().encoder(home), told -> print(out, told))) {
            liveFilm.warmUp();
            Questions questions = Questions.of(System.in);
            Optional<String> line = questions.next();
            while (line.isPresent()) {
                JsonNode request = JsonMapper.shared().readTree(line.get());
                if (request.path("stop").asBoolean(false)) {
                    liveFilm.stop(request.path("id").asLong());
                } else {
                    liveFilm.show(LiveFilmRenderer.Request.of(request));
                }
                line = questions.next();
            }
        }
        return ExitCode.OK;
    }

    private static synchronized void print(PrintWriter out, Map<String, Object> told) {
        out.println(Json.line(told));
        out.flush();
    }
}
