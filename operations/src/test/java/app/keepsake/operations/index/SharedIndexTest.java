package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.IndexTask;
import app.keepsake.catalog.Sharing;
import app.keepsake.catalog.Stage;
import app.keepsake.testbed.Needs;
import app.keepsake.testbed.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several that index together, over a catalog on a server. */
final class SharedIndexTest {
    private static AssetReading reading;

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private String address;
    private Catalog catalog;

    @BeforeAll
    static void open() {
        Needs.tool(PostgresServer.forTests().isPresent(), PostgresServer.ABSENT);
        reading = AssetReading.open();
    }

    @AfterAll
    static void close() {
        if (reading != null) {
            reading.close();
        }
    }

    @BeforeEach
    void openCatalog() throws IOException, InterruptedException {
        address = PostgresServer.forTests().orElseThrow().newDatabase();
        catalog = Catalog.open(new CatalogLocation.OnServer(address));
    }

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    private static IndexReport index(Catalog catalog, FileReading how, Path folder, BooleanSupplier stop)
            throws IOException {
        return new Indexer(catalog, how, Path.of("/left/out"), 2).index(List.of(folder), stop, new Indexer.Listener() {
            @Override
            public void reading(int files) {}

            @Override
            public void read() {}
        });
    }

    private IndexReport index() throws IOException {
        return index(catalog, reading, folder, () -> false);
    }

    private SharedLooking help(FileReading how, Map<Path, Path> folders, AtomicInteger looked) {
        return SharedLooking.begin(catalog, how, folders, 2, (outcome, here) -> looked.incrementAndGet());
    }

