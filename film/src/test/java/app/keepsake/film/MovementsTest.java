package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.TrackItem;
import app.keepsake.film.timeline.Transition;
import app.keepsake.media.Inset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos that move, in the plan of a film. */
final class MovementsTest {
    private static final int FPS = 30;
    private static final Duration STILL = Duration.ofMillis(1600);

    @TempDir
    Path folder;

    private static FilmShot movement(String name, boolean goesOn) {
        return new FilmShot.Clip(
                Path.of(name),
                1440,
                1080,
                List.of(),
                Optional.empty(),
                0,
                Duration.ofMillis(200),
                Duration.ofMillis(2600),
                FilmShot.ClipSound.AMBIENT,
                Optional.of(new Inset(1000, 5000)),
                Optional.of(new FilmShot.Still(
                        new FilmShot.Photo(Path.of(name), 4000, 3000, List.of(), Optional.empty(), 0), STILL, goesOn)));
    }

    private static FilmPlan plan(String mood, FilmShot... moving) {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            shots.add(FilmShot.photo(Path.of("/photos/photo" + i), 4000, 3000));
        }
        shots.addAll(5, List.of(moving));
        return FilmPlanner.plan(
                new FilmRequest("", "", shots, Mood.named(mood), Length.MEDIUM, 7, FrameSize.HD_720, FPS));
    }

    private static List<Track.Placed> footage(FilmPlan plan) {
        return plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip clip && clip.media() instanceof Media.Footage)
                .toList();
    }

    private static double seconds(long frames) {
        return (double) frames / FPS;
    }

    @Test
    void theMomentOfThePhotoIsSeenInEachMood() {
        for (String mood : Mood.names()) {
            Track.Placed placed = footage(plan(mood, movement("a.jpg", false))).getFirst();
            Clip clip = (Clip) placed.item();
            double from = seconds(clip.source().start().value());
            assertThat(from).as(mood).isLessThanOrEqualTo(STILL.toMillis() / 1000.0);
            assertThat(from + seconds(clip.duration().value())).as(mood).isGreaterThan(STILL.toMillis() / 1000.0);
        }
    }

    @Test
    void whereItCannotFillItsPlaceThePhotoStands() {
        FilmShot[] many = new FilmShot[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = movement("/photos/m" + i, false);
        }
        FilmPlan plan = plan("dreamy", many);
        List<Track.Placed> moving = footage(plan);
        assertThat(moving).as("between photos that have the time").hasSizeBetween(2, 8);
        for (Track.Placed placed : moving) {
            assertThat(seconds(placed.item().duration().value())).isLessThanOrEqualTo(2.6 + 0.25 + 0.1);
        }
        assertThat(plan.timeline().track("picture").duration().value())
                .isEqualTo(plan.score().frames());
    }

    @Test
    void theFirstShotHasTimeForItsWords() {
        List<FilmShot> shots = new ArrayList<>();
        shots.add(movement("/photos/first", false));
        for (int i = 0; i < 9; i++) {
            shots.add(FilmShot.photo(Path.of("/photos/photo" + i), 4000, 3000));
        }
        FilmPlan plan = FilmPlanner.plan(
                new FilmRequest("Title", "", shots, Mood.named("gentle"), Length.SHORT, 7, FrameSize.HD_720, FPS));
        assertThat(footage(plan)).isEmpty();
        assertThat(plan.timeline().track("picture").toString()).contains("/photos/first");
    }

    @Test
    void aMovementKeepsRoomForTransitionsAndIsHeard() {
        FilmPlan plan = plan("gentle", movement("a.jpg", false));
        Track.Placed placed = footage(plan).getFirst();
        Clip clip = (Clip) placed.item();
        long lead = placed.start().value() - placed.visibleFrom().value();
        double first = seconds(clip.source().start().value() - lead);
        double last = first
                + seconds(placed.visibleTo().value() - placed.visibleFrom().value());
        assertThat(placed.before().isPresent() || placed.after().isPresent()).isTrue();
        assertThat(first).isGreaterThanOrEqualTo(0.2 - 1e-9);
        assertThat(last).isLessThanOrEqualTo(2.8 + 1e-9);
        assertThat(plan.timeline().track("clips").toString()).contains("a.jpg").contains("FootageSound");
    }

    @Test
    void oneSceneIsOneShotSeenByOneCamera() {
        FilmPlan plan = plan("happy", movement("a.jpg", false), movement("b.jpg", true), movement("c.jpg", true));
        List<Track.Placed> shown = footage(plan);
        assertThat(shown).hasSize(3);
        assertThat(shown.stream().map(placed -> move(placed)).distinct()).hasSize(1);
        for (int i = 1; i < shown.size(); i++) {
            assertThat(shown.get(i).start()).isEqualTo(shown.get(i - 1).end());
            Transition join = shown.get(i).before().orElseThrow();
            assertThat(join.kind()).isEqualTo(Transition.Kind.CROSSFADE);
        }
        for (Track.Placed placed : shown) {
            Clip clip = (Clip) placed.item();
            long lead = placed.start().value() - placed.visibleFrom().value();
            assertThat(seconds(clip.source().start().value() - lead)).isGreaterThanOrEqualTo(0.2 - 1e-9);
            assertThat(seconds(clip.source().start().value() - lead)
                            + seconds(placed.visibleTo().value()
                                    - placed.visibleFrom().value()))
                    .isLessThanOrEqualTo(2.8 + 1e-9);
        }
        assertThat(plan.score().frames()).isEqualTo(plan.frames());
    }

    private static CameraMove move(Track.Placed placed) {
        return ((Media.Footage) ((Clip) placed.item()).media()).move();
    }

    @Test
    void manyOfOneSceneStillFitTheirPlace() {
        List<FilmShot> many = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            many.add(movement("m" + i, i > 0));
        }
        FilmPlan plan = plan("extreme", many.toArray(FilmShot[]::new));
        assertThat(footage(plan)).hasSize(9);
        assertThat(footage(plan)).allMatch(placed -> placed.item().duration().value() > 0);
        List<TrackItem> items = plan.timeline().track("picture").items();
        assertThat(plan.timeline().track("picture").duration().value())
                .isEqualTo(plan.score().frames());
        assertThat(items).isNotEmpty();
    }

    @Test
    void theSamePlanComesOfTheSameRequestAndIsReadBack() throws IOException {
        FilmPlan plan = plan("happy", movement("/photos/a.jpg", false), movement("/photos/b.jpg", true));
        assertThat(plan("happy", movement("/photos/a.jpg", false), movement("/photos/b.jpg", true)))
                .isEqualTo(plan);
        Path file = folder.resolve("film.json");
        FilmFile.writeProject(plan, file);
        assertThat(FilmFile.readProject(file).timeline()).isEqualTo(plan.timeline());
        String older = Files.readString(file)
                .replaceAll(",\\s*\"inset\" : \\{[^}]*}", "")
                .replaceAll(",\\s*\"still\" : \\{[^{}]*\\{[^{}]*}[^{}]*}", "");
        assertThat(older).doesNotContain("inset").doesNotContain("goesOn");
        Files.writeString(file, older);
        FilmShot.Clip read =
                (FilmShot.Clip) FilmFile.readProject(file).request().shots().get(5);
        assertThat(read.inset()).as("of before photos moved").isEmpty();
        assertThat(read.still()).isEmpty();
    }
}
