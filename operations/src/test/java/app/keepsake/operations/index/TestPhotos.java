package app.keepsake.operations.index;

import app.keepsake.media.JpegWriter;
import app.keepsake.media.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.SplittableRandom;

/** Real JPEGs, each of its own picture. */
public final class TestPhotos {
    private static final int SIZE = 160;

    private TestPhotos() {}

    /** Writes {@code 0.jpg}, {@code 1.jpg} and so on. */
    public static void write(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            JpegWriter.write(picture(i), folder.resolve(i + ".jpg"), 0.9f);
        }
    }

    /** Makes files older than what is looked at once more because it may still change within a tick of the clock. */
    public static void age(Path... files) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-05-03T10:00:00Z")));
        }
    }

    /** Coloured squares from a seed. */
    public static RgbImage picture(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RgbImage image = RgbImage.black(SIZE, SIZE);
        int square = SIZE / 8;
        byte[] colours = new byte[64 * 3];
        random.nextBytes(colours);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int colour = y / square * 8 + x / square;
                System.arraycopy(colours, colour * 3, image.pixels(), (y * SIZE + x) * 3, 3);
            }
        }
        return image;
    }
}
