package app.keepsake.training.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.training.internal.evaluation.DetectionEvaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CurvePlotTest {
    @Test
    void honestScoresLieOnTheDiagonal() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            verdicts.add(new Verdict(0.75, i % 4 != 0));
        }
        verdicts.add(new Verdict(0.2, false));

        List<double[]> bins = CurvePlot.bins(verdicts);

        assertThat(bins).as("a bin of one face says nothing").hasSize(1);
        assertThat(bins.getFirst()[0]).isCloseTo(0.75, offset(1e-9));
        assertThat(bins.getFirst()[1]).isCloseTo(0.75, offset(1e-9));
    }
}
