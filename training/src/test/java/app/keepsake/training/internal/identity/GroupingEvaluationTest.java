package app.keepsake.training.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupingEvaluationTest {
    @Test
    void knowsPairsAndItems() {
        // Truth: a a a b b. Found: the third a with the b's.
        GroupingEvaluation found = GroupingEvaluation.of(List.of(1, 1, 2, 2, 2), List.of("a", "a", "a", "b", "b"));

        assertThat(found.precision()).isEqualTo(2 / 4.0);
        assertThat(found.recall()).isEqualTo(2 / 4.0);
        assertThat(found.bcubedPrecision()).isCloseTo((1 + 1 + 1 / 3.0 + 2 / 3.0 + 2 / 3.0) / 5, offset(1e-12));
        assertThat(found.bcubedRecall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 + 1) / 5, offset(1e-12));
        assertThat(found.found()).isEqualTo(2);
        assertThat(found.real()).isEqualTo(2);
    }
}
