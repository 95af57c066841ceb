package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.simulator.Photo;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of a shot that a camera wrote raw and finished, memories show the finished picture alone. */
final class RawPairsTest {
    private static final LocalDateTime SHOT = LocalDateTime.parse("2024-07-03T10:15:30.250");

    @Test
    void leavesOutTheRawFileBesideTheFinishedOne() {
        assertThat(shown(view(1, "RAW", "/a/IMG_1.CR3", SHOT), view(2, "JPEG", "/a/IMG_1.JPG", SHOT.withNano(0))))
                .containsExactly(2L);
        assertThat(shown(view(1, "HEIF", "/a/IMG_1.HIF", SHOT), view(2, "RAW", "/a/IMG_1.CR3", SHOT)))
                .containsExactly(1L);
    }

    @Test
    void keepsARawFileThatIsAnotherShot() {
        AssetView jpeg = view(1, "JPEG", "/a/IMG_1.JPG", SHOT);
        assertThat(shown(jpeg, view(2, "RAW", "/a/IMG_2.CR3", SHOT))).containsExactly(1L, 2L);
        assertThat(shown(jpeg, view(2, "RAW", "/b/IMG_1.CR3", SHOT))).containsExactly(1L, 2L);
        assertThat(shown(jpeg, view(2, "RAW", "/a/IMG_1.CR3", SHOT.plusSeconds(1))))
                .containsExactly(1L, 2L);
        assertThat(shown(view(2, "RAW", "/a/IMG_1.CR3", SHOT), view(3, "RAW", "/a/IMG_1.DNG", SHOT)))
                .containsExactly(2L, 3L);
    }

    private static List<Long> shown(AssetView... views) {
        Library.Builder builder = new Library.Builder(List.of());
        for (AssetView view : views) {
            builder.add(view);
        }
        return builder.build().all().stream().map(Item::id).sorted().toList();
    }

    private static AssetView view(long number, String format, String file, LocalDateTime time) {
        AssetFacts facts = AssetFacts.photo(format, 3000, 2000).takenAt(time, "EXIF");
        return new AssetView(
                new Asset(number, Photo.hash(number), facts),
                List.of(Path.of(file)),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of());
    }
}
