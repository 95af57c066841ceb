package app.keepsake.training.internal.teachers;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;

/** Other looks at a picture. */
final class Views {
    private Views() {}

    static RgbImage mirrored(RgbImage image) {
        byte[] from = image.pixels();
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length; i += 3) {
            int x = i / 3 % image.width();
            System.arraycopy(from, i, to, i + 3 * (image.width() - 1 - 2 * x), 3);
        }
        return new RgbImage(image.width(), image.height(), to);
    }

    /** A mirror image's face in the picture itself. */
    static Face mirrored(Face face, int width) {
        return new Face(width - face.x() - face.width(), face.y(), face.width(), face.height(), face.score());
    }
}
