package app.keepsake.media;

import java.util.Objects;

/**
 * A decoded picture: 8-bit sRGB (BT.709 primaries), upright, rows from top to bottom.
 *
 * <p>{@code pixels} has the shape {@code [height, width, 3]}, interleaved R, G, B without row padding; values are
 * unsigned bytes. The array is not copied: who holds the image owns it. Not thread-safe while it is written.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param pixels {@code width * height * 3} bytes
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Pixels and samples are passed without copies; equality by content is not wanted.
public record RgbImage(int width, int height, byte[] pixels) {
    public RgbImage {
        Objects.requireNonNull(pixels, "pixels");
        if (width < 1 || height < 1 || pixels.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
            throw new IllegalArgumentException("An image of %d x %d needs width * height * 3 bytes, found %d."
                    .formatted(width, height, pixels.length));
        }
    }

    /** A black image. */
    public static RgbImage black(int width, int height) {
        return new RgbImage(width, height, new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)]);
    }

    /** A copy of a part, which lies within the image. */
    public RgbImage part(int left, int top, int partWidth, int partHeight) {
        byte[] copy = new byte[3 * partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(pixels, 3 * ((y + top) * width + left), copy, 3 * y * partWidth, 3 * partWidth);
        }
        return new RgbImage(partWidth, partHeight, copy);
    }

    /**
     * A copy of the largest part in the middle that has another shape.
     *
     * @param aspect its width by its height
     */
    public RgbImage middle(double aspect) {
        int w = Math.clamp((int) Math.round(Math.min(width, height * aspect)), 1, width);
        int h = Math.clamp((int) Math.round(Math.min(height, width / aspect)), 1, height);
        return part((width - w) / 2, (height - h) / 2, w, h);
    }
}
