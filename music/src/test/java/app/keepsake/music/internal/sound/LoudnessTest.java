package app.keepsake.music.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.Sound;
import app.keepsake.music.Loudness;
import app.keepsake.music.StereoBuffer;
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
        put(all, sine(1000, -36, 10, 0), 0);
        put(all, sine(1000, -23, 60, 0), 10);
        put(all, sine(1000, -36, 10, 0), 70);

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

        StereoBuffer limited = limited(loud, loud.frames());
        StereoBuffer untouched = limited(quiet, quiet.frames());

        assertThat(limited.frames()).isEqualTo(loud.frames());
        assertThat(Loudness.truePeak(limited)).isBetween(0.6, 0.82);
        assertThat(untouched.left()).isEqualTo(before);
        assertThat(limited(loud, 4321).left()).as("in blocks").isEqualTo(limited.left());
    }

    /** Through the limiter in blocks of a length. */
    private static StereoBuffer limited(StereoBuffer sound, int block) {
        Limiter limiter = new Limiter(0.8);
        StereoBuffer all = new StereoBuffer(sound.frames());
        int reached = 0;
        for (int at = 0; at < sound.frames(); at += block) {
            int end = Math.min(sound.frames(), at + block);
            StereoBuffer out = limiter.next(sound.moved(at, end), end == sound.frames());
            assertThat(out.origin()).isEqualTo(reached);
            System.arraycopy(out.left(), 0, all.left(), reached, out.frames());
            System.arraycopy(out.right(), 0, all.right(), reached, out.frames());
            reached = out.end();
        }
        assertThat(reached).isEqualTo(sound.frames());
        return all;
    }

    private static void put(StereoBuffer all, StereoBuffer part, int second) {
        System.arraycopy(part.left(), 0, all.left(), second * Sound.RATE, part.frames());
        System.arraycopy(part.right(), 0, all.right(), second * Sound.RATE, part.frames());
    }
}
