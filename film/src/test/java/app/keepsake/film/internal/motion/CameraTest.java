package app.keepsake.film.internal.motion;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CameraTest {
    private static final double[] ASPECTS = {16.0 / 9, 9.0 / 16, 1, 0.8, 4.0 / 3};

    private static FilmShot.Photo photo(int width, int height, FrameBox... faces) {
        return new FilmShot.Photo(Path.of("photo.jpg"), width, height, List.of(faces), Optional.empty(), 0);
    }

    private static FilmShot.Photo random(Random random) {
        int width = 400 + random.nextInt(4000);
        int height = 400 + random.nextInt(4000);
        List<FrameBox> faces = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            double size = 0.02 + 0.5 * random.nextDouble() * random.nextDouble();
            double h = Math.min(1, size * width / height * 1.3);
            faces.add(new FrameBox((1 - size) * random.nextDouble(), (1 - h) * random.nextDouble(), size, h));
        }
        return photo(width, height, faces.toArray(FrameBox[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void facesStayInTheFrameAllTheWay(long seed) {
        Random random = new Random(seed);
        double aspect = ASPECTS[(int) (seed % ASPECTS.length)];
        Camera camera = new Camera(aspect, 1280, 0.5 + random.nextDouble(), seed);
        for (int i = 0; i < 200; i++) {
            FilmShot.Photo shot = random(random);
            CameraMove move = camera.next(shot, 1.5 + 5 * random.nextDouble());
            for (double t = 0; t <= 1; t += 0.1) {
                FrameBox window = move.at(t);
                assertThat(shot.faces()).as("faces of %s in %s", shot, window).allMatch(window::contains);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void windowsHaveTheFramesShapeAndLeaveThePictureOnlyForABackdrop(long seed) {
        Random random = new Random(seed);
        double aspect = ASPECTS[(int) (seed % ASPECTS.length)];
        Camera camera = new Camera(aspect, 1280, 1, seed);
        for (int i = 0; i < 200; i++) {
            FilmShot.Photo shot = random(random);
            CameraMove move = camera.next(shot, 4);
            for (FrameBox window : List.of(move.from(), move.to())) {
                double shape = window.width() * shot.width() / (window.height() * shot.height());
                assertThat(shape).isCloseTo(aspect, Offset.offset(1e-6));
            }
            if (move.showsBackdrop()) {
                FrameBox seen = move.from().union(move.to());
                assertThat(Math.max(seen.width(), seen.height())).isGreaterThan(1);
            }
        }
    }

    @Test
    void aFaceTooLargeForAWideFrameStandsBeforeABackdropAsNearAsItFits() {
        CameraMove move = new Camera(16.0 / 9, 1280, 1, 1).next(photo(3000, 4000, new FrameBox(0.3, 0.1, 0.4, 0.4)), 4);

        assertThat(move.showsBackdrop()).isTrue();
        assertThat(move.from().width()).isBetween(1.3, 1.7);
    }

    @Test
    void aPortraitWhoseFacesFitFillsAWideFrame() {
        CameraMove move =
                new Camera(16.0 / 9, 1920, 1, 1).next(photo(3000, 4000, new FrameBox(0.4, 0.2, 0.15, 0.15)), 4);

        assertThat(move.showsBackdrop()).isFalse();
    }

    @Test
    void aTallViewIsTravelledAlong() {
        CameraMove move = new Camera(16.0 / 9, 1920, 1, 1).next(photo(3000, 4000), 4);

        assertThat(move.showsBackdrop()).isFalse();
        assertThat(Math.abs(move.from().y() - move.to().y()))
                .isGreaterThan(0.1 * move.from().height());
    }

    /** By a fortieth of the frame each second, that is seen. */
    @Test
    void aSmallPictureBeforeABackdropMovesToo() {
        CameraMove move = new Camera(16.0 / 9, 1920, 0.7, 1).next(photo(183, 275), 4);

        assertThat(move.showsBackdrop()).isTrue();
        assertThat(Math.abs(Math.log(move.from().width() / move.to().width()))).isGreaterThan(0.1 * 0.98);
    }

    @Test
    void smallPhotosAreNotEnlargedToHalves() {
        assertThat(Halves.suit(photo(1830, 2750), 16.0 / 9)).isTrue();
        assertThat(Halves.suit(photo(183, 275), 16.0 / 9)).isFalse();
    }

    @Test
    void aPanoramaIsTravelledAlong() {
        CameraMove move = new Camera(16.0 / 9, 1280, 1, 1).next(photo(6000, 2000), 4);

        assertThat(move.showsBackdrop()).isFalse();
        assertThat(Math.abs(move.from().x() - move.to().x())).isGreaterThan(0.05);
        assertThat(move.from().width()).isEqualTo(move.to().width(), Offset.offset(1e-9));
    }

    @Test
    void everyPhotoMoves() {
        Camera camera = new Camera(16.0 / 9, 1280, 1, 3);
        for (int i = 0; i < 20; i++) {
            CameraMove move = camera.next(photo(4000, 3000), 4);
            assertThat(move.from()).isNotEqualTo(move.to());
        }
    }

    @Test
    void aLongerShotTravelsFurther() {
        CameraMove brief =
                new Camera(16.0 / 9, 1280, 1, 5).next(photo(4000, 3000, new FrameBox(0.4, 0.3, 0.1, 0.15)), 2);
        CameraMove extended =
                new Camera(16.0 / 9, 1280, 1, 5).next(photo(4000, 3000, new FrameBox(0.4, 0.3, 0.1, 0.15)), 6);

        assertThat(change(extended)).isGreaterThan(change(brief));
    }

    private static double change(CameraMove move) {
        return Math.abs(move.from().width() - move.to().width());
    }
}
