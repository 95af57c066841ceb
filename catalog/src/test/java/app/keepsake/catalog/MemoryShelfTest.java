package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class MemoryShelfTest {
    @Parameter
    Engine engine;

    private static final Instant NOW = Instant.parse("2024-08-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 8, 1);

    @TempDir
    Path folder;

    private Catalog catalog;
    private Asset first;
    private Asset second;

    @BeforeEach
    void openWithTwoAssets() {
        catalog = Catalog.open(engine.newCatalog(folder), Clock.fixed(NOW, ZoneOffset.UTC));
        try (Indexing indexing = catalog.beginIndexing()) {
            first = Samples.add(indexing, folder.resolve("a.jpg"), Samples.NOON, List.of());
            second = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON, List.of());
        }
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Memory memory(String id, Asset... assets) {
        List<Shot> shots = Arrays.stream(assets)
                .map(asset -> new Shot(asset.id(), Shot.Role.BODY, "a favourite"))
                .toList();
        return new Memory(id, "trip", "Lisbon", "May 2024", DAY.minusDays(9), DAY.minusDays(2), 0.5, 0.25, shots, "v1");
    }

    private long revision() {
        return catalog.choices().revision();
    }

    private void put(Memory memory) {
        assertThat(catalog.memories().put(List.of(memory), revision())).isTrue();
    }

    private void rendered(Path film, Memory memory, List<Chapter> chapters) {
        assertThat(catalog.memories().rendered(film, memory, chapters, Optional.empty(), revision()))
                .as("as it was noted, and not as it is looked up when another renders it anew")
                .isEqualTo(catalog.memories().film(film))
                .isPresent();
    }

    @Test
    void countsWhatMayBeShown() {
        Memory trip = memory("trip-2024", first);
        put(trip);
        put(memory("day", second));
        Path shared = folder.resolve("shared");
        rendered(folder.resolve("a.mp4"), trip, List.of());
        rendered(folder.resolve("sharedtoo.mp4"), trip, List.of());
        rendered(shared.resolve("b.mp4"), trip, List.of());
        assertThat(catalog.memories().count()).isEqualTo(2);
        assertThat(catalog.memories().countFilms(shared)).isEqualTo(2);

        assertThat(catalog.memories()
                        .withdraw(Map.of(folder.resolve("a.mp4"), Optional.of("never")), Map.of(), revision()))
                .isTrue();

        assertThat(catalog.memories().countFilms(shared)).isEqualTo(1);
    }

    @Test
    void whatWasSaidOfAMemoryIsSaidOfTheOneThatItIsNow() {
        Edit edit = new Edit(
                Optional.of("Ours"),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(first.id(), second.id()));
        Edit later = new Edit(
                Optional.of("Mine"), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of(second.id()));
        catalog.edits().put("old", edit);
        catalog.edits().put("older", edit);
        catalog.edits().put("newer", later);
        catalog.memories().asked(new Request("old", "request", "Anna"));
        assertThat(catalog.memories()
                        .replace(
                                Set.of(),
                                List.of(memory("new", first), memory("newer", second)),
                                Map.of("old", "new", "older", "newer", "nobody", "nothing"),
                                revision()))
                .isTrue();
        assertThat(catalog.edits().all()).isEqualTo(Map.of("new", edit, "older", edit, "newer", later));
        assertThat(catalog.memories().requests()).containsExactly(new Request("new", "request", "Anna"));
    }

    @Test
    void memoriesKeepTheOrderOfTheirShots() {
        Memory memory = memory("2024-05-lisbon-3f2a", second, first);
        put(memory);
        assertThat(catalog.memories().find(memory.id())).contains(memory);
        assertThat(catalog.memories().find("other")).isEmpty();
    }

    @Test
    void replacingLeavesShowingsAndFilms() {
        put(memory("old", first));
        catalog.memories().shown(DAY, List.of(memory("old", first)));
        rendered(folder.resolve("old.mp4"), memory("old", first, second), List.of());
        assertThat(catalog.memories().replace(Set.of("old"), List.of(memory("new", second)), revision()))
                .isTrue();
        assertThat(catalog.memories().all()).containsExactly(memory("new", second));
        assertThat(catalog.memories().shownSince(DAY))
                .containsExactly(new Showing(DAY, "old", "trip", List.of(first.id())));
        assertThat(catalog.memories().shownSince(DAY.plusDays(1))).isEmpty();
        assertThat(catalog.memories().films())
                .containsExactly(new Film(
                        folder.resolve("old.mp4"),
                        "old",
                        "trip",
                        NOW,
                        List.of(first.id(), second.id()),
                        "",
                        Optional.empty()));
    }

    @Test
    void whatIsAskedForIsNotedWithTheMemoryOrNotAtAll() {
        long before = revision();
        catalog.choices().add(Choice.Stance.LESS, new Subject.OfTag("food"), "");
        Request request = new Request("asked", "request", "Anna");
        assertThat(catalog.memories().put(memory("asked", first), request, before))
                .isFalse();
        assertThat(catalog.memories().all()).isEmpty();
        assertThat(catalog.memories().requests()).isEmpty();
        assertThat(catalog.memories().put(memory("asked", first), request, revision()))
                .isTrue();
        assertThat(catalog.memories().all()).containsExactly(memory("asked", first));
        assertThat(catalog.memories().requests()).containsExactly(request);
    }

    @Test
    void whatWasAskedForIsTakenBackWithItsMemory() {
        Request request = new Request("asked", "request", "Anna");
        put(memory("told", first));
        assertThat(catalog.memories().put(memory("asked", second), request, revision()))
                .isTrue();
        long before = revision();
        assertThat(catalog.memories().takeBack("told"))
                .as("nobody asked for it")
                .isFalse();
        assertThat(catalog.memories().takeBack("asked")).isTrue();
        assertThat(catalog.memories().all()).containsExactly(memory("told", first));
        assertThat(catalog.memories().requests()).isEmpty();
        assertThat(catalog.memories().put(List.of(memory("asked", second)), before))
                .as("by who told it meanwhile")
                .isFalse();
        assertThat(catalog.memories().takeBack("asked")).isFalse();
    }

    @Test
    void whatIsKnownOfAFilmGoesBeforeAnotherTakesItsPlace() {
        Path film = folder.resolve("film.mp4");
        rendered(film, memory("old", first), List.of());
        assertThatThrownBy(() -> catalog.memories()
                        .rendered(
                                folder.resolve("not there"),
                                film,
                                memory("new", second),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                revision()))
                .isInstanceOf(CatalogException.class);
        assertThat(catalog.memories().film(film)).isEmpty();
    }

    @Test
    void aFilmIsWithdrawnAndGivenBack() {
        Path film = folder.resolve("film.mp4");
        rendered(film, memory("old", first), List.of());
        assertThat(catalog.memories().withdraw(Map.of(film, Optional.of("never person:1")), Map.of(), revision()))
                .isTrue();
        assertThat(catalog.memories().films().getFirst().withdrawnBecause()).contains("never person:1");
        assertThat(catalog.memories().withdraw(Map.of(film, Optional.empty()), Map.of(), revision()))
                .isTrue();
        assertThat(catalog.memories().films().getFirst().withdrawnBecause()).isEmpty();
    }

    @Test
    void aFilmKnowsItsChaptersAndTheEditThatItWasMadeWith() {
        Path file = folder.resolve("film.mp4");
        Memory told = memory("old", first, second);
        Edit edit = new Edit(Optional.of("Ours"), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of());
        Memory edited = told.edited("Ours", told.subtitle(), told.shots(), edit);
        List<Chapter> chapters = List.of(
                new Chapter("Friday", Duration.ZERO, Duration.ofMillis(5500)),
                new Chapter("Saturday", Duration.ofMillis(5500), Duration.ofSeconds(9)));
        rendered(file, told, List.of());
        rendered(file, edited, chapters);
        assertThat(catalog.memories().chapters(file)).isEqualTo(chapters);
        Film film = catalog.memories().films().getFirst();
        assertThat(film.shows(edited)).isTrue();
        assertThat(film.shows(told)).isFalse();
    }

    @Test
    void aFilmIsForgottenWithAllThatIsKnownOfIt() {
        Path film = folder.resolve("film.mp4");
        Path other = folder.resolve("other.mp4");
        List<Chapter> chapters = List.of(new Chapter("Friday", Duration.ZERO, Duration.ofMillis(5500)));
        rendered(film, memory("old", first), chapters);
        rendered(other, memory("old", first), chapters);
        catalog.memories().forget(film);
        assertThat(catalog.memories().film(film)).isEmpty();
        assertThat(catalog.memories().chapters(film)).isEmpty();
        assertThat(catalog.memories().chapters(other)).isEqualTo(chapters);
    }

    @Test
    void whatWasComputedBeforeAChoiceIsNotWritten() {
        put(memory("old", first));
        long before = revision();
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("food"), "");
        Path film = folder.resolve("film.mp4");
        assertThat(catalog.memories().replace(Set.of("old"), List.of(memory("new", first)), before))
                .isFalse();
        assertThat(catalog.memories().put(List.of(memory("other", first)), before))
                .isFalse();
        assertThat(catalog.memories().rendered(film, memory("old", first), List.of(), Optional.empty(), before))
                .isEmpty();
        assertThat(catalog.memories().all()).containsExactly(memory("old", first));
        assertThat(catalog.memories().films()).isEmpty();
    }

    @Test
    void whatOthersPutOnTheShelfMeanwhileStays() {
        put(memory("old", first));
        put(memory("asked", second));
        assertThat(catalog.memories().replace(Set.of("old"), List.of(memory("new", first)), revision()))
                .isTrue();
        assertThat(catalog.memories().all()).containsExactly(memory("asked", second), memory("new", first));
    }

    @Test
    void takesOffWhatStillTellsOfWhatIsHiddenAndGivesNothingBackThatMayBeHiddenAgain() {
        Path film = folder.resolve("film.mp4");
        put(memory("tells", first));
        put(memory("not any more", second));
        rendered(film, memory("tells", first), List.of());
        Map<String, Set<Long>> taken = Map.of("tells", Set.of(first.id()), "not any more", Set.of(first.id()));
        assertThat(catalog.memories().withdraw(Map.of(film, Optional.of("never")), taken, revision()))
                .isTrue();
        assertThat(catalog.memories().all()).containsExactly(memory("not any more", second));

        long before = revision();
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("food"), "");
        assertThat(catalog.memories()
                        .withdraw(Map.of(film, Optional.empty()), Map.of("not any more", Set.of()), before))
                .isFalse();
        assertThat(catalog.memories().films().getFirst().withdrawnBecause()).contains("never");
        assertThat(catalog.memories().all()).isEmpty();
    }
}
