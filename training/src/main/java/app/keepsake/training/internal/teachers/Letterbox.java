package app.keepsake.training.internal.teachers;

import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.Pixels;
import java.util.Arrays;

/** A picture at the top left of a larger input, values -1 to 1; what remains is black. */
final class Letterbox {
    private Letterbox() {}

    static Tensor of(RgbImage image, double scale, int width, int height) {
        Pixels scaled = new Pixels(image.width(), image.height(), image.pixels()).scaled(scale);
        float[] values = new float[width * height * 3];
        Arrays.fill(values, -1);
        int row = Math.min(width, scaled.width()) * 3;
        for (int y = 0; y < Math.min(height, scaled.height()); y++) {
            for (int i = 0; i < row; i++) {
                values[y * width * 3 + i] = scaled.at(y * scaled.width() * 3 + i) / 127.5f - 1;
            }
        }
        return Tensor.of(Shape.of(1, height, width, 3), values);
    }
}
