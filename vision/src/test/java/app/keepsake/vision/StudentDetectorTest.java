package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.student.StudentDetector;
import app.keepsake.vision.student.StudentDetector.Settings;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped weights. */
final class StudentDetectorTest {
    private static FaceDetector detector;

    @BeforeAll
    static void open() {
        detector = StudentDetector.shipped(EngineOptions.defaults(), new Settings(Settings.SMALLEST_FACE, 0.4));
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @Test
    void findsFacesOfAGroupAndNothingElse() {
        RgbImage image = SamplePhotos.rgb(SamplePhotos.people(4));

        List<Face> faces = detector.detect(image);

        assertThat(faces).hasSizeBetween(3, 4).allSatisfy(face -> {
            assertThat(face.x() + face.width()).isLessThanOrEqualTo(image.width());
            assertThat(face.y() + face.height()).isLessThanOrEqualTo(image.height());
        });
    }

    @Test
    void seesNobodyInAnEmptyPictureOfAnyShape() {
        assertThat(detector.detect(RgbImage.black(640, 480))).isEmpty();
        assertThat(detector.detect(RgbImage.black(1, 1))).isEmpty();
        assertThat(detector.detect(RgbImage.black(3, 2000))).isEmpty();
    }

    @Test
    void refusesSettingsThatAreNone() {
        assertThatThrownBy(() -> new Settings(0, 0.5)).hasMessageContaining("smallest face (0.0");
        assertThatThrownBy(() -> new Settings(0.1, 1)).hasMessageContaining("minimum score (1.0)");
    }
}
