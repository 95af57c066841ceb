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
}
