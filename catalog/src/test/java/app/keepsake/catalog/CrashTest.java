package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills real processes in the middle of writing. */
@ParameterizedClass
@EnumSource(Engine.class)
final class CrashTest {
    @Parameter
    Engine engine;

    private static final int ENOUGH = 200;

    @TempDir
    Path folder;

    private CatalogLocation place;

    /** Writes assets without end, and says the number of each when it is stored. */
    static final class Writer {
        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            try (Catalog catalog = Catalog.open(CatalogLocation.of(folder));
                    Indexing indexing = catalog.beginIndexing()) {
                for (int i = 0; ; i++) {
                    List<AssetFace> faces = List.of(Samples.face(0.1), Samples.face(0.5), Samples.face(0.8));
                    Samples.add(
                            indexing,
                            photo(folder, i),
                            LocalDateTime.MIN.withYear(2020).plusMinutes(i),
                            faces);
                    System.out.println(i);
                    System.out.flush();
                }
            }
        }
    }

    private static Path photo(Path folder, int i) {
        return folder.resolve("photo " + i + ".jpg");
    }

    @BeforeEach
    void choosePlace() {
        place = engine.newCatalog(folder);
    }

    private Process start() {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString());
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aKilledIndexerLosesAtMostTheFileInHand() throws Exception {
        Process process = start();
        int last = -1;
        try (BufferedReader said = process.inputReader()) {
            while (last < ENOUGH) {
                last = Integer.parseInt(said.readLine());
            }
            // SIGKILL: nothing of the process runs after this, no hook and no finally. By its handle, because the
            // process's own method would also close the stream that has its last words.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            process.waitFor();
            for (String line = said.readLine(); line != null && !line.isEmpty(); line = said.readLine()) {
                last = Integer.parseInt(line);
            }
        }

        try (Catalog catalog = Catalog.open(place)) {
            List<AssetView> stored = new ArrayList<>();
            catalog.assets().each(stored::add);
            assertThat(stored.size()).isBetween(last + 1, last + 2);
            for (int i = 0; i < stored.size(); i++) {
                assertThat(stored.get(i).files()).containsExactly(photo(folder, i));
                assertThat(stored.get(i).faces()).hasSize(3);
                assertThat(stored.get(i).tags()).hasSize(2);
                assertThat(catalog.files().known(photo(folder, i)).orElseThrow().isCurrent(Samples.stamp(1)))
                        .isTrue();
            }
            // The dead process's lock is gone with it, and the work goes on.
            try (Indexing indexing = catalog.beginIndexing()) {
                Samples.add(indexing, photo(folder, stored.size()), Samples.NOON, List.of());
            }
            assertThat(catalog.assets().count()).isEqualTo(stored.size() + 1L);
        }
    }

    @Test
    void aSecondProcessIsToldWhichOneIsIndexing() throws Exception {
        Process process = start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("0");
            try (Catalog catalog = Catalog.open(place)) {
                assertThat(catalog.assets().count()).isPositive();
                assertThatThrownBy(catalog::beginIndexing)
                        .isInstanceOf(AlreadyIndexingException.class)
                        .hasMessageContaining("process " + process.pid());
                // What the user says need not wait for the indexer to end.
                Choice choice = catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("receipt"), "");
                assertThat(catalog.choices().all()).containsExactly(choice);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
