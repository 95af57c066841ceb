package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BirthdayTest {
    private static final Person ANNA = KindMemories.person(1, "Anna");

    /** Each May 4th Anna alone, and on other days everybody. */
    private static List<Photo> years(int parties) {
        List<Photo> photos = new ArrayList<>();
        for (int year = 2018; year < 2024; year++) {
            for (int week = 0; week < 52; week += 2) {
                LocalDateTime noon = LocalDateTime.of(year, 1, 3, 12, 0).plusWeeks(week);
                photos.add(
                        Photo.of(1000L * year + 200 + week, noon.plusHours(1)).face(2));
                photos.add(
                        Photo.of(1000L * year + 300 + week, noon.plusHours(2)).face(2));
                Photo photo = Photo.of(1000L * year + week, noon);
                photos.add((week % 8 == 0 ? photo.face(1) : photo).face(2));
            }
            for (int i = 0; i < (year < 2018 + parties ? 10 : 0); i++) {
                photos.add(Photo.of(
                                1000L * year + 100 + i,
                                LocalDateTime.of(year, 5, 4, 15, 0).plusMinutes(20L * i))
                        .face(1));
            }
        }
        return photos;
    }

    @Test
    void itIsLearntFromThePeaksOfYears() {
        List<Memory> told = KindMemories.of(new Birthday(), LocalDate.of(2024, 6, 1), years(6), ANNA);
        assertThat(told).extracting(Memory::title).contains("Anna\u2019s birthday", "Anna\u2019s birthdays");
        assertThat(told)
                .filteredOn(memory -> memory.firstDay().equals(memory.lastDay()))
                .allMatch(memory -> memory.firstDay().getMonthValue() == 5
                        && memory.firstDay().getDayOfMonth() == 4);
    }

    @Test
    void onePartyIsNoBirthday() {
        assertThat(KindMemories.of(new Birthday(), LocalDate.of(2024, 6, 1), years(1), ANNA))
                .isEmpty();
    }

    @Test
    void theAgeIsToldOnlyWhenTheDateOfBirthWasGiven() {
        Person born = KindMemories.born(1, "Anna", LocalDate.of(2015, 5, 4));
        assertThat(KindMemories.of(new Birthday(), LocalDate.of(2024, 6, 1), years(6), born))
                .extracting(Memory::subtitle)
                .contains("Turning 8 \u00b7 May 4, 2023");
        assertThat(KindMemories.of(new Birthday(), LocalDate.of(2024, 6, 1), years(6), ANNA))
                .extracting(Memory::subtitle)
                .contains("May 4, 2023");
    }
}
