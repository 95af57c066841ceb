package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LastWeekendTest {
    private static List<Photo> weekend() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            photos.add(Photo.of(i, LocalDateTime.of(2024, 6, 15 + i / 10, 9 + i % 10, 0))
                    .in(Photo.BERLIN));
        }
        return photos;
    }

    @Test
    void itIsToldFromMondayToThursday() {
        for (int day = 17; day <= 21; day++) {
            List<Memory> told = KindMemories.of(new LastWeekend(), LocalDate.of(2024, 6, day), weekend());
            assertThat(told).as("on June %d", day).hasSize(day <= 20 ? 1 : 0);
        }
    }

    @Test
    void itsNameIsThePlace() {
        Memory told = KindMemories.of(new LastWeekend(), LocalDate.of(2024, 6, 17), weekend())
                .getFirst();
        assertThat(told.title()).isEqualTo("Last weekend");
        assertThat(told.subtitle()).isEqualTo("Berlin");
    }
}
