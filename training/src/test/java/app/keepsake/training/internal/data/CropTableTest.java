package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CropTableTest {
    @TempDir
    private Path folder;

    @Test
    void aCrowdHasNotAllTheSay() throws IOException {
        List<FaceBox> crowd = IntStream.range(0, 100).mapToObj(i -> face(2 * i)).toList();
        try (PhotoStore.Writer writer = new PhotoStore.Writer(folder)) {
            writer.write(Pictures.noise(240, 60, 1), false, true, crowd);
            writer.write(Pictures.noise(60, 60, 2), false, true, List.of(face(10)));
        }
        try (PhotoStore store = PhotoStore.open(folder)) {
            CropTable table = new CropTable(store, List.of(), false);
            SplittableRandom random = new SplittableRandom(1);

            long ofTheCrowd = IntStream.range(0, 2200)
                    .filter(i -> table.place(table.drawFace(random)).photo() == 0)
                    .count();

            // The root of a hundred to one.
            assertThat(ofTheCrowd).isBetween(1950L, 2050L);
        }
    }

    private static FaceBox face(int x) {
        return new FaceBox(x, 10, 20, 20, true, Float.NaN);
    }
}