    @Test
    void findsWhatOneProcessFindsAndSaysItOnce() throws IOException {
        TestPhotos.write(folder, 24);
        byte[] whole = Files.readAllBytes(folder.resolve("0.jpg"));
        Files.write(folder.resolve("zero.jpg"), new byte[0]);
        Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, 300));
        Files.writeString(folder.resolve("1.jpg.json"), """
                {"title": "1.jpg", "favorited": true, "photoTakenTime": {"timestamp": "1717243200"}}
                """);
        AtomicInteger helped = new AtomicInteger();
        IndexReport together;
        try (SharedLooking first = help(reading, Map.of(), helped);
                SharedLooking second = help(reading, Map.of(), helped)) {
            together = index();
        }
        assertThat(helped.get()).isPositive();

        try (Catalog file = Catalog.open(home.resolve("catalog.db"))) {
            IndexReport alone = index(file, reading, folder, () -> false);
            assertThat(together.problems()).isEqualTo(alone.problems()).hasSize(2);
            assertThat(together.analysed()).isEqualTo(alone.analysed()).isEqualTo(24);
            assertThat(Known.of(catalog)).isEqualTo(Known.of(file)).hasSizeGreaterThan(24);
        }

        IndexReport again = index();
        assertThat(again.problems()).isEmpty();
        assertThat(again.knownProblems()).isEqualTo(2);
        assertThat(again.unchanged()).isEqualTo(24);
    }

    @Test
    void whatHelpersDoNotSeeIsLookedAtByTheOneThatFoundIt() throws IOException {
        TestPhotos.write(folder, 12);
        AtomicInteger helped = new AtomicInteger();
        IndexReport report;
        try (SharedLooking blind = help(reading, Map.of(folder, Path.of("/nowhere")), helped)) {
            report = index();
        }
        assertThat(report.analysed()).isEqualTo(12);
        assertThat(report.problems()).isEmpty();
        assertThat(catalog.assets().count()).isEqualTo(12);
    }

    @Test
    void aHelperFindsFilesInAnotherPlace() throws IOException {
        TestPhotos.write(folder, 1);
        Path there = Path.of("/there/photos/0.jpg");
        IndexTask task = new IndexTask(there, new FileStamp(1, 2, 0), false, OptionalLong.empty());
        Map<Path, IndexTask.Outcome> became;
        try (SharedLooking helper = help(reading, Map.of(Path.of("/there/photos"), folder), new AtomicInteger())) {
            became = catalog.sharing()
                    .orElseThrow()
                    .handOut(FileLook.kind(reading), List.of(task), () -> false, done -> {});
        }
        assertThat(became).containsExactly(Map.entry(there, IndexTask.Outcome.ANALYSED));
        assertThat(catalog.files().known(there).orElseThrow().stamp()).isEqualTo(task.stamp());
    }

    @Test
    void aFileOverWhichLookingFailsAgainAndAgainIsAProblemInTheEnd() throws IOException {
        TestPhotos.write(folder, 3);
        IndexReport report = index(catalog, new Defect("1.jpg", reading.versions()), folder, () -> false);
        assertThat(report.analysed()).isEqualTo(2);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(folder.resolve("1.jpg"));
            assertThat(problem.reason()).contains("expected").contains("3 attempts failed");
        });
    }

    /** Reads all files but one, at which it fails as no file should make it fail. */
    private record Defect(String name, Map<Stage, String> versions) implements FileReading {

        @Override
        public AssetFacts facts(Path file) throws IOException {
            return reading.facts(file);
        }

        @Override
        public Findings findings(Path file, AssetFacts facts) throws IOException {
            if (file.endsWith(name)) {
                throw new IllegalStateException("a defect");
            }
            return reading.findings(file, facts);
        }
    }

    @Test
    void ofAJobThatWasDoneTwiceTheFirstOutcomeStands() throws IOException {
        TestPhotos.write(folder, 1);
        Path file = folder.resolve("0.jpg");
        IndexTask task = new IndexTask(file, new FileStamp(1, 2, 0), false, OptionalLong.empty());
        Sharing sharing = catalog.sharing().orElseThrow();
        Sharing.Work slow = new Sharing.Work() {
            @Override
            public IndexTask.Outcome look(IndexTask one) {
                // Another process has done it meanwhile.
                try (Connection other = DriverManager.getConnection(address);
                        PreparedStatement note =
                                other.prepareStatement("INSERT INTO job_outcome (path, outcome) VALUES (?, ?)")) {
                    note.setString(1, one.file().toString());
                    note.setString(2, IndexTask.Outcome.ANALYSED.name());
                    note.executeUpdate();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                return IndexTask.Outcome.PROBLEM;
            }

            @Override
            public IndexTask.Outcome giveUp(IndexTask one, int attempts) {
                return IndexTask.Outcome.PROBLEM;
            }
        };
        try (Sharing.Taking taking = sharing.take("kind", 1, slow)) {
            assertThat(sharing.handOut("kind", List.of(task), () -> false, done -> {}))
                    .containsExactly(Map.entry(file, IndexTask.Outcome.ANALYSED));
        }
    }

    @Test
    void aHelperOfAnotherVersionLeavesTheFilesAlone() throws IOException {
        TestPhotos.write(folder, 1);
        IndexTask task = new IndexTask(folder.resolve("0.jpg"), new FileStamp(1, 2, 0), false, OptionalLong.empty());
        AtomicInteger helped = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        Map<Path, IndexTask.Outcome> became;
        try (SharedLooking helper = help(new Defect("none", Map.of(Stage.METADATA, "metadata 0")), Map.of(), helped)) {
            became = catalog.sharing()
                    .orElseThrow()
                    .handOut(FileLook.kind(reading), List.of(task), () -> asked.incrementAndGet() > 10, done -> {});
        }
        assertThat(became).isEmpty();
        assertThat(helped.get()).isZero();
    }

    @Test
    void aStoppedRunTakesItsFilesBackAndTheNextGoesOn() throws IOException {
        TestPhotos.write(folder, 30);
        IndexReport stopped =
                index(catalog, reading, folder, () -> catalog.assets().count() > 3);
        assertThat(stopped.interrupted()).isTrue();
        assertThat(catalog.assets().count()).isBetween(4L, 29L);
        index();
        assertThat(catalog.assets().count()).isEqualTo(30);
    }

    @Test
    void aCatalogInAFileIsNotShared() {
        try (Catalog file = Catalog.open(home.resolve("catalog.db"))) {
            assertThatThrownBy(() -> SharedLooking.begin(file, reading, Map.of(), 1, (outcome, here) -> {}))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("keepsake.properties");
        }
    }
}
