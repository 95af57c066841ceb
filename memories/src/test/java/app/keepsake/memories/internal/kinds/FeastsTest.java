package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FeastsTest {
    private static List<Photo> christmases(Photo.Spot where) {
        List<Photo> photos = new ArrayList<>();
        for (int year = 2020; year < 2024; year++) {
            for (int i = 0; i < 12; i++) {
                photos.add(Photo.of(100L * year + i, LocalDateTime.of(year, 12, 24 + i / 4, 15 + i % 4, 0))
                        .in(where));
            }
        }
        return photos;
    }

    @Test
    void christmasIsToldInItsLanguage() {
        assertThat(KindMemories.of(new Feasts(), LocalDate.of(2024, 6, 1), christmases(Photo.BERLIN)))
                .extracting(Memory::title)
                .contains("Christmas 2023", "Christmas through the years");
        assertThat(KindMemories.in(Locale.GERMANY, new Feasts(), LocalDate.of(2024, 6, 1), christmases(Photo.BERLIN)))
                .extracting(Memory::title)
                .contains("Weihnachten 2023", "Weihnachten im Lauf der Jahre");
    }

    @Test
    void holidaysAreThoseOfTheCountry() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // The Day of German Unity, on which Spain works.
            photos.add(Photo.of(i, LocalDateTime.of(2023, 10, 3, 9 + i, 0)).in(Photo.BERLIN));
        }
        assertThat(KindMemories.of(new Feasts(), LocalDate.of(2024, 6, 1), photos))
                .hasSize(1);
        photos.replaceAll(photo -> photo.in(Photo.MADRID));
        assertThat(KindMemories.of(new Feasts(), LocalDate.of(2024, 6, 1), photos))
                .isEmpty();
    }

    @Test
    void holidaysBelongToTheHome() {
        List<Photo> photos = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            photos.add(Photo.of(day, LocalDateTime.of(2023, 1, 1, 12, 0).plusDays(day))
                    .in(Photo.BERLIN));
        }
        for (int i = 0; i < 900; i++) {
            photos.add(Photo.of(1000L + i, LocalDateTime.of(2023, 7, 1 + i % 14, 9, i % 60))
                    .in(Photo.MADRID));
        }
        for (int i = 0; i < 12; i++) {
            photos.add(
                    Photo.of(2000L + i, LocalDateTime.of(2023, 10, 3, 9 + i, 0)).in(Photo.BERLIN));
        }
        assertThat(KindMemories.in(Locale.GERMANY, new Feasts(), LocalDate.of(2024, 6, 1), photos))
                .extracting(Memory::title)
                .contains("Tag der Deutschen Einheit 2023");
    }
}
