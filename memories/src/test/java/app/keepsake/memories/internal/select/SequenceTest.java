package app.keepsake.memories.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.memories.Item;
import app.keepsake.memories.Libraries;
import app.keepsake.simulator.Photo;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SequenceTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 1, 12, 0);

    private static List<Item> told(List<Photo> photos) {
        return Sequence.of(Libraries.of(photos).items()).stream()
                .map(Sequence.Placed::item)
                .toList();
    }

    /** A view of the third day would open the story, and an evening of the sixth end it. */
    @Test
    void daysStayInTheirOrder() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Photo photo = Photo.of(i, NOON.plusHours(12L * i)).in(Photo.LISBON).quality(0.5);
            photos.add(i == 4 ? photo.tag("beach").quality(0.9) : i == 12 ? photo.tag("sunset").quality(0.9) : photo);
        }

        assertThat(told(photos)).isSortedAccordingTo((a, b) -> a.day().compareTo(b.day()));
    }

    @Test
    void theViewOfTheFirstDayOpensIt() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Photo photo = Photo.of(i, NOON.plusMinutes(20L * i)).in(Photo.LISBON);
            photos.add(i == 1 ? photo.tag("beach") : photo.tag("food"));
        }

        assertThat(told(photos).getFirst().tags()).contains("beach");
    }

    @Test
    void aSmallPictureIsWorthLessThanALargeOne() {
        List<Item> items = Libraries.of(List.of(
                        Photo.of(1, NOON).quality(0.7).sized(400, 600),
                        Photo.of(2, NOON.plusHours(1)).quality(0.65).sized(6000, 4000)))
                .items();

        assertThat(Worth.of(items.getLast())).isGreaterThan(Worth.of(items.getFirst()));
    }
}
