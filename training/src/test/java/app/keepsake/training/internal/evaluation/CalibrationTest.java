package app.keepsake.training.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.training.internal.evaluation.DetectionEvaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CalibrationTest {
    @Test
    void findsHowMuchTooSureScoresAre() {
        List<Verdict> verdicts = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            double logit = 8 * random.nextDouble() - 4;
            double honest = 1 / (1 + Math.exp(-(0.5 * logit - 1)));
            verdicts.add(new Verdict(1 / (1 + Math.exp(-logit)), random.nextDouble() < honest));
        }

        double[] fitted = Calibration.fit(verdicts);

        assertThat(fitted[0]).isCloseTo(0.5, offset(0.05));
        assertThat(fitted[1]).isCloseTo(-1, offset(0.08));
    }

    @Test
    void staysFiniteWhenAllAreRight() {
        double[] fitted = Calibration.fit(List.of(new Verdict(0.9, true), new Verdict(0.99, true)));

        assertThat(fitted[0]).isBetween(-10.0, 10.0);
        assertThat(fitted[1]).isBetween(-10.0, 100.0);
    }
}
