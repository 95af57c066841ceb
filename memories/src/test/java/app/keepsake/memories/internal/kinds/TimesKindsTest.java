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
    void aSummerInTheSouthIsTheWinterOfThoseAtHome() {
        Photo.Spot capeTown = new Photo.Spot(-33.9249, 18.4241, "Cape Town", "Western Cape", "ZA");
        List<Photo> photos = yearOf(Photo.BERLIN, "city");
        photos.subList(0, 59).replaceAll(photo -> photo.in(capeTown));
        for (int i = 0; i < 300; i++) {
            photos.add(Photo.of(1000L + i, LocalDateTime.of(2023, 1, 2 + i % 28, 13, i % 60))
                    .in(capeTown)
                    .tag("beach"));
        }
        assertThat(KindMemories.of(new Seasons(), TODAY, photos))
                .extracting(Memory::title)
                .contains("Winter 2022/23", "Summer 2023")
                .doesNotContain("Summer 2022/23");
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
