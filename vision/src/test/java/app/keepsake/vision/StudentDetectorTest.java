package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.student.StudentDetector;
import app.keepsake.vision.student.StudentDetector.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped weights. */
final class StudentDetectorTest {
    private static FaceDetector detector;

    @BeforeAll
    static void open() {
        detector = StudentDetector.shipped(
                EngineOptions.defaults(), new Settings(Settings.SMALLEST_FACE, FaceDetector.MINIMUM_SCORE));
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @Test
    void aLargerSmallestFaceLeavesOutTheSmallerOnes() {
        RgbImage image = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(4), 1024));
        double shorter = Math.min(image.width(), image.height());

        try (FaceDetector coarse = StudentDetector.shipped(EngineOptions.defaults(), new Settings(0.3, 0.5))) {
            assertThat(detector.detect(image)).hasSize(4);
            assertThat(coarse.detect(image))
                    .allSatisfy(face -> assertThat(face.height()).isGreaterThan(0.15 * shorter));
        }
    }

    @Test
    void aFacesScoreDoesNotDependOnTheLeastAskedFor() {
        RgbImage image = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(4), 1024));

        try (FaceDetector sure =
                StudentDetector.shipped(EngineOptions.defaults(), new Settings(Settings.SMALLEST_FACE, 0.8))) {
            assertThat(sure.detect(image))
                    .isNotEmpty()
                    .isEqualTo(detector.detect(image).stream()
                            .filter(face -> face.score() >= 0.8)
                            .toList());
        }
    }

    @Test
    void seesNobodyInAnEmptyPictureOfAnyShape() {
        assertThat(detector.detect(RgbImage.black(640, 480))).isEmpty();
        assertThat(detector.detect(RgbImage.black(1, 1))).isEmpty();
        assertThat(detector.detect(RgbImage.black(3, 2000))).isEmpty();
    }

    /** In the grey border it is as large as a face at some scale. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "60, 60, 60", "255, 255, 255", "200, 150, 120", "90, 60, 40", "0, 0, 255", "255, 0, 0"})
    void seesNobodyInASmallPictureOfOneColour(int red, int green, int blue) {
        for (int side : new int[] {64, 100, 160, 200}) {
            RgbImage image = RgbImage.black(side, side);
            for (int i = 0; i < image.pixels().length; i += 3) {
                image.pixels()[i] = (byte) red;
                image.pixels()[i + 1] = (byte) green;
                image.pixels()[i + 2] = (byte) blue;
            }

            assertThat(detector.detect(image)).as("%d px", side).isEmpty();
        }
    }

    @Test
    void refusesSettingsThatAreNone() {
        assertThatThrownBy(() -> new Settings(0, 0.5)).hasMessageContaining("smallest face (0.0");
        assertThatThrownBy(() -> new Settings(0.1, 1)).hasMessageContaining("minimum score (1.0)");
    }
}
