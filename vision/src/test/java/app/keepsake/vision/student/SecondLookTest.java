package app.keepsake.vision.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SecondLookTest {
    /** A logit that every face reaches. */
    private static final double EVERYTHING = -20;

    private final StudentWeights weights = RandomStudent.weights(1);
    private final Model model = Model.compile(StudentGraph.of(weights), EngineOptions.defaults());

    @AfterEach
    void close() {
        model.close();
    }

    private Pyramid pyramid(RgbImage picture) {
        Pyramid pyramid = new Pyramid(model, weights, picture.width(), picture.height(), 1, 3, true);
        pyramid.run(picture);
        return pyramid;
    }

    private static RgbImage noise() {
        RgbImage picture = RgbImage.black(60, 50);
        new SplittableRandom(3).nextBytes(picture.pixels());
        return picture;
    }

    @Test
    void showsAPlaceAsItIsInThePictureAndInTheMirror() {
        RgbImage picture = noise();
        Pyramid pyramid = pyramid(picture);
        float[] plain = new float[8 * 8 * 3];
        float[] mirrored = new float[8 * 8 * 3];

        pyramid.show(30, 20, 1, false, new Zoom(8), plain, 0);
        pyramid.show(30, 20, 1, true, new Zoom(8), mirrored, 0);

        int pixel = picture.pixels()[((20 - 4 + 2) * 60 + 30 - 4 + 5) * 3 + 1] & 255;
        assertThat(plain[(2 * 8 + 5) * 3 + 1]).isCloseTo((pixel - 128) / 128f, offset(1e-4f));
        assertThat(mirrored[(2 * 8 + 2) * 3 + 1]).isCloseTo((pixel - 128) / 128f, offset(1e-4f));
    }

    @Test
    void whatLiesOutsideThePictureIsGrey() {
        float[] corner = new float[8 * 8 * 3];

        pyramid(noise()).show(0, 0, 1, false, new Zoom(8), corner, 0);

        assertThat(corner[0]).isZero();
    }

    @Test
    void sureFacesStayAsTheyAreAndTheOrderIsByScore() {
        Face sure = new Face(10, 10, 18, 18, 0.995);
        Face doubtful = new Face(30, 20, 15, 17, 0.5);

        List<Face> again = pyramid(noise()).lookAgain(List.of(sure, doubtful), EVERYTHING);

        assertThat(again).hasSize(2).first().isEqualTo(sure);
        assertThat(again.getLast().score()).isNotEqualTo(0.5);
        assertThat(again.getLast().overlap(doubtful)).isGreaterThan(0.3);
    }

    @Test
    void aFaceFarBelowWhatIsAskedForIsNotLookedAt() {
        Face near = new Face(10, 10, 18, 18, 0.7);
        Face far = new Face(30, 20, 15, 17, 0.4);

        List<Face> again = pyramid(noise()).lookAgain(List.of(near, far), StudentOutput.logit(0.8));

        assertThat(again).contains(far).doesNotContain(near);
    }

    @Test
    void ofTwoFacesThatHaveBecomeOneTheSurerIsLeft() {
        Face surer = new Face(10, 10, 18, 18, 0.995);
        Face same = new Face(11, 10, 18, 19, 0.985);
        Face beside = new Face(16, 10, 18, 18, 0.99);

        assertThat(pyramid(noise()).lookAgain(List.of(surer, beside, same), EVERYTHING))
                .containsExactly(surer, beside);
    }

    /** Some are looked at together and the rest alone. */
    @Test
    void aFaceGetsTheSameScoreInWhateverCompany() {
        Pyramid pyramid = pyramid(noise());
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            faces.add(new Face(5 * i, 4 * i, 12 + i, 14 + i, 0.9 - 0.1 * i));
        }

        List<Face> together = pyramid.lookAgain(faces, EVERYTHING);

        for (Face face : faces) {
            Face alone = pyramid.lookAgain(List.of(face), EVERYTHING).getFirst();
            assertThat(together)
                    .filteredOn(other -> Math.abs(other.x() - alone.x()) < 1e-3)
                    .singleElement()
                    .satisfies(other -> assertThat(other.score()).isCloseTo(alone.score(), offset(1e-5)));
        }
    }
}
