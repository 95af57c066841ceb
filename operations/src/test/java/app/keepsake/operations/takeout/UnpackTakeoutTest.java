package app.keepsake.operations.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackTakeoutTest {
    @TempDir
    Path folder;

    private Path library = Path.of("");

    @BeforeEach
    void makeALibrary() throws IOException {
        library = Files.createDirectory(folder.resolve("library"));
    }

    @Test
    void bringsPartsTogether() throws IOException {
        List<Path> zips = Zips.export(folder);
        UnpackReport report = unpack(zips);
        assertThat(report.problems()).isEmpty();
        assertThat(report.unpacked()).isEqualTo(7);
        assertThat(report.folders()).containsExactly(library.resolve("takeout/takeout-20240506T101112Z"));
        Path year = report.folders().getFirst().resolve("Takeout/Google Fotos/Fotos von 2019");
        assertThat(year.resolve("a.jpg")).hasContent("one");
        assertThat(year.resolve("a.jpg.supplemental-metadata.json")).hasContent(Zips.SIDECAR);
        assertThat(report.folders().getFirst().resolve("Takeout/Drive")).doesNotExist();
        UnpackReport again = unpack(zips);
        assertThat(again.unpacked()).isZero();
        assertThat(again.present()).isEqualTo(7);
        assertThat(again.folders()).isEqualTo(report.folders());
    }

    /** Sidecars may come before their photos, or after. */
    @Test
    void takesOnePartAtATime() throws IOException {
        List<Path> zips = Zips.export(folder);
        assertThat(unpack(zips.subList(1, 2)).unpacked()).isEqualTo(4);
        assertThat(unpack(zips.subList(0, 1)).unpacked()).isEqualTo(3);
        Path play = Zips.of(
                folder.resolve("takeout-20240506T101112Z-003.zip"), Map.of("Takeout/Google Play/Purchases.json", "{}"));
        assertThat(unpack(List.of(play)).unpacked()).isZero();
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        List<Path> zips = Zips.export(folder);
        UnpackReport stopped = new UnpackTakeout(library, () -> true).unpack(zips);
        assertThat(stopped.interrupted()).isTrue();
        assertThat(stopped.unpacked()).isZero();
        assertThat(unpack(zips).unpacked()).isEqualTo(7);
    }

    @Test
    void writesNothingElsewhere() throws IOException {
        Path zip = Zips.of(
                folder.resolve("evil.zip"),
                Map.of(
                        "../up.jpg",
                        "x",
                        "/absolute.jpg",
                        "x",
                        "Takeout/../../../up.jpg",
                        "x",
                        "Takeout\\..\\up.jpg",
                        "x",
                        "a//b.jpg",
                        "x",
                        "deep/".repeat(20) + "a.jpg",
                        "x",
                        "Takeout/.hidden/._a.jpg",
                        "x",
                        "Takeout/good.jpg",
                        "x"));
        UnpackReport report = unpack(List.of(zip));
        assertThat(report.unpacked()).isEqualTo(1);
        assertThat(report.problems()).hasSize(6);
        assertThat(report.problems()).allMatch(problem -> problem.reason().contains("leads elsewhere"));
        assertThat(written()).containsExactly("takeout/evil/Takeout/good.jpg");
    }

    @Test
    void unpacksNoBombs() throws IOException {
        Path zip = Zips.of(
                folder.resolve("bomb.zip"), Map.of("a.jpg", "\0".repeat(80 << 20), "b.jpg", "\0".repeat(1 << 20)));
        UnpackReport report = unpack(List.of(zip));
        assertThat(report.problems()).extracting(Problem::member).containsExactly("a.jpg");
        assertThat(written()).containsExactly("takeout/bomb/b.jpg");
    }

    /** What a member holds is compared with what the ZIP says of it, and no half of it stays. */
    @Test
    void keepsNothingThatIsDamaged() throws IOException {
        Path zip = Zips.of(folder.resolve("part.zip"), Map.of("a.jpg", "one and two and three and four"));
        byte[] bytes = Files.readAllBytes(zip);
        for (int at : new int[] {36, 40, 44, 50}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x5A;
            Files.write(zip, damaged);
            UnpackReport report = unpack(List.of(zip));
            assertThat(report.problems()).hasSize(1);
            assertThat(written()).isEmpty();
        }
    }

    @Test
    void passesOverWhatHasAPassword() throws IOException {
        List<Path> zips = Zips.export(folder);
        byte[] bytes = Files.readAllBytes(zips.get(1));
        for (int at = 0; at + 4 < bytes.length; at++) {
            boolean entry = bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2;
            bytes[at + (entry ? 8 : 0)] |= (byte) (entry ? 1 : 0);
        }
        Files.write(zips.get(1), bytes);
        UnpackReport report = unpack(zips);
        assertThat(report.problems()).extracting(Problem::file).containsExactly(zips.get(1));
        assertThat(report.problems().getFirst().reason()).contains("one with a password");
        assertThat(report.unpacked()).isEqualTo(3);
    }

    @Test
    void keepsTheFirstOfTwoOfOneName() throws IOException {
        Path first = Zips.of(folder.resolve("takeout-1-001.zip"), Map.of("a.jpg", "one"));
        Path second = Zips.of(folder.resolve("takeout-1-002.zip"), Map.of("a.jpg", "another"));
        UnpackReport report = unpack(List.of(second, first));
        assertThat(report.problems()).extracting(Problem::file).containsExactly(second);
        assertThat(report.folders().getFirst().resolve("a.jpg")).hasContent("one");
    }

    private UnpackReport unpack(List<Path> zips) throws IOException {
        return new UnpackTakeout(library, () -> false).unpack(zips);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> all = Files.walk(library)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> library.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
