package app.keepsake.bench;

import app.keepsake.media.JpegWriter;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Photos of 12 megapixels as phones take them: real small ones, enlarged, with grain so that the files weigh as much. */
final class LargePhotos {
    private static final int LONG = 4000;
    private static final int SHORT = 3000;
    private static final double GRAIN = 5;

    private LargePhotos() {}

    static List<Path> make(Path photos, Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(photos)) {
            sources = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        List<Path> made = new ArrayList<>();
        PhotoDecoder decoder = PhotoDecoder.create();
        for (int i = 0; i < sources.size() && made.size() < count; i++) {
            Path file = folder.resolve("photo-%03d.jpg".formatted(i));
            try {
                if (!Files.exists(file)) {
                    JpegWriter.write(enlarged(decoder.decode(sources.get(i), LONG), i), file, 0.92f);
                }
                made.add(file);
            } catch (MediaException broken) {
                System.err.println(broken.getMessage());
            }
        }
        return made;
    }

    private static RgbImage enlarged(RgbImage small, long seed) {
        boolean wide = small.width() >= small.height();
        int width = wide ? LONG : SHORT;
        int height = wide ? SHORT : LONG;
        byte[] pixels = new byte[width * height * 3];
        SplittableRandom random = new SplittableRandom(seed);
        double[] grain = new double[1 << 16];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = GRAIN * random.nextGaussian();
        }
        for (int y = 0, p = 0; y < height; y++) {
            double sy = Math.min(small.height() - 1.001, y * (small.height() - 1.0) / height);
            for (int x = 0; x < width; x++) {
                double sx = Math.min(small.width() - 1.001, x * (small.width() - 1.0) / width);
                double noise = grain[random.nextInt(grain.length)];
                for (int channel = 0; channel < 3; channel++) {
                    pixels[p++] = (byte) Math.clamp(Math.round(blend(small, sx, sy, channel) + noise), 0, 255);
                }
            }
        }
        return new RgbImage(width, height, pixels);
    }

    private static double blend(RgbImage image, double x, double y, int channel) {
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, image.width() - 1);
        int bottom = Math.min(top + 1, image.height() - 1);
        double upper = mix(at(image, left, top, channel), at(image, right, top, channel), x - left);
        double lower = mix(at(image, left, bottom, channel), at(image, right, bottom, channel), x - left);
        return mix(upper, lower, y - top);
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }

    private static int at(RgbImage image, int x, int y, int channel) {
        return image.pixels()[(y * image.width() + x) * 3 + channel] & 0xFF;
    }
}
