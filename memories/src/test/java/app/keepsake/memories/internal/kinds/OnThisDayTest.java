package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OnThisDayTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 15);

    @Test
    void threeDaysToEitherSideAreToldAndNoMore() {
        List<Photo> photos = new ArrayList<>();
        for (int day = -6; day <= 6; day++) {
            for (int i = 0; i < 4; i++) {
                photos.add(Photo.of(
                                100 * (day + 10) + i,
                                LocalDateTime.of(2022, 6, 15, 10 + i, 0).plusDays(day))
                        .in(Photo.BERLIN));
            }
        }
        List<Memory> told = KindMemories.of(new OnThisDay(), TODAY, photos);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().title()).isEqualTo("Two years ago");
        assertThat(told.getFirst().subtitle()).startsWith("Berlin");
        assertThat(told.getFirst().shots()).allMatch(shot -> Math.abs(shot.assetId() / 100 - 10) <= 3);
    }

    @Test
    void severalYearsAreToldTogether() {
        List<Photo> photos = new ArrayList<>();
        for (int year = 2018; year < 2024; year++) {
            for (int i = 0; i < 3; i++) {
                photos.add(Photo.of(10 * year + i, LocalDateTime.of(year, 6, 15, 10 + i, 0)));
            }
        }
        List<Memory> told = KindMemories.of(new OnThisDay(), TODAY, photos);
        assertThat(told).extracting(Memory::title).containsExactly("On this day");
        assertThat(told.getFirst().subtitle()).isEqualTo("June 15 \u00b7 2018\u20132023");
    }
}
