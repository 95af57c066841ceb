package app.keepsake.training.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What exiftool would say of a picture whose name alone tells when it was taken. */
final class FilesComparisonTest {
    @TempDir
    Path folder;

    private Path picture = Path.of("");

    @BeforeEach
    void makeAPicture() throws IOException {
        picture = folder.resolve("IMG_20190812_102345.png");
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|DATE|true|",
                "'ExifIFD:DateTimeOriginal':'2019:08:12 10:23:45'|DATE|true|",
                "'ExifIFD:DateTimeOriginal':'0000:00:00 00:00:00'|DATE|true|",
                "'ExifIFD:DateTimeOriginal':'2020:08:12 10:23:45'|DATE|false|",
                "'IFD0:ModifyDate':'2020:08:12 10:23:45'|DATE|false|NAME_BEFORE_HINTS",
                "'ExifIFD:DateTimeOriginal':'1970:01:01 00:00:00'|DATE|false|IMPLAUSIBLE_DATE",
                "'ExifIFD:DateTimeOriginal':'2020:08:12 10:23:45','ExifTool:Warning':'Bad IFD0'|DATE|false|BROKEN",
                "'Composite:GPSLatitude':0,'Composite:GPSLongitude':0|PLACE|false|ZERO_PLACE",
                "'Composite:GPSLatitude':213.6,'Composite:GPSLongitude':10|PLACE|false|OFF_EARTH",
                "'Composite:GPSLatitude':48.1,'Composite:GPSLongitude':11.5|PLACE|false|",
                "'IFD0:Model':'Canon EOS M3'|CAMERA|false|",
                "'Composite:ImageSize':'60 40'|SIZE|true|",
                "'Composite:ImageSize':'61 40'|SIZE|false|",
                "'Composite:ImageSize':'60 40','IFD0:Orientation':6|TURN|false|",
                "'Composite:ImageSize':'60 40'|READABLE|true|"
            })
    void namesTheReasonOfEachDifference(@Nullable String tags, Field field, boolean agrees, @Nullable Reason reason) {
        List<Outcome> outcomes = FilesComparison.of(picture, answer(tags == null ? "" : tags));
        Outcome outcome = outcomes.stream()
                .filter(one -> one.field() == field)
                .findFirst()
                .orElseThrow();
        assertThat(outcome.agrees()).isEqualTo(agrees);
        assertThat(outcome.reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(outcome.isUnexplained()).isEqualTo(!agrees && reason == null);
    }

    @Test
    void tellsWhatCannotBeRead() throws IOException {
        Files.writeString(picture, "no picture at all");
        assertThat(FilesComparison.of(picture, answer("'Composite:ImageSize':'60 40'")))
                .singleElement()
                .matches(Outcome::isUnexplained);
        assertThat(FilesComparison.of(picture, answer("'File:FileType':'CR2'")))
                .extracting(Outcome::reason)
                .containsExactly(Optional.of(Reason.OTHER_KIND));
        assertThat(FilesComparison.of(picture, answer("'File:MIMEType':'text/plain'")))
                .isEmpty();
    }

    private static JsonNode answer(String tags) {
        String all = "{'File:MIMEType':'image/png','File:FileType':'PNG'" + (tags.isEmpty() ? "" : "," + tags) + "}";
        return JsonMapper.builder().build().readTree(all.replace('\'', '"'));
    }
}
