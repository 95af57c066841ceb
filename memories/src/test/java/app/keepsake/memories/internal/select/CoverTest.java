package app.keepsake.memories.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.memories.Item;
import app.keepsake.memories.Libraries;
import app.keepsake.simulator.Photo;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CoverTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 3, 12, 0);

    private static Photo photo(long number) {
        return Photo.of(number, NOON.plusMinutes(number));
    }

    private static List<Item> items(Photo... photos) {
        return Libraries.of(List.of(photos)).items();
    }

    @Test
    void aSmilingFaceStandsBeforeAnEmptyView() {
        List<Item> items =
                items(photo(1).quality(0.7), photo(2).quality(0.6).face(1).smiling());
        assertThat(Cover.of(items, Set.of())).isEqualTo(2);
    }

    @Test
    void aBeautifulViewStandsBeforeABadPictureOfSomebody() {
        List<Item> items = items(
                photo(1).quality(0.9).tag("mountain"), photo(2).quality(0.2).face(1));
        assertThat(Cover.of(items, Set.of())).isEqualTo(1);
    }

    @Test
    void twoFacesStandBeforeACrowd() {
        Photo crowd = photo(1);
        for (int i = 0; i < 12; i++) {
            crowd = crowd.face(0);
        }
        assertThat(Cover.of(items(crowd, photo(2).face(1).face(2)), Set.of())).isEqualTo(2);
    }

    @Test
    void aStillStandsBeforeAClipAndWhatHasACoverElsewhereIsPassedOver() {
        List<Item> items = items(photo(1).clip().quality(0.65), photo(2), photo(3).quality(0.5));
        assertThat(Cover.of(items, Set.of())).isEqualTo(2);
        assertThat(Cover.of(items, Set.of(2L))).isEqualTo(3);
        assertThat(Cover.of(items, Set.of(1L, 2L, 3L))).isEqualTo(2);
    }
}
