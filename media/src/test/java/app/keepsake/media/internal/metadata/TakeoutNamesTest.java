package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the code to the tables of docs/takeout.md. */
final class TakeoutNamesTest {
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\|(.*\\|)?");

    @TempDir
    Path folder;

    private record Names(String photo, String sidecar) {}

    @ParameterizedTest
    @MethodSource
    void knowsHowSidecarsAreNamed(Names names) {
        assertThat(TakeoutNames.ofSidecars(names.photo())).contains(names.sidecar());
    }

    static List<Names> knowsHowSidecarsAreNamed() throws IOException {
        return rows(3);
    }

    @ParameterizedTest
    @MethodSource
    void takesNoOther(Names names) {
        assertThat(TakeoutNames.ofSidecars(names.photo())).doesNotContain(names.sidecar());
    }

    static List<Names> takesNoOther() throws IOException {
        return rows(2);
    }

    @Test
    void prefersAPhotosOwnSidecar() {
        List<String> names = List.copyOf(TakeoutNames.ofSidecars("IMG_1-EFFECTS.jpg"));
        assertThat(names.indexOf("IMG_1-EFFECTS.jpg.json")).isLessThan(names.indexOf("IMG_1.jpg.json"));
        List<String> copies = List.copyOf(TakeoutNames.ofSidecars("IMG_1(1).jpg"));
        assertThat(copies.getFirst()).isEqualTo("IMG_1.jpg(1).json");
    }

    /** No candidate is a name that the file system refuses: a letter of two units is not cut. */
    @Test
    void givesOnlyNamesThatFilesMayHave() {
        for (int before = 38; before < 50; before++) {
            for (String name : TakeoutNames.ofSidecars("a".repeat(before) + "\uD83D\uDE00\uD83D\uDE01.jpg")) {
                assertThat(Files.exists(folder.resolve(name))).isFalse();
            }
        }
        assertThat(TakeoutNames.ofSidecars("a".repeat(300) + ".jpg")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Google Photos/Trash",
                "Google Photos/Bin",
                "Google Photos/Archive",
                "Google Photos/Locked Folder",
                "Google Fotos/Papierkorb",
                "Google Fotos/Archiv",
                "Google Fotos/Gesperrter Ordner",
                "Google Photos/Corbeille",
                "Google Fotos/Papelera",
                "Google Foto/Cestino",
                "Google Foto\u2019s/Prullenbak",
                "Google \u30D5\u30A9\u30C8/\u30B4\u30DF\u7BB1"
            })
    void knowsTheFoldersOfWhatWasPutAway(String name) {
        assertThat(TakeoutFolders.isPutAway(folder.resolve(name).resolve("a.jpg")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Google Photos/Photos from 2019", "Pictures/Archive", "Google Photos/Trash/Art", "Trash"})
    void takesOthersForFolders(String name) {
        assertThat(TakeoutFolders.isPutAway(folder.resolve(name).resolve("a.jpg")))
                .isFalse();
    }

    @Test
    void putsAwayWhatLiesInTheTrashWithoutASidecar() throws IOException {
        Path trash = Files.createDirectories(folder.resolve("Google Photos/Trash"));
        assertThat(Sidecars.takeout(trash.resolve("a.jpg")).hidden()).isTrue();
        assertThat(Sidecars.takeout(folder.resolve("a.jpg")).hidden()).isFalse();
    }

    /** A file of such a name may be another program's. */
    @Test
    void looksFurtherBehindWhatIsNoSidecar() throws IOException {
        Files.writeString(folder.resolve("a.jpg.json"), "[{\"SourceFile\":\"a.jpg\"}]");
        Files.writeString(folder.resolve("a.jpg.supplemental-metadata.json"), "{\"trashed\":true}");
        assertThat(Sidecars.takeout(folder.resolve("a.jpg")).hidden()).isTrue();
    }

    private static List<Names> rows(int columns) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/takeout.md"))) {
            List<Names> rows = lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .filter(row -> (row.group(3) == null ? 2 : 3) == columns)
                    .map(row -> new Names(row.group(1), row.group(2)))
                    .toList();
            assertThat(rows).hasSizeGreaterThan(5);
            return rows;
        }
    }
}
