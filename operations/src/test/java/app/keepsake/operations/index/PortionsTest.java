package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.IndexTask;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PortionsTest {
    @Test
    void theFirstIsSmallAndEachDoublesWhatThereIs() {
        Portions portions = new Portions(0);
        assertThat(portions.next(0)).isEqualTo(40);
        assertThat(portions.isReached(38)).as("two could not be read").isFalse();
        assertThat(portions.next(38)).as("few at a time keep nobody busy").isEqualTo(8);
        assertThat(portions.isReached(46)).isTrue();
        assertThat(portions.next(46)).isEqualTo(34);
    }

    @Test
    void whatIsLargeIsLookedAtInOneGo() {
        Portions portions = new Portions(20_000);
        assertThat(portions.next(20_000)).isEqualTo(Integer.MAX_VALUE);
        assertThat(portions.isReached(90_000)).isFalse();
    }

    private static IndexTask task(String name, String modified) {
        FileStamp stamp = new FileStamp(1, Instant.parse(modified).toEpochMilli(), 0);
        return new IndexTask(Path.of("/photos", name), stamp, false, OptionalLong.empty());
    }

    @Test
    void theNewestDayComesFirstAndItsClipsAfterItsPhotos() {
        List<IndexTask> tasks = Stream.of(
                        task("a.jpg", "2024-05-03T10:00:00Z"),
                        task("b.mp4", "2024-05-04T23:00:00Z"),
                        task("d.jpg", "2024-05-04T09:00:00Z"),
                        task("c.jpg", "2024-05-04T10:00:00Z"))
                .toList();
        assertThat(Portions.inOrder(tasks))
                .extracting(task -> task.file().getFileName().toString())
                .containsExactly("c.jpg", "d.jpg", "b.mp4", "a.jpg");
    }
}
