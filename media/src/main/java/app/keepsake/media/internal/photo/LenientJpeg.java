package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Decodes JPEGs with damage, as far as there is a picture. Where data end too early the decoder fills the rest with
 * middle grey; a picture that ends in such rows is not worth showing, while a flaw in the middle may hardly be seen.
 */
final class LenientJpeg {
    /** Share of the rows without which a picture counts as cut off. */
    private static final double WHOLE = 0.97;

    private LenientJpeg() {}

    static RgbImage decode(Path path, byte[] file, int step, JdkImage.Consumer consumer) throws MediaException {
        BufferedImage image = JdkImage.read(path, file, "jpeg", step);
        int rows = image.getHeight();
        while (rows > 0 && isGrey(image, rows - 1)) {
            rows--;
        }
        if (rows < image.getHeight() * WHOLE) {
            throw new MediaException(
                    path,
                    "a whole JPEG image",
                    "the upper %d %% of it".formatted(100 * rows / image.getHeight()),
                    "Restore it from a backup.");
        }
        return JdkImage.lend(path, image, consumer);
    }

    private static boolean isGrey(BufferedImage image, int y) {
        for (int x = 0; x < image.getWidth(); x++) {
            for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                if (Math.abs(image.getRaster().getSample(x, y, band) - 128) > 2) {
                    return false;
                }
            }
        }
        return true;
    }
}
