package app.keepsake.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;

/** Small pictures of photos and clips. Thread-safe. */
public final class Thumbnail {
    private static final float QUALITY = 0.8f;
    private static final int LARGEST_DECODED = 4096;

    private Thumbnail() {}

    /**
     * A part of the upright picture; each number is 0 to 1 from the left and top, and may reach over the edges, where it
     * is moved inside.
     */
    public record Part(double x, double y, double width, double height) {}

    /** A photo, or the frame of a clip at a time, with a longer side of so many pixels. */
    public static RgbImage of(Path file, boolean clip, Duration time, int longSide) throws MediaException {
        return clip ? frame(file, time, longSide) : PhotoDecoder.create().decode(file, longSide);
    }

    /** A square part of it, with sides of so many pixels. */
    public static RgbImage of(Path file, boolean clip, Duration time, Part part, int side) throws MediaException {
        double share = Math.max(0.01, Math.min(part.width, part.height));
        int longSide = (int) Math.min(LARGEST_DECODED, Math.ceil(side / share));
        return square(of(file, clip, time, longSide), part, side);
    }

    /** Writes it as WebP; the file appears only when it is complete. */
    public static void write(RgbImage image, Path file) throws MediaException {
        WebpWriter.write(image, file, QUALITY);
    }

    private static RgbImage frame(Path file, Duration time, int longSide) throws MediaException {
        try (VideoReader reader = VideoReader.open(file, longSide)) {
            reader.seek(time);
            return reader.nextFrame()
                    .map(VideoFrame::image)
                    .orElseThrow(() -> new MediaException(
                            file,
                            "a clip with pictures",
                            "none that can be decoded",
                            "Check that it plays elsewhere."));
        }
    }

    private static RgbImage square(RgbImage image, Part part, int side) {
        int wanted = (int) Math.round(Math.max(part.width * image.width(), part.height * image.height()));
        int edge = Math.max(1, Math.min(wanted, Math.min(image.width(), image.height())));
        int left = within((part.x + part.width / 2) * image.width() - edge / 2.0, image.width() - edge);
        int top = within((part.y + part.height / 2) * image.height() - edge / 2.0, image.height() - edge);
        BufferedImage cut = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                int at = ((top + y) * image.width() + left + x) * 3;
                byte[] rgb = image.pixels();
                cut.setRGB(x, y, (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff);
            }
        }
        return scaled(cut, side);
    }

    private static int within(double wanted, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(wanted)));
    }

    private static RgbImage scaled(BufferedImage cut, int side) {
        BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(cut, 0, 0, side, side, null);
        graphics.dispose();
        RgbImage image = RgbImage.black(side, side);
        for (int i = 0; i < side * side; i++) {
            int rgb = small.getRGB(i % side, i / side);
            image.pixels()[3 * i] = (byte) (rgb >> 16);
            image.pixels()[3 * i + 1] = (byte) (rgb >> 8);
            image.pixels()[3 * i + 2] = (byte) rgb;
        }
        return image;
    }
}
