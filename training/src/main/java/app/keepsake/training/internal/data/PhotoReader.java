package app.keepsake.training.internal.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
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
        BufferedImage plain = image;
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            plain = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D g = plain.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, w, h);
            g.drawImage(image, 0, 0, null);
            g.dispose();
        }
        byte[] bgr = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[w * h * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return new Pixels(w, h, rgb);
    }
}
