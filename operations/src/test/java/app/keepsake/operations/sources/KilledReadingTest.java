package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.sources.Source;
import app.keepsake.testbed.Patience;
import app.keepsake.testbed.immich.HeldAsset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that reads a source is killed again and again, and in the end nothing is missing or doubled. */
final class KilledReadingTest {
    private static final int ASSETS = 6000;
    private static final int KILLS = Integer.getInteger("keepsake.kills", 5);
    private static final long SEED = Long.getLong("keepsake.seed", 20261201);

    @TempDir
    Path root;

    /** The process that is killed: it reads what is told, and fetches nothing. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) throws Exception {
            Path library = Path.of(args[0]);
            SavedSources sources = new SavedSources(library);
            SavedSource saved = sources.find("home").orElseThrow();
            try (Catalog catalog = Catalog.open(library.resolve("catalog.db"));
                    Source source = sources.open(saved)) {
                read(catalog, sources, saved, source);
            }
        }

        static SyncReport read(Catalog catalog, SavedSources sources, SavedSource saved, Source source)
                throws IOException, InterruptedException {
            Path folder = sources.folder(saved);
            return new SyncSource(
                            catalog,
                            source,
                            SourceFolder.open(folder, saved.kind(), saved.favourites()),
                            SyncSource.state(folder))
                    .facts(() -> false);
        }
    }

    @Test
    void losesNothing() throws Exception {
        Random random = new Random(SEED);
        try (TestSource library = new TestSource(root, 2)) {
            library.immich.addMany(ASSETS);
            Path pictures = library.sources.folder(library.saved).resolve("pictures");
            int killed = 0;
            for (int i = 0; i < KILLS; i++) {
                Process reading = start();
                try {
                    long before = count(pictures);
                    long wanted = Math.min(ASSETS - 1L, before + 1 + random.nextInt(ASSETS / KILLS));
                    Patience.until("more was read", () -> count(pictures) >= wanted || !reading.isAlive());
                    killed += reading.isAlive() ? 1 : 0;
                } finally {
                    Process ignored = reading.destroyForcibly();
                    int code = reading.waitFor();
                    assertThat(code).isNotNegative();
                }
                HeldAsset gone = library.immich.all().get(random.nextInt(100));
                library.immich.delete(gone.id());
            }
            assertThat(killed).as("processes that were killed while they read").isPositive();
            try (Source source = library.sources.open(library.saved)) {
                SyncReport report = Reading.read(library.catalog, library.sources, library.saved, source);
                assertThat(report.known()).isEqualTo(library.immich.all().size());
                SyncReport again = Reading.read(library.catalog, library.sources, library.saved, source);
                assertThat(again.changed()).isZero();
                assertThat(again.gone()).isZero();
            }
            SourceFolder folder = SourceFolder.open(library.sources.folder(library.saved), "immich", true);
            assertThat(library.immich.all())
                    .allSatisfy(held -> assertThat(folder.contains(held.id())).isTrue());
            assertThat(count(pictures)).as("no file is left over").isEqualTo(folder.size());
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        root.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long count(Path pictures) throws IOException {
        if (!Files.isDirectory(pictures)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(pictures)) {
            return all.filter(Files::isRegularFile).count();
        } catch (java.io.UncheckedIOException changed) {
            return 0;
        }
    }
}
