package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PhotoStoreTest {
    @TempDir
    private Path folder;

    @Test
    void givesBackPhotosFacesAndSmallerSizes() throws IOException {
        float[] points = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        FaceBox face = new FaceBox(10, 20, 30, 40, true, 0.75f, points);
        Pixels first = Pictures.noise(200, 120, 1);
        Pixels second = Pictures.noise(90, 140, 2);
        try (PhotoStore.Writer writer = new PhotoStore.Writer(folder)) {
            writer.write(first, false, true, List.of(face));
            writer.write(second, true, false, List.of());
        }

        try (PhotoStore store = PhotoStore.open(folder)) {
            PhotoStore.Entry photo = store.photos().getFirst();
            assertThat(store.pixels(photo).rgb()).isEqualTo(first.rgb());
            assertThat(photo.faces()).singleElement().satisfies(read -> {
                assertThat(read.points()).isEqualTo(points);
                assertThat(read.face()).isEqualTo(face.face());
                assertThat(read.teacher()).isEqualTo(0.75f);
            });
            Pixels halved = first.halved().halved();
            PhotoStore.Picture small = store.picture(photo, 2);
            assertThat(small.width()).isEqualTo(50);
            assertThat(small.at(small.place(7, 11) + 1)).isEqualTo(halved.at((11 * 50 + 7) * 3 + 1));
            assertThat(store.photos().getLast().heldOut()).isTrue();
            assertThat(store.picture(store.photos().getLast(), 9).octave()).isLessThan(9);
        }
    }
}
