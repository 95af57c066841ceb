package app.keepsake.vision.internal.pixels;

import app.keepsake.media.RgbImage;

/**
 * Luma of a picture, BT.709 weights on gamma-encoded values.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values shape {@code [height, width]}, 0 to 255
 */
public record GreyPlane(int width, int height, float[] values) {
    public static GreyPlane of(RgbImage image) {
        byte[] pixels = image.pixels();
        float[] values = new float[image.width() * image.height()];
        for (int i = 0, p = 0; i < values.length; i++, p += 3) {
            values[i] =
                    0.2126f * (pixels[p] & 0xFF) + 0.7152f * (pixels[p + 1] & 0xFF) + 0.0722f * (pixels[p + 2] & 0xFF);
        }
        return new GreyPlane(image.width(), image.height(), values);
    }

    /** The plane under a Gaussian; the border repeats. */
    public GreyPlane blurred(double sigma) {
        float[] kernel = kernel(sigma);
        float[] across = new float[values.length];
        for (int y = 0; y < height; y++) {
            convolveRow(values, y * width, width, kernel, across);
        }
        float[] both = new float[values.length];
        addRows(across, kernel, both);
        return new GreyPlane(width, height, both);
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return kernel;
    }

    private static void convolveRow(float[] in, int start, int count, float[] kernel, float[] out) {
        int radius = kernel.length / 2;
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (int k = 0; k < kernel.length; k++) {
                sum += kernel[k] * in[start + Math.clamp(i + k - radius, 0, count - 1)];
            }
            out[start + i] = sum;
        }
    }

    private void addRows(float[] in, float[] kernel, float[] out) {
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < kernel.length; k++) {
                int from = Math.clamp(y + k - radius, 0, height - 1) * width;
                float weight = kernel[k];
                for (int x = 0; x < width; x++) {
                    out[y * width + x] += weight * in[from + x];
                }
            }
        }
    }
}
