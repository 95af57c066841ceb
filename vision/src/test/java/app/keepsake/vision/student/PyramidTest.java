package app.keepsake.vision.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PyramidTest {
    /** The network was trained on tiles that give one output; over a picture it must say the same of each of them. */
    @Test
    void eachOutputIsWhatItsTileAloneWouldGive() {
        StudentWeights weights = RandomStudent.weights(1);
        SplittableRandom random = new SplittableRandom(2);
        RgbImage picture = RgbImage.black(50, 41);
        random.nextBytes(picture.pixels());
        try (Model model = Model.compile(StudentGraph.of(weights), EngineOptions.defaults())) {
            Pyramid pyramid = new Pyramid(model, weights, 50, 41, 1, 3);

            pyramid.run(picture);

            Pyramid.Level level = pyramid.levels().getFirst();
            for (int[] place : new int[][] {{0, 0}, {3, 2}, {level.columns() - 1, level.rows() - 1}}) {
                float[] alone = alone(model, weights, picture, pyramid, place[0], place[1]);
                for (int c = 0; c < 5; c++) {
                    float together = pyramid.output(0)[(place[1] * level.columns() + place[0]) * 5 + c];
                    assertThat(together).isCloseTo(alone[c], offset(1e-4f));
                }
            }
        }
    }

    private static float[] alone(
            Model model, StudentWeights weights, RgbImage picture, Pyramid pyramid, int column, int row) {
        int tile = weights.tile();
        int left = (int) Math.floor(pyramid.middle(weights.step(), column) - tile / 2.0);
        int top = (int) Math.floor(pyramid.middle(weights.step(), row) - tile / 2.0);
        float[] values = new float[tile * tile * 3];
        for (int y = 0; y < tile; y++) {
            for (int x = 0; x < tile; x++) {
                int px = left + x;
                int py = top + y;
                boolean inside = px >= 0 && py >= 0 && px < picture.width() && py < picture.height();
                for (int c = 0; c < 3; c++) {
                    int value = inside ? picture.pixels()[(py * picture.width() + px) * 3 + c] & 255 : 128;
                    values[(y * tile + x) * 3 + c] = (value - 128) / 128f;
                }
            }
        }
        Tensor input = Tensor.of(Shape.of(1, tile, tile, 3), values);
        return model.run(Map.of(StudentGraph.INPUT, input))
                .get(StudentGraph.OUTPUT)
                .data();
    }

    @Test
    void everyPlaceOfAPictureIsNearTheMiddleOfSomeTile() {
        StudentWeights weights = RandomStudent.weights(1);
        try (Model model = Model.compile(StudentGraph.of(weights), EngineOptions.defaults())) {
            for (int extent = 8; extent < 60; extent++) {
                Pyramid pyramid = new Pyramid(model, weights, extent, extent, 1, 1);
                int last = pyramid.levels().getFirst().columns() - 1;

                assertThat(extent - pyramid.middle(weights.step(), last)).isLessThan(weights.step());
            }
        }
    }
}
