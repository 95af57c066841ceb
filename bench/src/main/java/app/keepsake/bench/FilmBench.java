package app.keepsake.bench;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.ProgressListener;
import app.keepsake.media.JpegWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keepsake bench film}. */
@Command(
        name = "film",
        description =
                "Renders a folder's film in every mood and some lengths, and writes a page to judge them by: small"
                        + " frames, movement, lengths of shots, words, sound; and the same figures as JSON beside it. The same"
                        + " folder gives the same page.")
final class FilmBench implements Callable<Integer> {
    private static final int SHEET_WIDTH = 1120;
    private static final float SHEET_QUALITY = 0.7f;

    @Option(names = "--photos", paramLabel = "DIR", required = true, description = "A folder with photos and clips.")
    private @Nullable Path photos;

    @Option(names = "--out", paramLabel = "FILE", description = "The page (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("films.html");

    @Option(names = "--moods", paramLabel = "M", split = ",", description = "Some moods (default: all nine).")
    private List<String> moods = Mood.names();

    @Option(
            names = "--lengths",
            paramLabel = "S",
            split = ",",
            defaultValue = "10,20,45",
            description = "Seconds (default: ${DEFAULT-VALUE}).")
    private List<String> lengths = List.of();

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "360",
            description = "Height of the films in pixels (default: ${DEFAULT-VALUE}).")
    private int lines = 360;

    @Option(names = "--films", paramLabel = "DIR", description = "Also keeps the films, in this folder.")
    private @Nullable Path kept;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = photos == null ? Path.of(".") : photos;
        try (Scratch scratch = Scratch.make("keepsake-films");
                FolderFilms films = FolderFilms.of(folder, scratch.resolve("library"))) {
            Path to = kept == null ? scratch.resolve("films") : kept;
            Files.createDirectories(to);
            List<FilmFigures> found = new ArrayList<>();
            List<byte[]> sheets = new ArrayList<>();
            FilmRenderer renderer = new FilmRenderer();
            for (String mood : moods) {
                for (String length : lengths) {
                    FilmPlan plan = films.plan(mood, Length.parse(length), size());
                    Path film = to.resolve("%s-%s.mp4".formatted(mood, length));
                    renderer.render(plan, film, ProgressListener.NONE, CancelSignal.NEVER);
                    FilmFigures figures = FilmFigures.of(plan, Double.parseDouble(length), film);
                    found.add(figures);
                    sheets.add(sheet(renderer, plan, scratch.resolve("sheet.jpg")));
                    tell(figures);
                }
            }
            write(folder, found, sheets);
            return 0;
        }
    }

    private FrameSize size() {
        return new FrameSize(Math.ceilDiv(lines * 16, 18) * 2, lines / 2 * 2);
    }

    private static byte[] sheet(FilmRenderer renderer, FilmPlan plan, Path file) throws IOException {
        JpegWriter.write(renderer.contactSheet(plan, SHEET_WIDTH), file, SHEET_QUALITY);
        return Files.readAllBytes(file);
    }

    private void write(Path folder, List<FilmFigures> found, List<byte[]> sheets) throws IOException {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        FilmPage page =
                new FilmPage("Of the folder %s, at %d lines.".formatted(name == null ? "/" : name, lines), found);
        for (int i = 0; i < found.size(); i++) {
            page.add(found.get(i), sheets.get(i));
        }
        Files.writeString(out, page.text());
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("films", found.stream().map(FilmFigures::json).toList());
        String file = out.getFileName().toString();
        Path figures = out.resolveSibling(file.replaceFirst("\\.[^.]*$", "") + ".json");
        Files.writeString(figures, Report.json(report) + "\n");
        spec.commandLine().getOut().printf("%s, and its figures in %s%n", out, figures);
        spec.commandLine().getOut().flush();
    }

    private void tell(FilmFigures film) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-12s %3.0f s: %6.2f s, %2d shots, %3.0f %% islands, %3.0f %% move, spread %.2f, %5.1f LUFS, %d of %d"
                                + " parts%n",
                        film.mood(),
                        film.asked(),
                        film.got(),
                        film.measures().shots(),
                        100 * film.islands(),
                        100 * film.moving(),
                        film.measures().variation(),
                        film.sound().loudness(),
                        film.piece().heard().size(),
                        film.piece().parts().size());
        spec.commandLine().getOut().flush();
    }
}
