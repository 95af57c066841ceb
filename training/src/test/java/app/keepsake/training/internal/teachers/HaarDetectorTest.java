package app.keepsake.training.internal.teachers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HaarDetectorTest {
    /** One stump: the window's left half must be much darker than the whole. */
    private static final String CASCADE = """
            <opencv_storage><cascade>
              <height>8</height><width>8</width>
              <stages><_><maxWeakCount>1</maxWeakCount><stageThreshold>0.5</stageThreshold>
                <weakClassifiers><_>
                  <internalNodes>0 -1 0 0.8</internalNodes><leafValues>-1. 1.</leafValues></_></weakClassifiers></_></stages>
              <features><_><rects><_>0 0 8 8 1.</_><_>0 0 4 8 -2.</_></rects></_></features>
            </cascade></opencv_storage>
            """;

    @TempDir
    private Path folder;

    @Test
    void findsAnEdgeThatItsOneFeatureDescribes() throws IOException {
        Path file = Files.writeString(folder.resolve("cascade.xml"), CASCADE);
        RgbImage picture = RgbImage.black(60, 24);
        for (int y = 0; y < 24; y++) {
            for (int x = 30; x < 60; x++) {
                for (int c = 0; c < 3; c++) {
                    picture.pixels()[(y * 60 + x) * 3 + c] = (byte) 200;
                }
            }
        }

        try (HaarDetector detector = new HaarDetector(file)) {
            List<Face> found = detector.detect(picture);

            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(face -> assertThat(face.x() + face.width() / 2).isBetween(22.0, 38.0));
            assertThat(detector.detect(RgbImage.black(60, 24))).isEmpty();
        }
    }

    @Test
    void namesAFileThatIsSomethingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("other.xml"), "<svg/>");

        assertThatThrownBy(() -> new HaarDetector(file)).hasMessageContaining("other.xml is not a cascade");
    }
}
