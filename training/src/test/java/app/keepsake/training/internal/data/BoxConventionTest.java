package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.vision.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoxConventionTest {
    @Test
    void labelsOfASourceAreBroughtToOurBoxes() {
        BoxConvention.Fit fit = new BoxConvention.Fit();
        for (int i = 0; i < 60; i++) {
            // This source's boxes reach a quarter higher, over the hair.
            FaceBox label = new FaceBox(10 + i, 20, 40, 60, true, Float.NaN);
            fit.add(List.of(label), List.of(new SeenFace(new Face(10 + i, 35, 40, 45, 0.9), new float[10])));
        }

        FaceBox ours = fit.convention().ours(new FaceBox(100, 200, 80, 120, true, Float.NaN));

        assertThat(ours.y()).isCloseTo(230, offset(0.5f));
        assertThat(ours.height()).isCloseTo(90, offset(0.5f));
        assertThat(ours.x()).isCloseTo(100, offset(0.5f));
    }

    @Test
    void aFewFacesSayNothing() {
        BoxConvention.Fit fit = new BoxConvention.Fit();
        fit.add(
                List.of(new FaceBox(0, 0, 10, 10, true, Float.NaN)),
                List.of(new SeenFace(new Face(1, 1, 8, 8, 0.9), new float[10])));

        assertThat(fit.convention()).isEqualTo(BoxConvention.OURS);
    }
}
