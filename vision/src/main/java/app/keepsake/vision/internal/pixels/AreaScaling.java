package app.keepsake.vision.internal.pixels;

import app.keepsake.media.RgbImage;
import java.util.Arrays;

/**
 * Scaling of whole pictures. Where the picture gets smaller, every output pixel is the mean of the input that it
 * covers, so that nothing aliases; where it gets larger, neighbours are blended linearly.
 */
public final class AreaScaling {
    private static final int CHANNELS = 3;

    private AreaScaling() {}

    /** Reduces so that the longer side has at most {@code longSide} pixels; a smaller image is returned as it is. */
    public static RgbImage toLongSide(RgbImage image, int longSide) {
        int longer = Math.max(image.width(), image.height());
        if (longer <= longSide) {
            return image;
        }
        double scale = longSide / (double) longer;
        return toSize(image, Math.max(1, (int) Math.round(image.width() * scale)), Math.max(1, (int)
                Math.round(image.height() * scale)));
    }

    /** Scales to exactly this size, without keeping the proportions. */
    public static RgbImage toSize(RgbImage image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        byte[] out = new byte[Math.multiplyExact(width * CHANNELS, height)];
        Lines.of(image, width, height).forEach((y, line) -> {
            int start = y * line.length;
            for (int i = 0; i < line.length; i++) {
                out[start + i] = (byte) Math.round(line[i]);
            }
        });
        return new RgbImage(width, height, out);
    }

    /**
     * Scales into floats {@code value * factor + offset}, row after row.
     *
     * @param stride floats from the start of an output row to the next
     */
    public static void into(
            RgbImage image, int width, int height, float[] out, int stride, float factor, float offset) {
        Lines.of(image, width, height).forEach((y, line) -> {
            int start = y * stride;
            for (int i = 0; i < line.length; i++) {
                out[start + i] = line[i] * factor + offset;
            }
        });
    }

    private interface LineConsumer {
        void accept(int y, float[] line);
    }

    /** The scaled picture, line by line, values 0 to 255. */
    private record Lines(RgbImage image, Taps across, Taps down) {
        static Lines of(RgbImage image, int width, int height) {
            return new Lines(image, Taps.of(image.width(), width), Taps.of(image.height(), height));
        }

        void forEach(LineConsumer consumer) {
            float[] band = new float[image.width() * CHANNELS];
            float[] line = new float[across.count() * CHANNELS];
            for (int y = 0; y < down.count(); y++) {
                sumRows(y, band);
                sumColumns(band, line);
                consumer.accept(y, line);
            }
        }

        private void sumRows(int y, float[] band) {
            Arrays.fill(band, 0);
            byte[] pixels = image.pixels();
            float[] weights = down.weights()[y];
            for (int tap = 0; tap < weights.length; tap++) {
                float weight = weights[tap];
                int offset = (down.first()[y] + tap) * band.length;
                for (int i = 0; i < band.length; i++) {
                    band[i] += weight * (pixels[offset + i] & 0xFF);
                }
            }
        }

        private void sumColumns(float[] band, float[] line) {
            for (int x = 0; x < across.count(); x++) {
                float[] weights = across.weights()[x];
                int from = across.first()[x] * CHANNELS;
                float red = 0;
                float green = 0;
                float blue = 0;
                for (float weight : weights) {
                    red += weight * band[from];
                    green += weight * band[from + 1];
                    blue += weight * band[from + 2];
                    from += CHANNELS;
                }
                line[x * CHANNELS] = red;
                line[x * CHANNELS + 1] = green;
                line[x * CHANNELS + 2] = blue;
            }
        }
    }

    /** For each output sample the first input sample that it takes from, and the weights of that one and the next. */
    private record Taps(int[] first, float[][] weights) {
        static Taps of(int from, int to) {
            Taps taps = new Taps(new int[to], new float[to][]);
            double step = from / (double) to;
            for (int i = 0; i < to; i++) {
                if (step > 1) {
                    taps.cover(i, i * step, Math.min(from, (i + 1) * step));
                } else {
                    taps.blend(i, Math.clamp((i + 0.5) * step - 0.5, 0, from - 1.0), from);
                }
            }
            return taps;
        }

        int count() {
            return first.length;
        }

        private void cover(int i, double start, double end) {
            first[i] = (int) start;
            int last = Math.max(first[i], (int) Math.ceil(end - 1e-9) - 1);
            weights[i] = new float[last - first[i] + 1];
            for (int tap = 0; tap < weights[i].length; tap++) {
                double covered = Math.min(first[i] + tap + 1, end) - Math.max(first[i] + tap, start);
                weights[i][tap] = (float) (covered / (end - start));
            }
        }

        private void blend(int i, double centre, int from) {
            first[i] = Math.min((int) centre, Math.max(0, from - 2));
            float later = (float) (centre - first[i]);
            weights[i] = from == 1 ? new float[] {1} : new float[] {1 - later, later};
        }
    }
}
