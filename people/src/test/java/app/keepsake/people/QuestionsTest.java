package app.keepsake.people;

import static app.keepsake.people.Vectors.DIMENSIONS;
import static app.keepsake.people.Vectors.face;
import static app.keepsake.people.Vectors.mixed;
import static app.keepsake.people.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which pairs are worth a question to the user. */
final class QuestionsTest {
    private final Grouping grouping = new Grouping(DIMENSIONS, Thresholds.DEFAULT);

    private static final OptionalLong NO_DAY = OptionalLong.empty();

    @Test
    void asksAboutPairsThatAreAlikeButNotEnough() {
        double doubtful = (Thresholds.DEFAULT.doubt() + Thresholds.DEFAULT.merge()) / 2;
        float[] one = vector(1, 0);
        float[] other = mixed(one, vector(2, 0), doubtful);
        grouping.person(40, Optional.of("Anna"));
        grouping.know(40, new FaceSample(0, 0, NO_DAY, one, 0.8, Optional.empty(), Set.of()));
        grouping.know(40, new FaceSample(1, 1, NO_DAY, one, 0.9, Optional.empty(), Set.of()));
        for (int i = 2; i < 4; i++) {
            grouping.add(new FaceSample(i, i, NO_DAY, other, 0.9, Optional.empty(), Set.of()));
            grouping.add(face(10 + i, 5));
        }
        grouping.add(
                new FaceSample(20, 20, NO_DAY, mixed(one, vector(3, 0), doubtful), 0.9, Optional.empty(), Set.of()));
        assertThat(grouping.settle(() -> false)).isPresent();

        assertThat(grouping.doubts(10))
                .as("Anna and somebody like her; not who is seen once, nor strangers")
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(Set.of(doubt.face(), doubt.other())).isEqualTo(Set.of(1L, 2L));
                    assertThat(doubt.likeness()).isCloseTo(doubtful, offset(0.01));
                });
    }

    @Test
    void doesNotAskWhatTheUserHasSaid() {
        double doubtful = (Thresholds.DEFAULT.doubt() + Thresholds.DEFAULT.merge()) / 2;
        float[] one = vector(1, 0);
        float[] other = mixed(one, vector(2, 0), doubtful);
        grouping.person(40, Optional.of("Anna"));
        for (int i = 0; i < 2; i++) {
            grouping.know(40, new FaceSample(i, i, NO_DAY, one, 0.9, Optional.empty(), Set.of()));
            grouping.add(new FaceSample(10 + i, 10 + i, NO_DAY, other, 0.9, Optional.empty(), Set.of(40L)));
        }
        assertThat(grouping.settle(() -> false)).isPresent();

        assertThat(grouping.doubts(10)).isEmpty();
    }

    /** A pair of people, each seen on so many pictures. @param at first number of its faces and pictures */
    private void pair(int at, int pictures, double likeness) {
        float[] one = vector(at, 0);
        float[] other = mixed(one, vector(at + 1, 0), likeness);
        for (int i = 0; i < pictures; i++) {
            grouping.add(new FaceSample(at + i, at + i, NO_DAY, one, 0.9, Optional.empty(), Set.of()));
            grouping.add(new FaceSample(at + 500 + i, at + 500 + i, NO_DAY, other, 0.9, Optional.empty(), Set.of()));
        }
    }

    @Test
    void asksFirstAboutWhoIsSeenOftenAndAboutWhoIsNearlyOne() {
        double near = Thresholds.DEFAULT.merge() - 0.005;
        double far = Thresholds.DEFAULT.doubt() + 0.03;
        pair(1000, 2, far);
        pair(2000, 2, near);
        pair(3000, 20, far);
        pair(4000, 20, near);
        assertThat(grouping.settle(() -> false)).isPresent();

        assertThat(grouping.doubts(10))
                .extracting(doubt -> Math.min(doubt.face(), doubt.other()) / 1000)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(grouping.doubts(1)).hasSize(1);
    }

    @Test
    void aNoHoldsForFacesThatAreFoundLater() {
        double doubtful = (Thresholds.DEFAULT.doubt() + Thresholds.DEFAULT.merge()) / 2;
        float[] one = vector(1, 0);
        float[] other = mixed(one, vector(2, 0), doubtful);
        float[] between = mixed(one, other, 0.8);
        grouping.person(40, Optional.empty());
        grouping.person(41, Optional.empty());
        for (int i = 0; i < 3; i++) {
            grouping.know(
                    40, new FaceSample(i, i, NO_DAY, one, 0.9, Optional.empty(), i == 0 ? Set.of(41L) : Set.of()));
            grouping.know(
                    41,
                    new FaceSample(
                            10 + i, 10 + i, NO_DAY, other, 0.9, Optional.empty(), i == 0 ? Set.of(40L) : Set.of()));
        }
        grouping.add(new FaceSample(20, 20, NO_DAY, between, 0.9, Optional.empty(), Set.of()));

        assertThat(grouping.settle(() -> false))
                .isPresent()
                .hasValueSatisfying(groups -> assertThat(groups)
                        .as("the new face is somebody's, but makes them not one")
                        .singleElement()
                        .satisfies(group -> {
                            assertThat(group.faces()).containsExactly(20L);
                            assertThat(group.absorbed()).isEmpty();
                        }));
        assertThat(grouping.doubts(10)).isEmpty();
    }
}
