package app.keepsake.operations.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.DateShift;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Precision;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.operations.sidecars.SidecarExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is listed as doubtful, what is said of it, and what other programs learn. */
final class DatesTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2019, 8, 12, 12, 0);

    @TempDir
    Path folder;

    private Catalog catalog;
    private int aftermaths;

    @BeforeEach
    void open() {
        catalog = Catalog.open(folder.resolve("catalog.db"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private ChangeDates changing() {
        return new ChangeDates(catalog, () -> {
            aftermaths++;
            return new Withdrawal.Effect(List.of(), List.of());
        });
    }

    private long add(String file, AssetFacts facts) {
        return add(folder.resolve(file), ContentHash.ofContent(file.getBytes(StandardCharsets.UTF_8)), facts);
    }

    private long add(Path file, ContentHash hash, AssetFacts facts) {
        try (Indexing indexing = catalog.beginIndexing()) {
            return indexing.add(
                            file,
                            new FileStamp(1, 1, 0),
                            hash,
                            facts,
                            "m",
                            new Findings(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of()))
                    .id();
        }
    }

    private static AssetFacts by(String camera, LocalDateTime time, Dating dating) {
        return AssetFacts.photo("JPEG", 10, 10)
                .takenAt(time, "EXIF")
                .takenBy(Optional.of(camera), Optional.empty())
                .dated(dating);
    }

    private Optional<Taken> taken(long asset) {
        return catalog.assets().find(asset).map(Asset::facts).flatMap(AssetFacts::taken);
    }

    @Test
    void doubtfulPicturesAreGroupedByReasonFolderAndCamera() {
        long scan = add(
                "album/1.jpg",
                by("CanoScan", NOON, Dating.EXACT.doubted(DateDoubt.SCANNED).ofScanner()));
        long other = add("album/2.jpg", by("CanoScan", NOON.plusDays(1), Dating.EXACT.doubted(DateDoubt.SCANNED)));
        long elsewhere = add("box/1.jpg", by("CanoScan", NOON, Dating.EXACT.doubted(DateDoubt.SCANNED)));
        long undated = add("box/2.jpg", AssetFacts.photo("PNG", 10, 10));
        long rough = add("box/3.jpg", by("X", NOON, Dating.to(Precision.YEAR)));
        add("box/4.jpg", by("X", NOON, Dating.EXACT));

        List<DoubtfulDates.Group> groups = new DoubtfulDates(catalog).groups(view -> true);

        assertThat(groups)
                .extracting(DoubtfulDates.Group::doubt)
                .containsExactly(DateDoubt.UNDATED, DateDoubt.SCANNED, DateDoubt.SCANNED, DateDoubt.ROUGH);
        assertThat(groups)
                .extracting(DoubtfulDates.Group::assets)
                .containsExactly(List.of(undated), List.of(scan, other), List.of(elsewhere), List.of(rough));
        assertThat(groups.get(1).folder()).isEqualTo(folder.resolve("album"));
        assertThat(groups.get(1).camera()).isEqualTo("CanoScan");
        assertThat(groups.get(1).first()).as("the day of scanning is none").isEmpty();
        assertThat(groups.get(3).first().orElseThrow().toText()).isEqualTo("2019");
        assertThat(new DoubtfulDates(catalog).groups(view -> view.asset().id() == rough))
                .hasSize(1);
    }

    @Test
    void aClockThatBeganAnewIsDoubted() {
        for (int i = 0; i < 5; i++) {
            add("a/" + i + ".jpg", by("X", NOON.plusDays(i), Dating.EXACT));
            add("b/" + i + ".jpg", by("Y", LocalDateTime.of(2010, 1, 1, 0, i), Dating.EXACT));
        }
        List<DoubtfulDates.Group> groups = new DoubtfulDates(catalog).groups(view -> true);
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.doubt()).isEqualTo(DateDoubt.UNSET_CLOCK);
            assertThat(group.folder()).isEqualTo(folder.resolve("b"));
            assertThat(group.assets()).hasSize(5);
        });
        changing()
                .shift(
                        new Which(List.of(), Optional.of("y"), Optional.empty(), Set.of(), Optional.empty()),
                        DateShift.parse("+9y"));
        assertThat(new DoubtfulDates(catalog).groups(view -> true)).isEmpty();
    }

    @Test
    void whatTheUserSaidIsNotDoubtedAndCanBeTakenBack() {
        long asset = add("album/1.jpg", by("CanoScan", NOON, Dating.EXACT.doubted(DateDoubt.SCANNED)));
        ChangeDates.Changed changed = changing().set(Which.of(Set.of(asset)), Taken.parse("1985-07"));
        assertThat(changed.saying().orElseThrow().pictures()).isEqualTo(1);
        assertThat(aftermaths).isEqualTo(1);
        assertThat(taken(asset)).contains(Taken.parse("1985-07"));
        assertThat(new DoubtfulDates(catalog).groups(view -> true)).isEmpty();
        assertThat(changing().undo()).isPresent();
        assertThat(taken(asset)).contains(Taken.at(NOON));
        assertThat(changing().undo()).isEmpty();
        assertThat(aftermaths).isEqualTo(2);
    }

    @Test
    void whichIsMeantIsSaidInManyWays() {
        long one = add("album/IMG_1.jpg", by("Nikon D70", NOON, Dating.EXACT));
        long two = add("album/IMG_2.jpg", by("Canon", NOON.plusYears(1), Dating.EXACT));
        long three = add("albums/IMG_1.png", by("Nikon D90", NOON.plusYears(2), Dating.EXACT));
        assertThat(said(new Which(
                        List.of(folder.resolve("album")),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty())))
                .containsExactlyInAnyOrder(one, two);
        assertThat(said(new Which(List.of(), Optional.of("nikon"), Optional.empty(), Set.of(), Optional.empty())))
                .containsExactlyInAnyOrder(one, three);
        assertThat(said(new Which(List.of(), Optional.empty(), Optional.of("IMG_1*"), Set.of(), Optional.empty())))
                .containsExactlyInAnyOrder(one, three);
        assertThat(said(new Which(List.of(), Optional.empty(), Optional.empty(), Set.of(two, 99L), Optional.empty())))
                .containsExactly(two);
        assertThat(said(new Which(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.of(Taken.parse("2019..2020")))))
                .containsExactlyInAnyOrder(one, two);
        assertThat(said(new Which(
                        List.of(folder), Optional.of("nikon"), Optional.of("*.png"), Set.of(), Optional.empty())))
                .containsExactly(three);
        assertThatThrownBy(() -> new Which(List.of(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty()))
                .hasMessageContaining("which pictures");
        assertThatThrownBy(() -> new Which(List.of(), Optional.empty(), Optional.of("[a"), Set.of(), Optional.empty()))
                .hasMessageContaining("[a");
    }

    private List<Long> said(Which which) {
        changing().set(which, Taken.parse("1950"));
        List<Long> said = catalog.dates().inForce().keySet().stream()
                .map(hash -> catalog.assets().find(hash).orElseThrow().id())
                .toList();
        changing().undo();
        return said;
    }

    @Test
    void aShiftLeavesWhatHasNoDate() {
        long dated = add("a/1.jpg", by("X", NOON, Dating.EXACT));
        long scan = add("a/2.jpg", by("X", NOON, Dating.EXACT.doubted(DateDoubt.SCANNED)));
        ChangeDates.Changed changed = changing().shift(Which.of(Set.of(dated, scan)), DateShift.parse("-1h"));
        assertThat(changed.left()).containsExactly(scan);
        assertThat(taken(dated)).contains(Taken.at(NOON.minusHours(1)));
        assertThat(changing().set(Which.of(Set.of(99L)), Taken.parse("1985")).saying())
                .isEmpty();
    }

    @Test
    void sidecarsAreWrittenBesidePicturesWhichStayAsTheyAre() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        TestPhotos.write(photos, 3);
        List<Path> files;
        try (Stream<Path> all = Files.list(photos)) {
            files = all.sorted().toList();
        }
        byte[] before = Files.readAllBytes(files.getFirst());
        for (Path file : files) {
            add(file, ContentHash.of(file), by("X", NOON, Dating.EXACT));
        }
        changing().set(named(files.get(0)), Taken.parse("1985-07"));
        changing().set(named(files.get(1)), Taken.parse("1985-06..1985-08"));
        changing().set(named(files.get(2)), Taken.parse("1980s"));

        SidecarExport report = new ExportDates(catalog).to(List.of(photos));

        assertThat(report.written()).isEqualTo(2);
        assertThat(report.problems())
                .singleElement()
                .asString()
                .contains(files.get(2).toString(), "1980..1989");
        assertThat(Files.readString(Path.of(files.get(0) + ".xmp"))).contains("1985-07");
        assertThat(Files.readString(Path.of(files.get(1) + ".xmp"))).contains("\"1985\"");
        assertThat(Files.readAllBytes(files.getFirst())).isEqualTo(before);
        assertThat(new ExportDates(catalog).to(List.of()).unchanged()).isEqualTo(2);
        assertThat(new ExportDates(catalog).to(List.of(folder.resolve("other"))).unchanged())
                .isZero();
    }

    private static Which named(Path file) {
        return new Which(
                List.of(), Optional.empty(), Optional.of(file.getFileName().toString()), Set.of(), Optional.empty());
    }
}
