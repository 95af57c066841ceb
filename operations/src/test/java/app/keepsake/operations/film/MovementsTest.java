package app.keepsake.operations.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Movement;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Subject;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.media.Inset;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.index.TestPhotos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which photos of a memory move in its film: 0 in its own file, 1 by a clip beside it, 2 not at all, 3 a moment after 0. */
final class MovementsTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 3, 12, 0);
    private static final Quality.Span WORTH = new Quality.Span(Duration.ofMillis(300), Duration.ofMillis(2800));

    @TempDir
    Path folder;

    private Catalog catalog;
    private long clip;
    private final List<Shot> shots = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        TestPhotos.write(folder, 4);
        Files.writeString(folder.resolve("1.MP4"), "a clip");
        catalog = Catalog.open(folder.resolve("catalog.db"));
        try (Indexing indexing = catalog.beginIndexing()) {
            add(indexing, 0, OneDay.facts(NOON).moving(movement(5000)), Optional.of(WORTH));
            AssetFacts still = OneDay.facts(NOON.plusMinutes(9)).together(Optional.of("live"), Optional.empty());
            add(indexing, 1, still.moving(movement(0)), Optional.of(WORTH));
            add(indexing, 2, OneDay.facts(NOON.plusMinutes(20)).moving(movement(5000)), Optional.empty());
            Path file = folder.resolve("1.MP4");
            AssetFacts half = AssetFacts.clip("MP4", 160, 160, Duration.ofSeconds(3), true)
                    .together(Optional.of("live"), Optional.empty());
            clip = indexing.add(file, OneDay.stampOf(file), hash("clip"), half, "m1", Findings.NONE)
                    .id();
        }
        remember(shots);
    }

    private void remember(List<Shot> told) {
        LocalDate day = LocalDate.of(2024, 5, 3);
        Memory memory = new Memory("day", "event", "A day", "May", day, day, 1, 0.5, told, "v1");
        catalog.memories().put(List.of(memory), catalog.choices().revision());
    }

    private static Movement movement(long bytes) {
        return new Movement(700, bytes, Duration.ofMillis(1500), Duration.ofSeconds(3), 160, 120, true);
    }

    private void add(Indexing indexing, int number, AssetFacts facts, Optional<Quality.Span> span) throws IOException {
        Path file = folder.resolve(number + ".jpg");
        Findings findings = new Findings(
                List.of(),
                Optional.of(new Quality(0.8, 0.9, 0.8, 0.5, 0.7, number, number, span)),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(Stage.QUALITY, "q1"));
        long id = indexing.add(file, OneDay.stampOf(file), hash("photo " + number), facts, "m1", findings)
                .id();
        shots.add(new Shot(id, Shot.Role.BODY, "to be seen"));
    }

    private static ContentHash hash(String text) {
        return ContentHash.ofContent(text.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Memory memory() {
        return catalog.memories().find("day").orElseThrow();
    }

    private Memory edited(Map<Long, Boolean> moves) {
        Memory told = memory();
        Edit edit =
                new Edit(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of(), moves);
        return told.edited(told.title(), told.subtitle(), told.shots(), edit);
    }

    private PlanFilm.Planned plan(Memory memory, String mood) throws IOException {
        FilmWishes wishes = new FilmWishes(
                Optional.of(mood), Length.SHORT, FrameSize.HD_720, 30, Optional.empty(), Optional.empty());
        return new PlanFilm(catalog, Locale.ENGLISH).of(memory, wishes);
    }

    private List<Boolean> moving(Memory memory, String mood) throws IOException {
        return plan(memory, mood).plan().request().shots().stream()
                .map(shot -> shot instanceof FilmShot.Clip)
                .toList();
    }

    @Test
    void photosMoveWhereThatIsGood() throws IOException {
        FilmPlan plan = plan(memory(), "happy").plan();
        assertThat(moving(memory(), "happy")).containsExactly(true, true, false);
        FilmShot.Clip inside = (FilmShot.Clip) plan.request().shots().getFirst();
        assertThat(inside.file()).isEqualTo(folder.resolve("0.jpg"));
        assertThat(inside.inset()).contains(new Inset(700, 5000));
        assertThat(inside.still().orElseThrow().at()).isEqualTo(Duration.ofMillis(1500));
        assertThat(inside.still().orElseThrow().photo().file()).isEqualTo(folder.resolve("0.jpg"));
        assertThat(inside.start()).isEqualTo(WORTH.start());
        assertThat(inside.sound()).isEqualTo(FilmShot.ClipSound.AMBIENT);
        FilmShot.Clip beside = (FilmShot.Clip) plan.request().shots().get(1);
        assertThat(beside.file()).isEqualTo(folder.resolve("1.MP4"));
        assertThat(beside.inset()).isEmpty();
    }

    @Test
    void theUserHasTheLastWord() throws IOException {
        long first = shots.getFirst().assetId();
        assertThat(moving(edited(Map.of(first, false)), "happy")).containsExactly(false, true, false);
        assertThat(moving(edited(Map.of(shots.get(2).assetId(), true)), "happy"))
                .as("there is nothing to be shown of the last")
                .containsExactly(true, true, false);
    }

    @Test
    void calmMoodsLetShortMovementsStandStill() throws IOException {
        Quality.Span brief = new Quality.Span(Duration.ofMillis(900), Duration.ofMillis(2400));
        try (Indexing indexing = catalog.beginIndexing()) {
            shots.clear();
            add(indexing, 0, OneDay.facts(NOON).moving(movement(5000)), Optional.of(brief));
        }
        remember(shots);
        assertThat(moving(memory(), "happy")).containsExactly(true);
        assertThat(moving(memory(), "dreamy")).containsExactly(false);
        assertThat(moving(edited(Map.of(shots.getFirst().assetId(), true)), "dreamy"))
                .containsExactly(true);
    }

    @Test
    void aHiddenClipHidesTheMovementAndTheFilmsThatShowIt() throws IOException {
        PlanFilm.Planned planned = plan(memory(), "happy");
        assertThat(planned.filmed().shots()).extracting(Shot::assetId).contains(clip);
        Path part = Files.writeString(folder.resolve("part.mp4"), "a film");
        Film film = new FilmNote(catalog, Locale.ENGLISH).write(planned, part, folder.resolve("film.mp4"));
        assertThat(film.withdrawnBecause()).isEmpty();
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfAsset(hash("clip")), "");
        assertThat(Withdrawal.apply(catalog, Locale.ENGLISH).films()).hasSize(1);
        assertThat(moving(memory(), "happy")).as("the photo stays").containsExactly(true, false, false);
        assertThat(plan(memory(), "happy").filmed().shots())
                .extracting(Shot::assetId)
                .doesNotContain(clip);
    }

    @Test
    void photosThatWereCopiedAtTheSameTimeAreNoScene() throws IOException {
        try (Indexing indexing = catalog.beginIndexing()) {
            shots.clear();
            for (int i : new int[] {0, 3}) {
                AssetFacts copied = OneDay.facts(NOON.plusSeconds(i)).dated(Dating.EXACT.doubted(DateDoubt.FILE_TIME));
                add(indexing, i, copied.moving(movement(5000)), Optional.of(WORTH));
            }
        }
        remember(shots);
        FilmShot.Clip second =
                (FilmShot.Clip) plan(memory(), "happy").plan().request().shots().get(1);
        assertThat(second.still().orElseThrow().goesOn()).isFalse();
    }

    @Test
    void photosOfOneSceneAreOneShotThatShowsNothingTwice() throws IOException {
        try (Indexing indexing = catalog.beginIndexing()) {
            add(indexing, 3, OneDay.facts(NOON.plusSeconds(2)).moving(movement(5000)), Optional.of(WORTH));
        }
        Shot later = shots.removeLast();
        shots.add(1, later);
        remember(shots);
        FilmPlan plan = plan(memory(), "happy").plan();
        FilmShot.Clip second = (FilmShot.Clip) plan.request().shots().get(1);
        assertThat(second.still().orElseThrow().goesOn()).isTrue();
        assertThat(second.start()).as("where the first ended").isEqualTo(Duration.ofMillis(800));
        assertThat(second.length()).isEqualTo(Duration.ofMillis(2000));
        FilmShot.Clip third = (FilmShot.Clip) plan.request().shots().get(2);
        assertThat(third.still().orElseThrow().goesOn())
                .as("nine minutes later")
                .isFalse();
    }
}
