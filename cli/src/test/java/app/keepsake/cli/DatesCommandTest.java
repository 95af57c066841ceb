package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Taken;
import app.keepsake.operations.index.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates as the user lists and says them on the command line. */
final class DatesCommandTest {
    @TempDir
    Path photos;

    @TempDir
    Path library;

    @BeforeEach
    void index() throws IOException {
        TestPhotos.write(photos, 3);
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < 3; i++) {
                Path file = photos.resolve(i + ".jpg");
                AssetFacts facts = AssetFacts.photo("JPEG", 160, 160)
                        .takenAt(LocalDateTime.of(2012, 3, 4, 5, i), "EXIF")
                        .takenBy(Optional.of("CanoScan"), Optional.empty())
                        .dated(i < 2 ? Dating.EXACT.doubted(DateDoubt.SCANNED) : Dating.EXACT);
                indexing.add(file, new FileStamp(1, 1, 0), ContentHash.of(file), facts, "m", Findings.NONE);
            }
        }
    }

    private TestCommand run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--library", library.toString()));
        return TestCommand.run(all.toArray(String[]::new));
    }

    private Optional<Taken> taken(int photo) throws IOException {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            return catalog.assets()
                    .find(ContentHash.of(photos.resolve(photo + ".jpg")))
                    .orElseThrow()
                    .facts()
                    .taken();
        }
    }

    @Test
    void listsDoubtfulDatesAndTakesWhatIsSaidAndTakesItBack() throws IOException {
        assertThat(run("dates").out())
                .contains("2 in " + photos + ", by CanoScan: scans: the date is that of scanning");
        assertThat(run("dates", "--json").out()).contains("\"doubt\":\"scanned\"", "\"camera\":\"CanoScan\"");

        TestCommand set = run("dates", "set", "1985-07", "--folder", photos.toString(), "--name", "[01].jpg");
        assertThat(set.code()).as(set.err()).isZero();
        assertThat(set.out()).contains("Noted for 2 pictures.");
        assertThat(taken(0)).contains(Taken.parse("1985-07"));
        assertThat(taken(2)).contains(Taken.at(LocalDateTime.of(2012, 3, 4, 5, 2)));
        assertThat(run("dates").out()).contains("Every picture is dated.");

        assertThat(run("dates", "undo").out()).contains("Taken back for 2 pictures.");
        assertThat(taken(0)).contains(Taken.at(LocalDateTime.of(2012, 3, 4, 5, 0)));
        assertThat(run("dates", "undo").out()).contains("Nothing was said of dates.");
    }

    @Test
    void putsAClockRight() throws IOException {
        TestCommand shift = run("dates", "shift", "--by", "-1h", "--camera", "cano");
        assertThat(shift.code()).as(shift.err()).isZero();
        assertThat(shift.out()).contains("Noted for 1 picture.", "2 as before");
        assertThat(taken(2)).contains(Taken.at(LocalDateTime.of(2012, 3, 4, 4, 2)));
    }

    @Test
    void writesSidecarsOnlyWhenAsked() throws IOException {
        Path photo = photos.resolve("0.jpg");
        byte[] before = Files.readAllBytes(photo);
        assertThat(run("dates", "set", "1985", photo.toString()).code()).isZero();
        assertThat(photos.resolve("0.jpg.xmp")).doesNotExist();
        assertThat(run("dates", "--write-xmp").out()).contains("1 XMP files written, 0 held the date already.");
        assertThat(Files.readString(photos.resolve("0.jpg.xmp"))).contains("1985");
        assertThat(Files.readAllBytes(photo)).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongWithWords() {
        assertThat(run("dates", "set", "July 1985", "--folder", photos.toString())
                        .err())
                .contains("1985-07", "July 1985");
        assertThat(run("dates", "set", "1985").err()).contains("which pictures");
        assertThat(run("dates", "set", "1985", photos.resolve("none.jpg").toString())
                        .err())
                .contains("none.jpg");
        assertThat(run("dates", "shift", "--by", "1h", "--camera", "x").err()).contains("+1h");
        assertThat(run("dates", "set", "1985", "--folder", photos.resolve("no").toString())
                        .out())
                .contains("There are no such pictures.");
    }
}
