package app.keepsake.training.internal.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Pictures made by arithmetic. */
final class Pictures {
    private Pictures() {}

    /** Smooth random shapes, other ones for each seed. */
    static Pixels noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] waves = random.doubles(18, 0, 1).toArray();
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            double x = (i / 3 % width) / (double) width;
            double y = (i / 3 / width) / (double) height;
            double sum = 0;
            for (int k = 0; k < waves.length; k += 3) {
                sum += Math.sin(20 * waves[k] * x + 20 * waves[k + 1] * y + 6 * waves[k + 2] + i % 3);
            }
            rgb[i] = (byte) Math.clamp(Math.round(128 + 30 * sum), 0, 255);
        }
        return new Pixels(width, height, rgb);
    }

    /** The picture after JPEG compression, through a file of a folder. */
    static Pixels throughJpeg(Pixels photo, Path folder) throws IOException {
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < photo.width() * photo.height(); i++) {
            int rgb = photo.at(3 * i) << 16 | photo.at(3 * i + 1) << 8 | photo.at(3 * i + 2);
            image.setRGB(i % photo.width(), i / photo.width(), rgb);
        }
        Path file = folder.resolve("copy.jpg");
        ImageIO.write(image, "jpg", file.toFile());
        return PhotoReader.read(file).orElseThrow();
    }
}
