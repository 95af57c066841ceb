package app.keepsake.training;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.texts.Board;
import app.keepsake.training.internal.texts.TextEvaluation;
import app.keepsake.vision.TextReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts the words that are read in pictures. */
@Command(
        name = "texts",
        description = "Counts the words that are read on drawn boards, on boards that are set into photos, on scanned"
                + " receipts, and where nothing is known to be written.",
        mixinStandardHelpOptions = true)
final class EvalTextsCommand implements Callable<Integer> {
    private static final int BOX_NUMBERS = 8;

    @Option(
            names = "--photos",
            defaultValue = "../shared/data/photos",
            description = "Photos to set boards into (${DEFAULT-VALUE}).")
    private Path photos = Path.of("");

    @Option(
            names = "--receipts",
            description = "A folder with scans NAME.jpg and texts NAME.csv: eight numbers of a box and what is written"
                    + " in it, as in ICDAR's SROIE.")
    private @Nullable Path receipts;

    @Option(names = "--most", defaultValue = "20", description = "So many receipts and photos (${DEFAULT-VALUE}).")
    private int most;

    @Option(names = "--missed", description = "Name the words that were missed.")
    private boolean missed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Path> grounds = pictures(photos);
        if (grounds.isEmpty()) {
            throw new IOException("Expected photos in %s, found none. Name a folder by --photos.".formatted(photos));
        }
        try (TextReader reader = TextReader.open(EngineOptions.defaults().withThreads(1))) {
            TextEvaluation drawn = new TextEvaluation(reader);
            TextEvaluation set = new TextEvaluation(reader);
            TextEvaluation plain = new TextEvaluation(reader);
            for (int i = 0; i < Board.ALL.size(); i++) {
                Board board = Board.ALL.get(i);
                drawn.picture(board.alone(i), board.words());
                set.picture(board.on(decoded(grounds.get(i * grounds.size() / Board.ALL.size())), i), board.words());
            }
            for (int i = 0; i < most; i++) {
                plain.picture(decoded(grounds.get(i * grounds.size() / most)), List.of());
            }
            tell("boards", drawn);
            tell("boards in photos", set);
            tell("photos", plain);
            if (receipts != null) {
                tell("receipts", receipts(receipts, reader));
            }
        }
        return 0;
    }

    private TextEvaluation receipts(Path folder, TextReader reader) throws IOException {
        TextEvaluation scans = new TextEvaluation(reader);
        List<Path> all = pictures(folder);
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            Path scan = all.get(i);
            String name = scan.getFileName().toString();
            Path truth = folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".csv");
            List<String> words = new ArrayList<>();
            for (String line : Files.readAllLines(truth, StandardCharsets.UTF_8)) {
                String[] cells = line.split(",", BOX_NUMBERS + 1);
                words.addAll(List.of(cells[cells.length - 1].strip().split(" +")));
            }
            scans.picture(decoded(scan), words);
        }
        return scans;
    }

    private static RgbImage decoded(Path photo) throws MediaException {
        return PhotoDecoder.create().decode(photo, TextReader.LONG_SIDE);
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
    }

    private void tell(String what, TextEvaluation result) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%-18s %3d pictures, words found %4d of %4d, read %.1f words each, %.2f s each%n",
                what,
                result.pictures(),
                result.found(),
                result.written(),
                result.readEach(),
                result.seconds());
        if (missed) {
            out.println("  missed: " + String.join(" ", result.missed()));
        }
        out.flush();
    }
}
