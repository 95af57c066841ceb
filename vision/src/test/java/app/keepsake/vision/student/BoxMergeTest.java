package app.keepsake.vision.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.vision.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoxMergeTest {
    @Test
    void neighboursBecomeAMeanNearTheSurest() {
        List<Face> merged = BoxMerge.merge(List.of(new Face(12, 10, 20, 20, 0.9), new Face(8, 10, 20, 20, 0.89)));

        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().x()).isBetween(10.5, 11.0);
    }

    @Test
    void boxesThatAgreeMakeAFaceSurer() {
        Face alone = new Face(10, 10, 20, 20, 0.6);

        assertThat(BoxMerge.merge(List.of(alone)).getFirst().score()).isCloseTo(0.6, offset(1e-9));
        assertThat(BoxMerge.merge(List.of(alone, new Face(11, 10, 20, 20, 0.5)))
                        .getFirst()
                        .score())
                .isBetween(0.65, 0.8);
        assertThat(BoxMerge.merge(List.of(alone, new Face(11, 10, 20, 20, 0.04)))
                        .getFirst()
                        .score())
                .isCloseTo(0.6, offset(1e-9));
    }

    @Test
    void facesComeBySureness() {
        List<Face> merged = BoxMerge.merge(List.of(
                new Face(100, 10, 20, 20, 0.7),
                new Face(10, 10, 20, 20, 0.65),
                new Face(11, 10, 20, 20, 0.6),
                new Face(10, 11, 20, 20, 0.6)));

        assertThat(merged)
                .extracting(Face::x)
                .satisfies(x -> assertThat(x.getFirst()).isLessThan(20));
    }

    @Test
    void aSurerBoxWeighsMore() {
        Face merged = BoxMerge.merge(List.of(new Face(10, 10, 20, 20, 0.9), new Face(14, 10, 20, 20, 0.3)))
                .getFirst();

        assertThat(merged.x()).isBetween(10.0, 11.0);
    }

    @Test
    void facesSideBySideStayApart() {
        List<Face> faces = List.of(new Face(10, 10, 20, 20, 0.9), new Face(25, 12, 20, 20, 0.8));

        assertThat(BoxMerge.merge(faces)).hasSize(2);
    }

    @Test
    void aSmallBoxInsideASurerOneIsAPartOfIt() {
        List<Face> faces = List.of(new Face(10, 10, 40, 40, 0.9), new Face(20, 30, 12, 12, 0.6));

        assertThat(BoxMerge.merge(faces)).hasSize(1);
    }
}
