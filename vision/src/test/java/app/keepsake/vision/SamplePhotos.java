package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Photos for tests: the demo pictures of the package that ships the detector, one to six. */
final class SamplePhotos {
    static final int COUNT = 6;

    private SamplePhotos() {}

    static BufferedImage people(int number) {
        URL photo = SamplePhotos.class.getResource("/photos/people" + number + ".jpg");
        return read(() -> ImageIO.read(Objects.requireNonNull(photo, "test-packages.tsv was not fetched")));
    }

    static BufferedImage file(Path path) {
        return read(() -> ImageIO.read(path.toFile()));
    }

    /** Bicubic, to a width; the height follows. */
    static BufferedImage scaled(BufferedImage image, int width) {
        BufferedImage out = new BufferedImage(
                width, Math.max(1, image.getHeight() * width / image.getWidth()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        BufferedImage source = image;
        while (source.getWidth() >= 2 * width) {
            source = halved(source);
        }
        graphics.drawImage(source, 0, 0, out.getWidth(), out.getHeight(), null);
        graphics.dispose();
        return out;
    }

    private static BufferedImage halved(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, out.getWidth(), out.getHeight(), null);
        graphics.dispose();
        return out;
    }

    /** The picture as a camera shakes it: the mean of {@code length} pixels in a row. */
    static BufferedImage shaken(BufferedImage image, int length) {
        float[] weights = new float[length];
        java.util.Arrays.fill(weights, 1f / length);
        return new ConvolveOp(new Kernel(length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    /** The picture out of focus, a Gaussian. */
    static BufferedImage defocused(BufferedImage image, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        BufferedImage across =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }

    static BufferedImage reencoded(BufferedImage image) {
        return read(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", out);
            return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        });
    }

    static RgbImage rgb(BufferedImage image) {
        int[] packed = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] pixels = new byte[packed.length * 3];
        for (int i = 0; i < packed.length; i++) {
            pixels[3 * i] = (byte) (packed[i] >> 16);
            pixels[3 * i + 1] = (byte) (packed[i] >> 8);
            pixels[3 * i + 2] = (byte) packed[i];
        }
        return new RgbImage(image.getWidth(), image.getHeight(), pixels);
    }

    private interface Reading {
        BufferedImage read() throws IOException;
    }

    private static BufferedImage read(Reading reading) {
        try {
            return Objects.requireNonNull(reading.read(), "not a picture");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
