package app.keepsake.film.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GroupingTest {
    private static final double WIDE = 16.0 / 9;
    private static final double TALL = 9.0 / 16;
    /** Too large for a crop of a wide frame's shape. */
    private static final FrameBox LARGE = new FrameBox(0.25, 0.2, 0.5, 0.5);

    private static FilmShot photo(int number, int width, int height, int chapter, FrameBox... faces) {
        return new FilmShot.Photo(Path.of("photo" + number), width, height, List.of(faces), Optional.empty(), chapter);
    }

    private static List<Integer> sizes(List<Take> takes) {
        return takes.stream().map(take -> take.shots().size()).toList();
    }

    @Test
    void portraitsThatWouldBeIslandsAreSeenTogether() {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            shots.add(photo(i, 2000, 3000, 0, LARGE));
        }

        assertThat(sizes(Grouping.of(shots, WIDE, 10))).containsExactly(1, 3);
    }

    @Test
    void oneThatWouldBeAnIslandIsSeenBesideItsNeighbour() {
        List<FilmShot> shots = List.of(
                photo(0, 4000, 3000, 0),
                photo(1, 3000, 3000, 0),
                photo(2, 3000, 4000, 0, new FrameBox(0.2, 0.2, 0.5, 0.45)));

        assertThat(sizes(Grouping.of(shots, WIDE, 10))).containsExactly(1, 2);
    }

    @Test
    void groupsInTallFilmsLieAboveEachOther() {
        FrameBox left = new FrameBox(0.05, 0.3, 0.1, 0.15);
        FrameBox right = new FrameBox(0.85, 0.3, 0.1, 0.15);
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            shots.add(photo(i, 3000, 2000, 0, left, right));
        }

        assertThat(Grouping.of(shots, TALL, 10).getLast())
                .isInstanceOfSatisfying(
                        Take.Together.class,
                        three -> assertThat(three.places())
                                .allSatisfy(place -> assertThat(place.width()).isEqualTo(1)));
    }

    @Test
    void notAcrossChaptersAndNotMoreThanMayBeSaved() {
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            shots.add(photo(i, 2000, 3000, i / 3, LARGE));
        }

        assertThat(sizes(Grouping.of(shots, WIDE, 10))).containsExactly(1, 2, 3, 1);
        assertThat(sizes(Grouping.of(shots, WIDE, 1))).containsExactly(1, 2, 1, 1, 1, 1);
        assertThat(sizes(Grouping.of(shots, WIDE, 0))).containsOnly(1);
    }

    /** Neither in halves nor in thirds may a picture be enlarged without limit. */
    @Test
    void smallPicturesAreNotEnlargedToParts() {
        List<FilmShot> shots = List.of(photo(0, 4000, 3000, 0), photo(1, 183, 275, 0), photo(2, 183, 275, 0));

        assertThat(sizes(Grouping.of(shots, WIDE, 10))).containsOnly(1);
    }
}
