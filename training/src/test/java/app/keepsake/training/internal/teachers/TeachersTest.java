package app.keepsake.training.internal.teachers;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.PhotoReader;
import app.keepsake.training.internal.teachers.BlazeFace.Variant;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a photo of three people, which the package of one of the teachers brings. */
final class TeachersTest {
    @ParameterizedTest
    @EnumSource(Variant.class)
    void blazeFaceFindsFacesWhereTheSsdDoes(Variant variant) throws IOException {
        try (FaceDetector ssd = FaceDetector.pretrained(EngineOptions.defaults(), 0.5);
                FaceDetector detector = BlazeFace.open(variant, EngineOptions.defaults(), 0.5)) {
            List<Face> expected = ssd.detect(photo());
            List<Face> found = detector.detect(photo());

            assertThat(expected).hasSize(3);
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(face -> assertThat(expected)
                            .anySatisfy(other -> assertThat(face.overlap(other)).isGreaterThan(0.4)));
        }
    }

    @Test
    void theEnsembleGivesEachFaceOneBox() throws IOException {
        try (FaceDetector ensemble = new EnsembleDetector(FaceDetector.pretrained(EngineOptions.defaults(), 0.5))) {
            List<Face> found = ensemble.detect(photo());

            assertThat(found).filteredOn(face -> face.score() > 0.5).hasSize(3);
        }
    }

    @Test
    void aMirroredViewsFacesAreWhereTheyAreInThePicture() throws IOException {
        try (FaceDetector ssd = FaceDetector.pretrained(EngineOptions.defaults(), 0.5)) {
            RgbImage photo = photo();
            List<Face> plain = ssd.detect(photo);
            List<Face> mirrored = ssd.detect(Views.mirrored(photo)).stream()
                    .map(face -> Views.mirrored(face, photo.width()))
                    .toList();

            assertThat(mirrored)
                    .hasSameSizeAs(plain)
                    .allSatisfy(face -> assertThat(plain)
                            .anySatisfy(other -> assertThat(face.overlap(other)).isGreaterThan(0.7)));
        }
    }

    private static RgbImage photo() {
        try {
            Path file = Path.of(
                    TeachersTest.class.getResource("/photos/people1.jpg").toURI());
            return PhotoReader.read(file).orElseThrow().scaled(0.5).image();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
