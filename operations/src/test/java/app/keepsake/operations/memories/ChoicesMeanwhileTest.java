package app.keepsake.operations.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.OneDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said while something is computed counts for what is computed. */
final class ChoicesMeanwhileTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 3);

    @TempDir
    Path folder;

    private Catalog catalog;
    private TellMemories tell;

    @BeforeEach
    void open() throws IOException {
        OneDay.write(folder, 24, 6);
        catalog = Catalog.open(folder.resolve("catalog.db"));
        tell = new TellMemories(catalog, Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Choice never(long asset) {
        Subject itself =
                new Subject.OfAsset(catalog.assets().find(asset).orElseThrow().hash());
        return catalog.choices().add(Choice.Stance.NEVER, itself, "");
    }

    private static List<Long> shots(List<Memory> memories) {
        return memories.stream()
                .flatMap(memory -> memory.shots().stream())
                .map(Shot::assetId)
                .toList();
    }

    @Test
    void aChoiceMadeWhileMemoriesAreToldIsInThem() {
        List<Long> before = shots(tell.on(DAY));
        assertThat(before).isNotEmpty();
        AtomicInteger attempts = new AtomicInteger();
        List<Memory> told = TellingBasis.writing(catalog, Locale.ENGLISH, basis -> {
            if (attempts.getAndIncrement() == 0) {
                never(before.getFirst());
            }
            return tell.tell(basis, DAY);
        });
        assertThat(attempts).hasValue(2);
        assertThat(shots(told)).isNotEmpty().doesNotContain(before.getFirst());
        assertThat(shots(catalog.memories().all())).doesNotContain(before.getFirst());
    }

    @Test
    void whatSomebodyAsksForWhileMemoriesAreToldStays() {
        TellingBasis basis = TellingBasis.of(catalog, Locale.ENGLISH);
        List<Memory> shelf = new ArrayList<>(catalog.memories().all());
        assertThat(tell.tell(basis, DAY)).isPresent();
        CreateMemory.Created asked = new CreateMemory(catalog, Locale.ENGLISH).of("2024", DAY);
        assertThat(catalog.memories()
                        .replace(
                                java.util.Set.copyOf(
                                        shelf.stream().map(Memory::id).toList()),
                                List.of(),
                                basis.revision()))
                .isTrue();
        assertThat(catalog.memories().find(asked.memory().orElseThrow().id())).isPresent();
    }

    @Test
    void aFilmOfWhatWasHiddenWhileItWasMadeIsNotedAsWithdrawn() {
        Memory memory = Retelling.of(catalog, Locale.ENGLISH).find("day").orElseThrow();
        Choice choice = never(memory.shots().getFirst().assetId());
        Film film = Withdrawal.rendered(catalog, folder.resolve("day.mp4"), memory, List.of(), Locale.ENGLISH);
        assertThat(film.withdrawnBecause()).isPresent();
        assertThat(catalog.choices().remove(choice.id())).isTrue();
        Withdrawal.Effect effect = Withdrawal.apply(catalog, Locale.ENGLISH);
        assertThat(effect.films())
                .singleElement()
                .satisfies(back -> assertThat(back.withdrawnBecause()).isEmpty());
    }

    @Test
    void aFilmOfAKindThatIsNeverToldStaysWithdrawnWhateverElseIsSaid() {
        Memory memory = catalog.memories().find("day").orElseThrow();
        Film ignored = Withdrawal.rendered(catalog, folder.resolve("day.mp4"), memory, List.of(), Locale.ENGLISH);
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfKind("event"), "");
        assertThat(Withdrawal.apply(catalog, Locale.ENGLISH).films()).hasSize(1);
        assertThat(catalog.memories().find("day")).isEmpty();
        catalog.choices().add(Choice.Stance.LESS, new Subject.OfTag("food"), "");
        assertThat(Withdrawal.apply(catalog, Locale.ENGLISH).films()).isEmpty();
        assertThat(catalog.memories().films().getFirst().withdrawnBecause()).isPresent();
    }

    /** As after a process that was killed between saying and withdrawing. */
    @Test
    void whatWasSaidCountsBeforeAnythingIsWithdrawn() {
        Memory before = Retelling.of(catalog, Locale.ENGLISH).find("day").orElseThrow();
        long hidden = before.shots().get(1).assetId();
        never(hidden);
        assertThat(Retelling.of(catalog, Locale.ENGLISH)
                        .find("day")
                        .orElseThrow()
                        .shots())
                .hasSize(before.shots().size() - 1)
                .extracting(Shot::assetId)
                .doesNotContain(hidden);
        before.shots().forEach(shot -> never(shot.assetId()));
        assertThat(Retelling.of(catalog, Locale.ENGLISH).find("day")).isEmpty();
        assertThat(Retelling.of(catalog, Locale.ENGLISH).all()).isEmpty();
    }
}
