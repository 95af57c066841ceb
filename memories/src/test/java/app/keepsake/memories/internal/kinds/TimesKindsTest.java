package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds that are about times and things: seasons, months, years, themes. */
final class TimesKindsTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private static List<Photo> yearOf(Photo.Spot where, String tag) {
        List<Photo> photos = new ArrayList<>();
        for (int day = 0; day < 365; day++) {
            photos.add(Photo.of(day, LocalDateTime.of(2023, 1, 1, 12, 0).plusDays(day))
                    .in(where)
                    .tag(tag));
        }
        return photos;
    }

    @Test
    void seasonsAreThoseOfTheHemisphere() {
        assertThat(KindMemories.of(new Seasons(), TODAY, yearOf(Photo.BERLIN, "city")))
                .filteredOn(memory -> memory.firstDay().getMonthValue() == 6)
                .extracting(Memory::title)
                .containsExactly("Summer 2023");
        Photo.Spot auckland = new Photo.Spot(-36.8485, 174.7633, "Auckland", "Auckland", "NZ");
        assertThat(KindMemories.of(new Seasons(), TODAY, yearOf(auckland, "city")))
                .filteredOn(memory -> memory.firstDay().getMonthValue() == 6)
                .extracting(Memory::title)
                .containsExactly("Winter 2023");
    }

    @Test
    void theBestOfMonthsAndYearsThatAreOver() {
        List<Memory> told = KindMemories.of(new BestOf(), LocalDate.of(2023, 12, 20), yearOf(Photo.BERLIN, "city"));
        assertThat(told)
                .extracting(Memory::title)
                .contains("Best of November 2023")
                .doesNotContain("Best of 2023");
        assertThat(KindMemories.of(new BestOf(), TODAY, yearOf(Photo.BERLIN, "city")))
                .extracting(Memory::title)
                .contains("Best of 2023");
    }

    @Test
    void themesAreToldByTags() {
        assertThat(KindMemories.of(new Themes(), TODAY, yearOf(Photo.BERLIN, "beach")))
                .extracting(Memory::title)
                .containsExactly("By the sea");
        assertThat(KindMemories.of(new Themes(), TODAY, yearOf(Photo.BERLIN, "document")))
                .isEmpty();
    }
}
