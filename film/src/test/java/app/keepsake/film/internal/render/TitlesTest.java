package app.keepsake.film.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Light;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Salience;
import app.keepsake.film.timeline.Seen;
import app.keepsake.film.timeline.Track.Placed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TitlesTest {
    /** A dog's head in the middle, as what is worth seeing tells: no face of a person. */
    private static final Salience MIDDLE =
            new Salience(List.of("000000000", "000000000", "0002ff200", "0002ff200", "000000000", "000000000"));

    private static FilmPlan film(int width, int height, Optional<Seen> seen) {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Optional<String> caption = i == 3 ? Optional.of("Lisbon") : Optional.empty();
            shots.add(new FilmShot.Photo(Path.of("photo" + i), width, height, List.of(), caption, 0, seen));
        }
        return FilmPlanner.plan(
                new FilmRequest("Rex", "2024", shots, Mood.named("gentle"), Length.SHORT, 3, FrameSize.HD_720, 30));
    }

    private static Placed title(FilmPlan plan) {
        return plan.timeline().track("titles").placed().stream()
                .filter(placed -> placed.item() instanceof Clip clip && clip.media() instanceof Media.Title)
                .findFirst()
                .orElseThrow();
    }

    private static Placed opening(FilmPlan plan) {
        return plan.timeline().track("picture").placed().get(1);
    }

    @Test
    void noWordsStandOverAnAnimalsFace() {
        FilmPlan plan = film(4000, 2250, Optional.of(new Seen(MIDDLE, new Light(0.1, 0.4, 0.9, 1, 1))));

        Covered middle = Covered.of(opening(plan), title(plan), new FrameBox(0.35, 0.4, 0.3, 0.2));
        assertThat(middle.isSubject()).as("the middle shows it").isTrue();
        assertThat(Titles.overSubjects(plan)).isZero();
    }

    @Test
    void noTitleStandsAcrossTheEdgeOfAnInsetPicture() {
        FilmPlan plan = film(500, 300, Optional.empty());

        assertThat(((Media.Still) ((Clip) opening(plan).item()).media()).move().showsBackdrop())
                .isTrue();
        assertThat(Titles.overSubjects(plan)).isZero();
    }

    @Test
    void aCaptionThatWouldLieAcrossTheEdgeOfAPrintIsSetInTwoLines() {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean print = i == 3;
            shots.add(new FilmShot.Photo(
                    Path.of("photo" + i),
                    print ? 600 : 4000,
                    print ? 600 : 2250,
                    print ? List.of(new FrameBox(0.3, 0.15, 0.4, 0.5)) : List.of(),
                    print ? Optional.of("Venice \u00b7 September 12") : Optional.empty(),
                    0));
        }
        FilmPlan plan = FilmPlanner.plan(
                new FilmRequest("", "", shots, Mood.named("gentle"), Length.SHORT, 3, FrameSize.HD_720, 30));
        assertThat(plan.timeline().track("titles").placed()).anyMatch(placed -> placed.item() instanceof Clip);

        assertThat(Titles.overSubjects(plan)).isZero();
    }
}
