package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.FaceBox;
import app.keepsake.training.internal.data.PhotoStore;
import app.keepsake.training.internal.data.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Grey pictures with bright discs, which are the faces. */
final class Discs {
    private Discs() {}

    /** @param there an empty folder */
    static PhotoStore store(Path there) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        try (PhotoStore.Writer writer = new PhotoStore.Writer(there)) {
            for (int i = 0; i < 30; i++) {
                int cx = 80 + random.nextInt(160);
                int cy = 80 + random.nextInt(90);
                FaceBox face = new FaceBox(cx - 15, cy - 15, 30, 30, true, Float.NaN);
                writer.write(disc(cx, cy, random), i % 4 == 0, true, List.of(face));
            }
        }
        return PhotoStore.open(there);
    }

    private static Pixels disc(int cx, int cy, SplittableRandom random) {
        byte[] rgb = new byte[320 * 250 * 3];
        for (int i = 0; i < rgb.length; i++) {
            boolean inside = Math.hypot(i / 3 % 320 - cx, i / 3 / 320 - cy) < 15;
            rgb[i] = (byte) ((inside ? 200 : 80) + random.nextInt(30));
        }
        return new Pixels(320, 250, rgb);
    }
}
