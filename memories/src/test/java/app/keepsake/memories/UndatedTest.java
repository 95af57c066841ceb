package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.simulator.Photo;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pictures of which nobody knows when they were taken. */
final class UndatedTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    private static final LocalDateTime COPIED = LocalDateTime.of(2023, 8, 1, 12, 0);

    private static Storyteller teller(List<Photo> photos) {
        return new Storyteller(Libraries.of(photos), Locale.US);
    }

    /** Some that were copied on one day, and a life to compare them with. */
    private static List<Photo> copied() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            photos.add(Photo.of(i, COPIED.plusSeconds(i))
                    .undated()
                    .folder("/photos/Grandmother")
                    .tag("garden"));
        }
        for (int i = 0; i < 100; i++) {
            photos.add(Photo.of(1000 + i, COPIED.minusDays(3L * i + 1)));
        }
        return photos;
    }

    @Test
    void theTimeOfAFileIsNoMoment() {
        assertThat(teller(copied()).makeMemories(TODAY, List.of()))
                .filteredOn(memory -> !memory.kind().equals("highlights"))
                .isNotEmpty()
                .flatExtracting(Memory::shots)
                .extracting(Shot::assetId)
                .allMatch(id -> id >= 1000);
    }

    @Test
    void theyAreToldByFolderAndOnRequestWithoutADate() {
        Storyteller teller = teller(copied());
        Memory folder = teller.ofFolder(Path.of("/photos/Grandmother"), TODAY, List.of())
                .orElseThrow();
        assertThat(folder.shots()).isNotEmpty().allMatch(shot -> shot.assetId() < 1000);
        assertThat(folder.subtitle()).isEmpty();
        assertThat(teller.create("garden", TODAY, List.of()).orElseThrow().shots())
                .isNotEmpty();
        assertThat(teller.create("garden 2023", TODAY, List.of())).isEmpty();
    }

    @Test
    void aClockThatBeganAnewIsNotBelieved() {
        List<Photo> photos = copied();
        for (int i = 0; i < 30; i++) {
            photos.add(Photo.of(2000 + i, LocalDateTime.of(2010, 1, 1, 0, 1).plusMinutes(i)));
        }
        Library library = Libraries.of(photos);
        assertThat(library.items()).allMatch(item -> item.id() >= 1000 && item.id() < 2000);
        assertThat(library.undated()).hasSize(70);
    }

    @Test
    void aNewYearsPartyAmongOtherPicturesIsBelieved() {
        List<Photo> photos = copied();
        for (int i = 0; i < 30; i++) {
            photos.add(Photo.of(2000 + i, LocalDateTime.of(2023, 1, 1, 0, 1).plusMinutes(i)));
        }
        assertThat(Libraries.of(photos).items()).anyMatch(item -> item.id() >= 2000);
    }
}
