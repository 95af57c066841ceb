package app.keepsake.training.internal.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Decodes photos for training. Orientation tags are left alone, because the labels are in stored pixels. */
public final class PhotoReader {
    private PhotoReader() {}

    /** The picture, or empty if the file is not one that can be read. */
    public static Optional<Pixels> read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            return image == null ? Optional.empty() : Optional.of(pixels(image));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Pixels pixels(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage plain = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = plain.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, w, h);
        g.drawImage(image, 0, 0, null);
        g.dispose();
        int[] packed = plain.getRGB(0, 0, w, h, null, 0, w);
        byte[] rgb = new byte[w * h * 3];
        for (int i = 0; i < packed.length; i++) {
            rgb[3 * i] = (byte) (packed[i] >> 16);
            rgb[3 * i + 1] = (byte) (packed[i] >> 8);
            rgb[3 * i + 2] = (byte) packed[i];
        }
        return new Pixels(w, h, rgb);
    }
}
