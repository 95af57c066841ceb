package app.keepsake.operations.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListTakeoutTest {
    @TempDir
    Path folder;

    @Test
    void matchesSidecarsAcrossParts() throws IOException {
        Zips.export(folder);
        TakeoutReport report = ListTakeout.of(List.of(folder)).getFirst();
        assertThat(report.name()).isEqualTo("takeout-20240506T101112Z");
        assertThat(report.parts()).hasSize(2);
        assertThat(report.photos()).isEqualTo(3);
        assertThat(report.matched()).isEqualTo(2);
        assertThat(report.unmatched()).containsExactly("Takeout/Google Fotos/Fotos von 2019/b.jpg");
        assertThat(report.orphans()).containsExactly("Takeout/Google Fotos/Fotos von 2019/gone.jpg.json");
        assertThat(report.albums()).containsExactly(new TakeoutAlbum("Takeout/Google Fotos/Am Meer/", "Am Meer"));
        assertThat(report.problems()).isEmpty();
        assertThat(folder.resolve("Takeout")).doesNotExist();
    }

    @Test
    void tellsTheSameOfAFolder() throws IOException {
        UnpackReport unpacked = new UnpackTakeout(folder, () -> false).unpack(Zips.export(folder));
        TakeoutReport report = ListTakeout.of(unpacked.folders()).getFirst();
        assertThat(report.photos()).isEqualTo(3);
        assertThat(report.matched()).isEqualTo(2);
        assertThat(report.albums()).extracting(TakeoutAlbum::title).containsExactly("Am Meer");
    }

    @Test
    void namesPartsThatAreMissing() throws IOException {
        List<Path> parts = Zips.export(folder);
        Path later = Files.move(parts.get(1), folder.resolve("takeout-20240506T101112Z-004.zip"));
        TakeoutReport report = ListTakeout.of(List.of(parts.get(0), later)).getFirst();
        assertThat(report.missingParts()).containsExactly(2, 3);
    }

    @Test
    void tellsOfWhatIsNoZip() throws IOException {
        Path tar = Files.writeString(folder.resolve("takeout-001.tgz"), "x");
        Path damaged = Files.writeString(folder.resolve("takeout-002.zip"), "PK and no more");
        Path cut = folder.resolve("takeout-003.zip");
        byte[] whole = Files.readAllBytes(Zips.of(cut, Map.of("a.jpg", "one", "b.jpg", "two")));
        Files.write(cut, Arrays.copyOf(whole, whole.length - 30));
        TakeoutReport report = ListTakeout.of(List.of(tar, damaged, cut, folder.resolve("takeout-004.zip")))
                .getFirst();
        assertThat(report.problems())
                .extracting(Problem::file)
                .containsExactly(tar, damaged, cut, folder.resolve("takeout-004.zip"));
        assertThat(report.problems().get(0).reason()).contains("tar -xzf");
        assertThat(report.problems().get(1).reason()).contains("Download this part again");
        assertThat(report.problems().get(3).reason()).contains("found nothing");
        assertThat(report.photos()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "takeout-20240506T101112Z-001.zip,takeout-20240506T101112Z,1",
        "takeout-20240506T101112Z-1-012.zip,takeout-20240506T101112Z,12",
        "takeout-20240506T101112Z-001 (1).zip,takeout-20240506T101112Z,1",
        "TAKEOUT-20240506T101112Z-003.ZIP,TAKEOUT-20240506T101112Z,3",
        "my photos.zip,my photos,0",
        "...zip,takeout,0"
    })
    void tellsExportsByTheirNames(String zip, String export, int part) {
        ExportName name = ExportName.of(Path.of(zip));
        assertThat(name.export()).isEqualTo(export);
        assertThat(name.part().orElse(0)).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"Am Meer\"}|Am Meer",
                "{\"albumData\":{\"title\":\"Summer\"}}|Summer",
                "{\"title\":\"Photos from 2019\"}|",
                "{\"title\":\" \"}|",
                "{\"title\":\"a.jpg\",\"photoTakenTime\":{}}|",
                "[1]|",
                "{|"
            })
    void tellsAlbumsByWhatTheirFilesHold(String json, @Nullable String title) {
        assertThat(TakeoutAlbum.of("x/", json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Optional.ofNullable(title).map(told -> new TakeoutAlbum("x/", told)));
    }
}
