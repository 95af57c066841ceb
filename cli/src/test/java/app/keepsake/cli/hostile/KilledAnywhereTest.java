package app.keepsake.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.cli.TestCommand;
import app.keepsake.media.JpegWriter;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that index, render a film, and note choices, all three at once over one library, each killed at a moment from
 * a seed: the catalog opens, has all that was said and all that was indexed before, and names no film that is not whole.
 * The property {@code keepsake.kills} says how many.
 */
@Tag("slow")
final class KilledAnywhereTest {
    private static final int KILLS = Integer.getInteger("keepsake.kills", 9);
    private static final int FIRST = 6;
    private static final int MORE = 4;
    private static final int LONGEST_MILLIS = 5_000;
    private static final String END = ".";
    private static final String MEMORY = "2024-05-lisbon-3f2a";

    @TempDir
    Path root;

    private final Random random = new Random(20261126);
    private final Set<String> said = new HashSet<>();
    private Path photos;
    private Path library;
    private int written;
    private int interrupted;
    private long indexed;

    /** Says choices without end, and each when the catalog says that it is kept. */
    static final class Sayer {
        public static void main(String[] arguments) {
            try (Catalog catalog = Catalog.open(CatalogLocation.of(Path.of(arguments[0])))) {
                for (int i = 0; ; i++) {
                    Subject subject = new Subject.OfPlace("round " + arguments[1] + " choice " + i);
                    catalog.choices().add(Choice.Stance.NEVER, subject, "said");
                    System.out.println(subject.toText() + END);
                    System.out.flush();
                }
            }
        }
    }

    @BeforeEach
    void makeLibrary() throws IOException, InterruptedException {
        photos = Files.createDirectories(root.resolve("photos"));
        library = Files.createDirectories(root.resolve("library"));
        addPhotos(FIRST);
        assertThat(index().waitFor()).isZero();
        try (Catalog catalog = open()) {
            List<Shot> shots = new ArrayList<>();
            for (int i = 0; i < FIRST; i++) {
                Asset asset = catalog.assets().find(ContentHash.of(photo(i))).orElseThrow();
                shots.add(new Shot(asset.id(), Shot.Role.BODY, "it is sharp"));
            }
            LocalDate day = LocalDate.of(2024, 5, 3);
            Memory memory = new Memory(MEMORY, "trip", "Lisbon", "May 2024", day, day, 1, 0.5, shots, "1");
            catalog.memories().put(List.of(memory), catalog.choices().revision());
        }
    }

    @Test
    void loseNothingThatWasSaid() throws Exception {
        for (int kill = 0; kill < KILLS; kill += 3) {
            addPhotos(MORE);
            // A file, since whoever kills a process closes the stream of what it said.
            Path told = root.resolve("told");
            List<Process> processes = List.of(index(), render(kill), start(kill, told));
            // All began at once; when one has said something, the others are at work, too, however busy the machine is.
            Patience.until("a choice was said", () -> Files.size(told) > 0);
            end(processes);
            hear(told);
            lookWhatIsKept(kill);
        }
        assertThat(index().waitFor()).isZero();
        try (Catalog catalog = open()) {
            assertThat(catalog.assets().count()).isEqualTo(written);
        }
        assertThat(said).as("choices that were said").hasSizeGreaterThanOrEqualTo(KILLS / 3);
        System.out.printf(
                "%d kills, %d of them in the middle of the work: %d choices and %d photos kept.%n",
                (KILLS + 2) / 3 * 3, interrupted, said.size(), written);
        assertThat(interrupted).as("kills in the middle of the work").isGreaterThan(KILLS / 3);
    }

    private void lookWhatIsKept(int kill) throws IOException {
        try (Catalog catalog = open()) {
            Set<String> kept = catalog.choices().all().stream()
                    .map(choice -> choice.subject().toText())
                    .collect(Collectors.toSet());
            assertThat(kept).as("choices after kill %d", kill).containsAll(said);
            long count = catalog.assets().count();
            assertThat(count).as("photos after kill %d", kill).isGreaterThanOrEqualTo(indexed);
            indexed = count;
            assertThat(catalog.memories().find(MEMORY)).isPresent();
            for (Film film : catalog.memories().films()) {
                assertThat(film.path()).as("a film after kill %d", kill).exists();
                // An index of its frames is written last.
                assertThat(new String(Files.readAllBytes(film.path()), StandardCharsets.ISO_8859_1))
                        .contains("moov");
            }
        }
    }

    private record End(Process process, long nanos) {}

    /** Kills each at a moment of its own. */
    private void end(List<Process> processes) throws InterruptedException {
        long start = System.nanoTime();
        List<End> ends = processes.stream()
                .map(process -> new End(process, start + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS))))
                .sorted(Comparator.comparingLong(End::nanos))
                .toList();
        for (End end : ends) {
            if (!end.process.waitFor(Math.max(0, end.nanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                interrupted++;
            }
            end.process.destroyForcibly().waitFor();
        }
    }

    private Process start(int kill, Path told) throws IOException {
        List<String> command = new ArrayList<>(TestCommand.javaCommand(List.of()));
        command.set(command.size() - 1, Sayer.class.getName());
        command.addAll(List.of(library.toString(), Integer.toString(kill)));
        return new ProcessBuilder(command)
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void hear(Path told) throws IOException {
        for (String line : Files.readString(told).split("\n")) {
            // The last line may be cut; what was not told was not promised.
            if (line.endsWith(END)) {
                said.add(line.substring(0, line.length() - END.length()));
            }
        }
    }

    private Process index() throws IOException {
        return TestCommand.start("index", photos.toString(), "--library", library.toString());
    }

    private Process render(int kill) throws IOException {
        Path film = Files.createDirectories(library.resolve("films")).resolve(kill + ".mp4");
        return TestCommand.start(
                "movie", MEMORY, "--length", "short", "-o", film.toString(), "--library", library.toString());
    }

    private void addPhotos(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            JpegWriter.write(TestPhotos.picture(written), photo(written), 0.9f);
            written++;
        }
    }

    private Path photo(int number) {
        return photos.resolve(number + ".jpg");
    }

    private Catalog open() {
        return Catalog.open(CatalogLocation.of(library));
    }
}
