package app.keepsake.music;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.Sound;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class SoundSummaryTest {
    private static Sound sines(double leftHertz, double rightHertz, double seconds, double quietFrom) {
        float[] samples = new float[2 * (int) (seconds * Sound.RATE)];
        for (int i = 0; i < samples.length / 2; i++) {
            double level = (double) i / Sound.RATE < quietFrom ? 0.1 : 0.01;
            samples[2 * i] = (float) (level * Math.sin(2 * Math.PI * leftHertz * i / Sound.RATE));
            samples[2 * i + 1] = (float) (level * Math.sin(2 * Math.PI * rightHertz * i / Sound.RATE));
        }
        return new Sound(samples);
    }

    @Test
    void aSineInTheMiddleIsNarrowAndWithoutAir() {
        SoundSummary summary = SoundSummary.of(sines(1000, 1000, 10, 10));

        assertThat(summary.loudness()).isCloseTo(-20, Offset.offset(0.1));
        assertThat(summary.truePeak()).isCloseTo(-20, Offset.offset(0.2));
        assertThat(summary.range()).isCloseTo(0, Offset.offset(0.1));
        assertThat(summary.width()).isLessThan(-60);
        assertThat(summary.air()).isLessThan(-60);
        assertThat(summary.bands().get(4)).isCloseTo(0, Offset.offset(0.01));
    }

    @Test
    void whatIsOnEitherSideIsWideAndWhatIsHighIsAir() {
        SoundSummary summary = SoundSummary.of(sines(1000, 8000, 10, 10));

        assertThat(summary.width()).isCloseTo(0, Offset.offset(0.1));
        assertThat(summary.air()).isCloseTo(-3, Offset.offset(0.1));
    }

    @Test
    void soundThatFallsByAsMuchAsTheGateAllowsHasThatRange() {
        assertThat(SoundSummary.of(sines(1000, 1000, 40, 20)).range()).isCloseTo(20, Offset.offset(1.0));
    }

    @Test
    void silenceIsMeasured() {
        SoundSummary summary = SoundSummary.of(new Sound(new float[2 * Sound.RATE]));

        assertThat(summary.loudness()).isNegative();
        assertThat(summary.truePeak()).isLessThanOrEqualTo(-120);
    }
}
