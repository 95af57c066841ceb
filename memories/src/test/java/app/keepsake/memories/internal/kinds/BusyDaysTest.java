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
        List<Memory> told = KindMemories.of(new BusyDays(), TODAY, photos);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().title()).isEqualTo("A Wednesday in Berlin");
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
        assertThat(KindMemories.of(new BusyDays(), TODAY, photos))
                .extracting(Memory::title)
                .containsExactlyInAnyOrder("A Wednesday in Madrid", "A weekend");
    }

    @Test
    void aFewDaysThatShowNoHomeAreAllTold() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            boolean last = i >= 60;
            LocalDateTime day = LocalDateTime.of(2023, 9, 1, 10, 0).plusDays(last ? 240 + i % 3 : 30L * (i % 5));
            photos.add(Photo.of(i, day.plusMinutes(17L * (i / 3))).in(last ? Photo.MADRID : Photo.BERLIN));
        }
        assertThat(KindMemories.of(new BusyDays(), TODAY, photos))
                .extracting(Memory::title)
                .contains("Three days in Madrid");
    }

    /** Twenty days of nine pictures in the afternoon, the last of them on a Friday evening in Madrid. */
    private static List<Photo> small() {
        List<Photo> photos = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            LocalDateTime noon = LocalDateTime.of(2024, 3, 1, 13, 0).plusDays(3L * day + (day == 19 ? -1 : 0));
            for (int i = 0; i < 9; i++) {
                photos.add(Photo.of(100L * day + i, noon.plusMinutes(20L * i + (day == 19 ? 360 : 0)))
                        .in(day == 19 ? Photo.MADRID : Photo.BERLIN));
            }
        }
        return photos;
    }

    @Test
    void inASmallLibraryADayAtHomeIsToldOnlyIfItStandsOut() {
        assertThat(KindMemories.of(new BusyDays(), TODAY, small()))
                .extracting(Memory::title)
                .containsExactly("A Friday evening in Madrid");
        List<Photo> together = small();
        together.subList(18, 23).forEach(photo -> photo.face(1).face(2));
        assertThat(KindMemories.in(Locale.GERMANY, new BusyDays(), TODAY, together))
                .extracting(Memory::title)
                .containsExactlyInAnyOrder("Ein Freitagabend in Madrid", "Ein Donnerstagnachmittag in Berlin");
    }

    @Test
    void aDayOfOneThemeIsNamedAfterIt() {
        List<Photo> photos = small();
        photos.subList(171, 180).forEach(photo -> photo.tag("beach"));
        Memory told = KindMemories.of(new BusyDays(), TODAY, photos).getFirst();
        assertThat(told.title()).isEqualTo("By the sea");
        assertThat(told.subtitle()).isEqualTo("Madrid · April 26, 2024");
    }
}
