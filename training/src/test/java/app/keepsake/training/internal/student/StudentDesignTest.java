package app.keepsake.training.internal.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.training.internal.data.Tiling;
import org.junit.jupiter.api.Test;

final class StudentDesignTest {
    @Test
    void knowsTheSmallestInputThatGivesOneOutput() {
        StudentDesign design = StudentDesign.parse("16/2 16 P 32 32 P 64 64 64x1");

        assertThat(design.tiling()).isEqualTo(new Tiling(61, 8));
    }

    @Test
    void countsWeightsAndBiases() {
        assertThat(StudentDesign.parse("8 P 4x1").parameters()).isEqualTo((27 * 8 + 8) + (8 * 4 + 4) + (4 * 15 + 15));
    }

    @Test
    void theShippedDesignStaysWithinItsBudget() {
        assertThat(StudentDesign.parse(StudentDesign.SHIPPED).parameters()).isLessThan(500_000);
    }

    @Test
    void namesAWordThatIsNoLayer() {
        assertThatThrownBy(() -> StudentDesign.parse("16 Q")).hasMessageContaining("\"Q\" is not a layer");
    }
}
