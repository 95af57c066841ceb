package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.vision.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KnowledgeTest {
    private static final FaceBox LABEL = new FaceBox(10, 10, 20, 20, true, Float.NaN);

    @Test
    void aLabelTakesTheTeachersScoreAlong() {
        List<FaceBox> known = Knowledge.join(List.of(LABEL), List.of(new Face(11, 10, 20, 20, 0.8)), Kind.LABELLED);

        assertThat(known).containsExactly(LABEL.scored(0.8f));
    }

    @Test
    void aLabelThatTheTeacherMissesIsAFaceAllTheSame() {
        assertThat(Knowledge.join(List.of(LABEL), List.of(), Kind.LABELLED)).containsExactly(LABEL.scored(0));
    }

    @Test
    void inAPhotoWithoutLabelsASureTeacherIsBelieved() {
        List<Face> seen =
                List.of(new Face(10, 10, 20, 20, 0.9), new Face(60, 10, 20, 20, 0.4), new Face(90, 9, 9, 9, 0.1));

        assertThat(Knowledge.join(List.of(), seen, Kind.UNLABELLED))
                .extracting(FaceBox::certain)
                .containsExactly(true, false);
    }

    @Test
    void inAPhotoWithLabelsWhatTheTeacherAloneSeesTeachesNothing() {
        assertThat(Knowledge.join(List.of(), List.of(new Face(10, 10, 20, 20, 0.9)), Kind.LABELLED))
                .extracting(FaceBox::certain)
                .containsExactly(false);
    }
}
