package app.keepsake.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {
    @ParameterizedTest
    @CsvSource({"0.2, 1", "0.5, 1", "1, 2", "0.2, 2", "1, 1", "2, 2"})
    void workTakesItsShareInTheLongRun(double duty, int threads) {
        AtomicLong slept = new AtomicLong();
        Pace pace = new Pace(duty, threads, nanos -> {
            slept.addAndGet(nanos);
            return nanos;
        });
        long worked = 0;
        for (int i = 0; i < 10_000; i++) {
            long step = 10_000 + 37 * (i % 1000);
            worked += step;
            pace.rest(step, () -> false);
        }
        double share = (double) worked * threads / (worked + slept.get());
        assertThat(share).isBetween(duty * 0.99, duty * 1.01);
    }
}
