package app.keepsake.film.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.Sound;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LoudnessTest {
    private static StereoBuffer sine(double frequency, double decibels, double seconds, double phase) {
        StereoBuffer buffer = new StereoBuffer((int) (seconds * Sound.RATE));
        double level = Math.pow(10, decibels / 20);
        for (int i = 0; i < buffer.frames(); i++) {
            float value = (float) (level * Math.sin(2 * Math.PI * frequency * i / Sound.RATE + phase));
            buffer.left()[i] = value;
            buffer.right()[i] = value;
        }
        return buffer;
    }

    /** EBU Tech 3341, test case 1: a stereo sine of 1 kHz at -23 dBFS has -23 LUFS. */
    @Test
    void aSineHasTheLoudnessThatTheStandardSays() {
        assertThat(Loudness.integrated(sine(1000, -23, 20, 0))).isCloseTo(-23, Offset.offset(0.1));
        assertThat(Loudness.integrated(sine(1000, -33, 20, 0))).isCloseTo(-33, Offset.offset(0.1));
    }

    /** EBU Tech 3341, test case 3: quiet parts do not count. */
    @Test
    void quietPartsAreGated() {
        StereoBuffer all = new StereoBuffer(80 * Sound.RATE);
        all.add(sine(1000, -36, 10, 0), 0, 1);
        all.add(sine(1000, -23, 60, 0), 10 * Sound.RATE, 1);
        all.add(sine(1000, -36, 10, 0), 70 * Sound.RATE, 1);

        assertThat(Loudness.integrated(all)).isCloseTo(-23, Offset.offset(0.1));
    }

    @Test
    void silenceHasNoLoudness() {
        assertThat(Loudness.integrated(new StereoBuffer(Sound.RATE))).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** Samples at 45 degrees miss the crest of a quarter-rate sine by 3 dB. */
    @Test
    void peaksBetweenSamplesAreFound() {
        StereoBuffer sound = sine(Sound.RATE / 4.0, 0, 1, Math.PI / 4);
        for (int i = 0; i < 2000; i++) {
            float fade = Math.min(1, i / 2000f);
            sound.left()[i] *= fade;
            sound.right()[i] *= fade;
        }

        assertThat(20 * Math.log10(Loudness.truePeak(sound))).isCloseTo(0, Offset.offset(0.3));
    }

    @Test
    void theLimiterHoldsItsCeilingAndLeavesQuietSoundAlone() {
        Random random = new Random(5);
        StereoBuffer loud = sine(220, 6, 3, 0);
        for (int i = 0; i < loud.frames(); i += 700 + random.nextInt(4000)) {
            loud.left()[i] += 2 * random.nextFloat() - 1;
        }
        StereoBuffer quiet = sine(440, -12, 1, 0);
        float[] before = quiet.left().clone();

        Limiter.limit(loud, 0.8);
        Limiter.limit(quiet, 0.8);

        assertThat(Loudness.truePeak(loud)).isBetween(0.6, 0.82);
        assertThat(quiet.left()).isEqualTo(before);
    }
}
