package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Stage;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexerTest {
    private static AssetReading reading;

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private Catalog catalog;

    @BeforeAll
    static void open() {
        reading = AssetReading.open();
    }

    @AfterAll
    static void close() {
        reading.close();
    }

    @BeforeEach
    void openCatalog() {
        catalog = Catalog.open(home.resolve("catalog.db"));
    }

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    @Test
    void readsAnUnchangedFileOnlyOnce() throws IOException {
        TestPhotos.write(folder, 3);
        assertThat(index().analysed()).isEqualTo(3);
        IndexReport again = index();
        assertThat(again.analysed()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
    }

    @Test
    void looksOnceMoreAtAFileThatMayHaveChangedBehindTheReading() throws IOException {
        Path photo = folder.resolve("0.jpg");
        FileTime now = FileTime.from(Instant.now().plusMillis(500));
        write(photo, 0, now);
        index();
        ContentHash before = views().getFirst().asset().hash();
        assertThat(index().unchanged()).as("it has not changed").isEqualTo(1);
        write(photo, 1, now);
        assertThat(index().analysed()).isEqualTo(1);
        assertThat(catalog.assets().find(ContentHash.of(photo))).isPresent();
        assertThat(ContentHash.of(photo)).isNotEqualTo(before);
    }

    @Test
    void looksOnceMoreAtASidecarThatMayHaveChangedBehindTheReading() throws IOException {
        write(folder.resolve("0.jpg"), 0, FileTime.from(Instant.now().minusSeconds(60)));
        Path sidecar = folder.resolve("0.jpg.json");
        FileTime now = FileTime.from(Instant.now().plusMillis(500));
        for (boolean favourite : new boolean[] {false, true}) {
            Files.writeString(
                    sidecar,
                    "{\"title\": \"0.jpg\", \"favorited\": %s, \"photoTakenTime\": {\"timestamp\": \"1717243200\"}}"
                            .formatted(favourite));
            Files.setLastModifiedTime(sidecar, now);
            index();
            assertThat(views().getFirst().asset().facts().favourite()).isEqualTo(favourite);
        }
    }

    @Test
    void tellsOfNamesThatAreNoTextAndStoresNothingOfThem() throws Exception {
        TestPhotos.write(folder, 1);
        touch("notes.txt");
        Path photo = home.resolve("photo.jpg");
        JpegWriter.write(TestPhotos.picture(9), photo, 0.9f);
        String names = "cp \"$2\" \"$1/$(printf 'caf\\351.jpg')\" && cp \"$2\" \"$1/$(printf 'caf\\350.jpg')\"";
        int end = new ProcessBuilder("/bin/sh", "-c", names, "sh", folder.toString(), photo.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        Needs.tool(end == 0, "a disk that takes any bytes for names");
        for (int run = 0; run < 2; run++) {
            IndexReport report = index();
            assertThat(report.found()).isEqualTo(1);
            assertThat(report.problems())
                    .hasSize(2)
                    .allMatch(one -> one.reason().contains("expected a name in"));
            assertThat(report.passedOver()).isEqualTo(Map.of("txt", 1));
            assertThat(views()).hasSize(1);
            assertThat(catalog.files().knownUnder(folder)).hasSize(1);
        }
    }

    private void touch(String name) throws IOException {
        Files.writeString(folder.resolve(name), name);
    }

    /** All photos that this writes have one size. */
    private static void write(Path photo, long seed, FileTime modified) throws IOException {
        JpegWriter.write(TestPhotos.picture(seed), photo, 0.9f);
        byte[] padded = Arrays.copyOf(Files.readAllBytes(photo), 1 << 17);
        Files.write(photo, padded);
        Files.setLastModifiedTime(photo, modified);
    }

    @Test
    void keepsWhatIsKnownOfAMovedFile() throws IOException {
        TestPhotos.write(folder, 2);
        index();
        List<Long> before = ids();
        Files.createDirectories(folder.resolve("moved"));
        Files.move(folder.resolve("0.jpg"), folder.resolve("moved/renamed.jpg"));
        IndexReport report = index();
        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.analysed()).isZero();
        assertThat(report.missing()).isEqualTo(1);
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void takesUpAChangedSidecar() throws IOException {
        TestPhotos.write(folder, 1);
        index();
        assertThat(views().getFirst().asset().facts().favourite()).isFalse();
        Files.writeString(folder.resolve("0.jpg.json"), """
                {"title": "0.jpg", "favorited": true, "photoTakenTime": {"timestamp": "1717243200"}}
                """);
        index();
        assertThat(views().getFirst().asset().facts().favourite()).isTrue();
    }

    @Test
    void aPhotoMovesWhenItsClipComesAndStandsStillWhenItGoes() throws IOException {
        TestPhotos.write(folder, 1);
        index();
        assertThat(views().getFirst().asset().facts().movement()).isEmpty();
        Path clip = folder.resolve("0.MP4");
        try (MovieWriter writer = MovieWriter.create(clip, new MovieFormat(160, 160, 30))) {
            for (int frame = 0; frame < 60; frame++) {
                RgbImage image = TestPhotos.picture(0);
                for (int y = 60; y < 90; y++) {
                    Arrays.fill(image.pixels(), 3 * (160 * y + 2 * frame), 3 * (160 * y + 2 * frame + 30), (byte) -1);
                }
                writer.frame(image);
            }
            writer.finish();
        }
        index();
        AssetView photo = views().stream()
                .filter(view -> !view.asset().facts().clip())
                .findFirst()
                .orElseThrow();
        assertThat(photo.asset().facts().movement()).isPresent();
        assertThat(photo.quality().orElseThrow().bestSpan()).isPresent();
        assertThat(catalog.assets().clipsOf(photo.asset().facts().livePhotoId().orElseThrow()))
                .flatExtracting(AssetView::files)
                .containsExactly(clip);
        Files.delete(clip);
        index();
        AssetView still = views().getFirst();
        assertThat(still.asset().facts().movement()).isEmpty();
        assertThat(still.quality().orElseThrow().bestSpan()).isEmpty();
    }

    @Test
    void reportsEachBrokenFileOnceAndIndexesTheRest() throws IOException {
        TestPhotos.write(folder, 2);
        byte[] whole = Files.readAllBytes(folder.resolve("0.jpg"));
        Files.write(folder.resolve("zero.jpg"), new byte[0]);
        Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, 300));
        Files.writeString(folder.resolve("text.jpg"), "this is no photo");
        Files.write(folder.resolve("mislabelled.png"), whole);
        IndexReport first = index();
        assertThat(first.problems())
                .extracting(problem -> problem.file().getFileName().toString())
                .containsExactly("cut.jpg", "text.jpg", "zero.jpg");
        assertThat(first.problems())
                .allSatisfy(problem ->
                        assertThat(problem.reason()).contains("expected").contains("found"));
        assertThat(catalog.assets().count())
                .as("two photos; the mislabelled one is a copy of the first")
                .isEqualTo(2);
        IndexReport second = index();
        assertThat(second.problems()).isEmpty();
        assertThat(second.knownProblems()).isEqualTo(3);
    }

    @Test
    void triesAgainWhatWasTooLargeForTheMemory() throws IOException {
        TestPhotos.write(folder, 2);
        IndexReport first = index(() -> false, new ShortOfMemory("1.jpg"));
        assertThat(first.analysed()).isEqualTo(1);
        assertThat(first.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("fits into memory"));
        IndexReport second = index(() -> false, new ShortOfMemory("1.jpg"));
        assertThat(second.problems()).isEmpty();
        assertThat(second.knownProblems()).isEqualTo(1);
        IndexReport third = index();
        assertThat(third.analysed()).isEqualTo(1);
        assertThat(third.knownProblems()).isZero();
        assertThat(catalog.assets().count()).isEqualTo(2);
    }

    @Test
    void triesAgainWhatADiskDidNotGive() throws IOException {
        TestPhotos.write(folder, 1);
        TestPhotos.age(folder.resolve("0.jpg"));
        IndexReport first = index(() -> false, new Stumbling(reading, new IOException("Stale file handle")));
        assertThat(first.problems()).hasSize(1);
        IndexReport second = index();
        assertThat(second.analysed()).isEqualTo(1);
        assertThat(second.knownProblems()).isZero();
    }

    @Test
    void triesAgainWhatWasNotPermitted() throws IOException {
        TestPhotos.write(folder, 1);
        Path photo = folder.resolve("0.jpg");
        TestPhotos.age(photo);
        IndexReport first = index(
                () -> false,
                new Stumbling(
                        reading,
                        MediaException.ofDisk(photo, "that reading it is not permitted", "Change its permissions.")));
        assertThat(first.problems()).hasSize(1);
        assertThat(index().analysed()).isEqualTo(1);
    }

    /** Reads all files but one, for which there is no memory. */
    private record ShortOfMemory(String name) implements FileReading {
        @Override
        public Map<Stage, String> versions() {
            return reading.versions();
        }

        @Override
        public AssetFacts facts(Path file) throws IOException {
            return reading.facts(file);
        }

        @Override
        public Findings findings(Path file, AssetFacts facts) throws IOException {
            if (file.endsWith(name)) {
                throw MediaException.ofMemory(file);
            }
            return reading.findings(file, facts);
        }
    }

    @Test
    void goesOnWhereAStoppedRunEnded() throws IOException {
        TestPhotos.write(folder, 6);
        AtomicInteger asked = new AtomicInteger();
        IndexReport stopped = index(() -> asked.incrementAndGet() > 3);
        assertThat(stopped.interrupted()).isTrue();
        assertThat(stopped.analysed()).isBetween(1, 5);
        IndexReport rest = index();
        assertThat(rest.analysed()).isEqualTo(6 - stopped.analysed());
        assertThat(catalog.assets().count()).isEqualTo(6);
    }

    @Test
    void namesAFileOverWhichThreeProcessesDied() throws IOException {
        TestPhotos.write(folder, 2);
        Path deadly = folder.resolve("0.jpg");
        for (int deaths = 0; deaths < 3; deaths++) {
            assertThat(diesOver(deadly)).isEqualTo(deaths);
        }
        IndexReport report = index();
        assertThat(report.analysed()).isEqualTo(1);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(deadly);
            assertThat(problem.reason()).contains("3 attempts");
        });
        assertThat(index().knownProblems()).isEqualTo(1);
        Files.copy(folder.resolve("1.jpg"), deadly, StandardCopyOption.REPLACE_EXISTING);
        assertThat(index().moved()).as("another file in its place is another").isEqualTo(1);
    }

    @Test
    void looksAtAFileOverWhichAProcessDiedWhereItDoesNoHarm() throws IOException {
        TestPhotos.write(folder, 3);
        index();
        List<AssetView> usual = views();
        try (Catalog other = Catalog.open(home.resolve("other.db"))) {
            try (Indexing indexing = other.beginIndexing()) {
                assertThat(indexing.take(folder.resolve("1.jpg"), stamp(folder.resolve("1.jpg"))))
                        .isZero();
            }
            Indexer indexer = new Indexer(other, reading, home, 2);
            assertThat(indexer.index(List.of(folder), () -> false, QUIET).analysed())
                    .isEqualTo(3);
            List<AssetView> careful = new ArrayList<>();
            other.assets().each(careful::add);
            assertThat(careful)
                    .extracting(view -> view.asset().hash() + " " + view.asset().facts() + view.quality())
                    .containsExactlyInAnyOrderElementsOf(usual.stream()
                            .map(view ->
                                    view.asset().hash() + " " + view.asset().facts() + view.quality())
                            .toList());
            try (Indexing indexing = other.beginIndexing()) {
                assertThat(indexing.taken(folder)).isEmpty();
            }
        }
    }

    private int diesOver(Path file) throws IOException {
        try (Indexing indexing = catalog.beginIndexing()) {
            return indexing.take(file, stamp(file));
        }
    }

    private static FileStamp stamp(Path file) throws IOException {
        return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis(), 0);
    }

    private static final Indexer.Listener QUIET = new Indexer.Listener() {
        @Override
        public void reading(int files) {}

        @Override
        public void read() {}
    };

    private IndexReport index() throws IOException {
        return index(() -> false);
    }

    private IndexReport index(BooleanSupplier stop) throws IOException {
        return index(stop, reading);
    }

    private IndexReport index(BooleanSupplier stop, FileReading read) throws IOException {
        return new Indexer(catalog, read, home, 2).index(List.of(folder), stop, QUIET);
    }

    private List<AssetView> views() {
        List<AssetView> views = new ArrayList<>();
        catalog.assets().each(views::add);
        return views;
    }

    private List<Long> ids() {
        return views().stream().map(view -> view.asset().id()).toList();
    }
}
