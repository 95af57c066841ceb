package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.simulator.Photo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class OfSelectionTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);

    /** One each day of two months. */
    private static List<Photo> photos() {
        List<Photo> photos = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            photos.add(Photo.of(day, LocalDateTime.of(2024, 3, 1, 12, 0).plusDays(day))
                    .in(Photo.BERLIN));
        }
        return photos;
    }

    private static Storyteller teller(List<Photo> photos) {
        Library.Builder library = new Library.Builder(List.of());
        photos.forEach(photo -> library.add(photo.view()));
        return new Storyteller(library.build(), Locale.US);
    }

    private static Set<ContentHash> hashes(List<Photo> photos) {
        return photos.stream().map(photo -> photo.view().asset().hash()).collect(Collectors.toSet());
    }

    private static Set<Long> ids(List<Photo> photos) {
        return photos.stream().map(photo -> photo.view().asset().id()).collect(Collectors.toSet());
    }

    private static Set<Long> shown(Memory memory) {
        return memory.shots().stream().map(Shot::assetId).collect(Collectors.toSet());
    }

    @Test
    void tellsWhatWasChosenAndNothingElse() {
        List<Photo> photos = photos();
        List<Photo> chosen = List.of(photos.get(3), photos.get(20), photos.get(41), photos.get(58));
        Memory memory =
                teller(photos).ofSelection(hashes(chosen), TODAY, List.of()).orElseThrow();
        assertThat(memory.kind()).isEqualTo(OfSelection.KEY);
        assertThat(shown(memory)).isEqualTo(ids(chosen));
        assertThat(memory.title()).isNotEmpty();
    }

    @Test
    void staysItselfHoweverOftenItIsTold() {
        List<Photo> photos = photos();
        Set<ContentHash> some = hashes(photos.subList(10, 18));
        Optional<Memory> told = teller(photos).ofSelection(some, TODAY, List.of());
        assertThat(teller(photos)
                        .ofSelection(some, TODAY.plusDays(40), List.of())
                        .map(Memory::id))
                .isEqualTo(told.map(Memory::id));
        assertThat(teller(photos)
                        .ofSelection(hashes(photos.subList(10, 19)), TODAY, List.of())
                        .map(Memory::id))
                .isNotEqualTo(told.map(Memory::id));
    }

    @Test
    void leavesOutWhatIsNeverToBeShownAndIsNotToldOfNothing() {
        List<Photo> photos = photos();
        List<Photo> chosen = photos.subList(10, 14);
        List<Choice> never = chosen.subList(0, 2).stream()
                .map(photo -> new Choice(
                        1,
                        Choice.Stance.NEVER,
                        new Subject.OfAsset(photo.view().asset().hash()),
                        "",
                        Instant.EPOCH))
                .toList();
        assertThat(shown(
                        teller(photos).ofSelection(hashes(chosen), TODAY, never).orElseThrow()))
                .isEqualTo(ids(chosen.subList(2, 4)));
        assertThat(teller(photos).ofSelection(hashes(chosen.subList(0, 2)), TODAY, never))
                .isEmpty();
    }
}
