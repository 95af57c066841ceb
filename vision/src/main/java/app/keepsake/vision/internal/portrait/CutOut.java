package app.keepsake.vision.internal.portrait;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.pixels.Sampling;
import java.util.Arrays;

/**
 * A square that is cut out of a picture, turned and scaled; beyond the picture's edge its border repeats.
 *
 * @param size width and height, pixels
 * @param values shape {@code [size, size, 3]}, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from step to step without copies.
record CutOut(int size, float[] values) {
    /** More samples a pixel than this in each direction change nothing that a network would see. */
    private static final int MOST_SAMPLES = 4;

    /** @param toPicture from the cut-out's pixels to the picture's */
    static CutOut of(RgbImage image, Similarity toPicture, int size) {
        int samples = Math.clamp((int) Math.ceil(toPicture.scale()), 1, MOST_SAMPLES);
        float[] values = new float[size * size * 3];
        float[] sum = new float[3];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                Arrays.fill(sum, 0);
                for (int i = 0; i < samples * samples; i++) {
                    double u = x + (i % samples + 0.5) / samples;
                    double v = y + (i / samples + 0.5) / samples;
                    Sampling.add(
                            image,
                            toPicture.a() * u - toPicture.b() * v + toPicture.dx() - 0.5,
                            toPicture.b() * u + toPicture.a() * v + toPicture.dy() - 0.5,
                            sum);
                }
                int at = (y * size + x) * 3;
                for (int channel = 0; channel < 3; channel++) {
                    values[at + channel] = sum[channel] / (samples * samples);
                }
            }
        }
        return new CutOut(size, values);
    }

    /** Left and right exchanged. */
    CutOut mirrored() {
        float[] other = new float[values.length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                System.arraycopy(values, (y * size + x) * 3, other, (y * size + size - 1 - x) * 3, 3);
            }
        }
        return new CutOut(size, other);
    }

    /** Luma (BT.709), shape {@code [size, size]}, 0 to 255. */
    float[] grey() {
        float[] grey = new float[size * size];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.2126f * values[3 * i] + 0.7152f * values[3 * i + 1] + 0.0722f * values[3 * i + 2];
        }
        return grey;
    }
}
