package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.media.RgbImage;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class RestingDetectorTest {
    private static final List<Face> FACES = List.of(new Face(1, 2, 3, 4, 0.9));

    /** Takes a few milliseconds for each picture. */
    private record Slow() implements FaceDetector {
        @Override
        public List<Face> detect(RgbImage image) {
            long until = System.nanoTime() + 5_000_000;
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            return FACES;
        }

        @Override
        public String version() {
            return "slow";
        }

        @Override
        public void close() {}
    }

    @Test
    void restsForTheShareOfTheTimeThatItDoesNotWork() {
        FaceDetector resting = new Slow().atDutyCycle(0.25);
        long begun = System.nanoTime();

        List<Face> faces = resting.detect(RgbImage.black(2, 2));

        assertThat(faces).isEqualTo(FACES);
        // A pause can only be longer than asked for, so this holds on a busy machine, too.
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void anInterruptedThreadDoesNotRest() {
        FaceDetector resting = new Slow().atDutyCycle(1e-6);
        Thread.currentThread().interrupt();

        assertThat(resting.detect(RgbImage.black(2, 2))).isEqualTo(FACES);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> new Slow().atDutyCycle(0)).hasMessageContaining("share of the time (0.0)");
    }
}
