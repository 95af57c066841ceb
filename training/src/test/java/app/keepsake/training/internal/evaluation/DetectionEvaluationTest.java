package app.keepsake.training.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.training.internal.data.TruthPhoto;
import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DetectionEvaluationTest {
    @Test
    void perfectResultsHaveFullPrecision() {
        DetectionEvaluation evaluation = new DetectionEvaluation(16);
        evaluation.add(List.of(face(0, 50, 1), face(200, 50, 1)), List.of(face(0, 50, 0.9), face(201, 50, 0.8)));

        assertThat(evaluation.averagePrecision()).isEqualTo(1);
        assertThat(evaluation.recallAt(0)).isEqualTo(1);
    }

    @Test
    void precisionIsTheAreaUnderTheCurve() {
        DetectionEvaluation evaluation = new DetectionEvaluation(16);
        evaluation.add(
                List.of(face(0, 50, 1), face(200, 50, 1)),
                List.of(face(0, 50, 0.9), face(400, 50, 0.8), face(200, 50, 0.7)));

        // Half of the faces at precision 1, the other half at 2/3.
        assertThat(evaluation.averagePrecision()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
        assertThat(evaluation.recallAt(0)).isEqualTo(0.5);
        assertThat(evaluation.recallAt(1)).isEqualTo(1);
        assertThat(evaluation.balanced().score()).isEqualTo(0.7);
    }

    @Test
    void aSecondBoxOnTheSameFaceIsFalse() {
        DetectionEvaluation evaluation = new DetectionEvaluation(16);
        evaluation.add(List.of(face(0, 50, 1)), List.of(face(0, 50, 0.9), face(2, 50, 0.8)));

        assertThat(evaluation.curve().getLast().precision()).isEqualTo(0.5);
    }

    @Test
    void smallFacesAreNeitherAskedForNorHeldAgainst() {
        DetectionEvaluation evaluation = new DetectionEvaluation(40);
        evaluation.add(
                List.of(face(0, 50, 1), face(200, 20, 1)),
                List.of(face(0, 50, 0.9), face(200, 20, 0.8), face(400, 20, 0.7)));

        assertThat(evaluation.faces()).isEqualTo(1);
        assertThat(evaluation.averagePrecision()).isEqualTo(1);
        assertThat(evaluation.curve()).hasSize(1);
    }

    @Test
    void missedAndUnwantedFacesCountAcrossPhotos() {
        DetectionEvaluation evaluation = new DetectionEvaluation(16);
        evaluation.add(List.of(face(0, 50, 1)), List.of());
        evaluation.add(List.of(), List.of(face(0, 50, 0.9)));

        assertThat(evaluation.averagePrecision()).isZero();
        assertThat(evaluation.curve().getLast().falseFacesPerPhoto()).isEqualTo(0.5);
    }

    @Test
    void readsTruth(@TempDir Path folder) throws IOException {
        Path truth = Files.writeString(
                folder.resolve("truth.txt"),
                "a b.jpg\n1 2 30 40 plain\n5 6 7 8 mask\nempty.jpg\n\nc.jpg\n0 0 9 9 plain\n");

        List<TruthPhoto> photos = TruthPhoto.read(truth);

        assertThat(photos)
                .extracting(photo -> photo.file().getFileName().toString())
                .containsExactly("a b.jpg", "empty.jpg", "c.jpg");
        assertThat(photos).extracting(photo -> photo.faces().size()).containsExactly(2, 0, 1);
        assertThat(photos.getFirst().faces().getFirst()).isEqualTo(new Face(1, 2, 30, 40, 1));
    }

    @Test
    void namesTheLineThatIsWrong(@TempDir Path folder) throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.txt"), "a.jpg\n1 2 x 40 plain\n");

        assertThatThrownBy(() -> TruthPhoto.read(truth))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("truth.txt, line 2")
                .hasMessageContaining("1 2 x 40 plain");
    }

    private static Face face(double x, double size, double score) {
        return new Face(x, 0, size, size, score);
    }
}
