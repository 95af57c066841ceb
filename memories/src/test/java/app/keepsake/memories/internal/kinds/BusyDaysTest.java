package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BusyDaysTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);

    /** One picture each day of a spring at home. */
    private static List<Photo> spring() {
        List<Photo> photos = new ArrayList<>();
        for (int day = 0; day < 90; day++) {
            photos.add(Photo.of(day, LocalDateTime.of(2024, 3, 1, 12, 0).plusDays(day))
                    .in(Photo.BERLIN));
        }
        return photos;
    }

    @Test
    void aDayOfManyPicturesIsTold() {
        List<Photo> photos = spring();
        for (int i = 0; i < 15; i++) {
            photos.add(Photo.of(1000 + i, LocalDateTime.of(2024, 4, 10, 9, 0).plusMinutes(40L * i))
                    .in(Photo.BERLIN));
        }
        List<Memory> told = Told.of(new BusyDays(), TODAY, photos);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().title()).isEqualTo("Berlin");
        assertThat(told.getFirst().firstDay())
                .isEqualTo("2024-04-10")
                .isEqualTo(told.getFirst().lastDay());
    }

    @Test
    void aDayElsewhereIsADayOutAndAWeekendAWeekend() {
        List<Photo> photos = spring();
        for (int i = 0; i < 15; i++) {
            photos.add(Photo.of(1000 + i, LocalDateTime.of(2024, 4, 10, 9, 0).plusMinutes(40L * i))
                    .in(Photo.MADRID));
            photos.add(Photo.of(
                    2000 + i, LocalDateTime.of(2024, 5, 11 + i % 2, 9, 0).plusMinutes(40L * i)));
        }
        photos.removeIf(photo -> photo.view().asset().id() == 40);
        assertThat(Told.of(new BusyDays(), TODAY, photos))
                .extracting(Memory::title)
                .containsExactlyInAnyOrder("A day in Madrid", "A weekend");
    }
}
