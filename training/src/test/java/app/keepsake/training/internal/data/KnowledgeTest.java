package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.vision.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KnowledgeTest {
    private static final FaceBox LABEL = new FaceBox(10, 10, 20, 20, true, Float.NaN);

    @Test
    void aLabelTakesTheTeachersScoreAndPointsAlong() {
        List<FaceBox> known = Knowledge.join(List.of(LABEL), List.of(seen(12, 10, 20, 20, 0.8)), Kind.LABELLED);

        assertThat(known).singleElement().satisfies(face -> {
            assertThat(face.x()).isEqualTo(11);
            assertThat(face.teacher()).isEqualTo(0.8f);
            assertThat(face.hasPoints()).isTrue();
        });
    }

    @Test
    void aLabelThatNoTeacherSeesIsAFaceAllTheSame() {
        assertThat(Knowledge.join(List.of(LABEL), List.of(), Kind.LABELLED)).containsExactly(LABEL);
    }

    @Test
    void teachersThatAgreeAddFacesAndDoubtTeachesNothing() {
        List<SeenFace> seen = List.of(
                seen(10, 10, 20, 20, 0.9),
                seen(60, 10, 20, 20, 0.4),
                seen(90, 9, 9, 9, 0.1),
                seen(150, 9, 20, 20, 0.3));

        for (Kind kind : new Kind[] {Kind.LABELLED, Kind.UNLABELLED}) {
            assertThat(Knowledge.join(List.of(), seen, kind))
                    .extracting(FaceBox::certain)
                    .containsExactly(true, false, false);
        }
    }

    @Test
    void animalsAndEmptyRoomsWantSurerTeachers() {
        List<SeenFace> seen = List.of(seen(10, 10, 20, 20, 0.75), seen(60, 10, 20, 20, 0.4));

        assertThat(Knowledge.join(List.of(), seen, Kind.ANIMALS))
                .extracting(FaceBox::certain)
                .containsExactly(false);
        assertThat(Knowledge.join(List.of(), seen, Kind.NO_PEOPLE))
                .extracting(FaceBox::certain)
                .containsExactly(false);
    }

    private static SeenFace seen(double x, double y, double width, double height, double score) {
        return new SeenFace(new Face(x, y, width, height, score), new float[SeenFace.COORDINATES]);
    }
}
