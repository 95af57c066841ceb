package app.keepsake.memories.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Choice.Stance;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Libraries;
import app.keepsake.memories.Storyteller;
import app.keepsake.simulator.Photo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What single choices do to what is told. */
final class RulesTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 1, 12, 0);

    private static Choice choice(Stance stance, Subject subject) {
        return new Choice(1, stance, subject, "", Instant.EPOCH);
    }

    private static boolean isSnow(long number) {
        return number % 4 != 0;
    }

    /** Three in four show snow, and lie in another folder. */
    private static List<Photo> photos() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Photo photo = Photo.of(i, NOON.plusDays(i)).folder(isSnow(i) ? "/photos/snow" : "/photos/garden");
            photos.add(isSnow(i) ? photo.tag("snow") : photo);
        }
        return photos;
    }

    private static List<Memory> memoriesOf(List<Photo> photos, Choice... choices) {
        return new Storyteller(Libraries.of(photos), Locale.US).makeMemories(TODAY, List.of(choices));
    }

    private static List<Long> shots(List<Memory> memories) {
        return memories.stream()
                .flatMap(memory -> memory.shots().stream())
                .map(Shot::assetId)
                .distinct()
                .toList();
    }

    private static long snow(List<Memory> memories) {
        return memories.stream()
                .filter(memory -> memory.kind().equals("highlights"))
                .flatMap(memory -> memory.shots().stream())
                .filter(shot -> isSnow(shot.assetId()))
                .count();
    }

    @Test
    void onceAFolderIsAllowedAllOthersAreLeftOut() {
        Choice allowed = choice(Stance.ALLOW, new Subject.OfFolder("/photos/garden"));
        assertThat(shots(memoriesOf(photos()))).anyMatch(RulesTest::isSnow);
        assertThat(shots(memoriesOf(photos(), allowed))).isNotEmpty().noneMatch(RulesTest::isSnow);
    }

    @Test
    void lessIsFewerButNotNone() {
        Choice less = choice(Stance.LESS, new Subject.OfTag("snow"));
        long before = snow(memoriesOf(photos()));
        assertThat(snow(memoriesOf(photos(), less))).isBetween(1L, before - 1);
    }

    @Test
    void aKindThatIsWantedLessComesLater() {
        List<Memory> before = memoriesOf(photos());
        Memory first = before.getFirst();
        Choice less = choice(Stance.LESS, new Subject.OfKind(first.kind()));
        assertThat(memoriesOf(photos(), less))
                .filteredOn(memory -> memory.id().equals(first.id()))
                .allMatch(memory -> memory.score() < first.score())
                .hasSize(1);
    }

    @Test
    void whatWasKeptOutCanBeBroughtBack() {
        List<Photo> photos = photos();
        photos.get(4).favourite().flag(Flag.Kind.RECEIPT, 0.95);
        assertThat(shots(memoriesOf(photos))).doesNotContain(4L);
        assertThat(shots(memoriesOf(photos, choice(Stance.ALLOW, new Subject.OfAsset(Photo.hash(4))))))
                .contains(4L);
    }
}
