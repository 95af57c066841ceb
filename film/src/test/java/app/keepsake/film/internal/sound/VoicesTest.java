package app.keepsake.film.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.Score;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VoicesTest {
    /** John F. Kennedy in 1961, in the open air and with an echo (public domain). */
    private static StereoBuffer speech() throws MediaException {
        try {
            Path file = Path.of(Objects.requireNonNull(VoicesTest.class.getResource("jfk.wav"))
                    .toURI());
            return StereoBuffer.of(Sound.recording(file, Duration.ofSeconds(20)));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double share(StereoBuffer sound) {
        return Voices.in(sound).share();
    }

    @Test
    void aSpeakerIsHeard() throws MediaException {
        assertThat(share(speech())).isGreaterThan(0.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gentle", "uplifting", "club"})
    void musicIsNoSpeech(String mood) throws MediaException {
        Sound music = Score.of(Mood.named(mood), new Length(Duration.ofSeconds(12)), 2, CancelSignal.NEVER);

        assertThat(share(StereoBuffer.of(music))).isZero();
    }

    /** Water, wind: noise that swells. */
    @Test
    void noiseIsNoSpeech() {
        Random random = new Random(8);
        StereoBuffer noise = new StereoBuffer(8 * Sound.RATE);
        double slow = 0;
        for (int i = 0; i < noise.frames(); i++) {
            slow += 0.05 * (random.nextGaussian() - slow);
            double swell = 1 + 0.8 * Math.sin(2 * Math.PI * 0.4 * i / Sound.RATE);
            noise.left()[i] = (float) (0.3 * swell * slow);
            noise.right()[i] = noise.left()[i];
        }

        assertThat(share(noise)).isZero();
    }

    @Test
    void shortSoundIsNoSpeech() {
        assertThat(share(new StereoBuffer(Sound.RATE))).isZero();
    }

    /** Wherever the picture begins or ends, the sound does where the speaker is silent. */
    @Test
    void sentencesAreHeardFromBeginningToEnd() throws MediaException {
        StereoBuffer sound = speech();
        Speech speech = Voices.throughout(sound);
        double all = power(sound, 0, sound.frames());
        for (double second = 2; second < 9; second += 0.7) {
            int cut = (int) (second * Sound.RATE);
            int begin = speech.begin(cut, cut + Sound.RATE);
            int end = speech.end(cut, cut - Sound.RATE, sound.frames());

            assertThat(begin).isLessThanOrEqualTo(cut);
            assertThat(end).isBetween(cut - Sound.RATE, sound.frames());
            assertThat(power(sound, begin - 2400, begin + 2400))
                    .as("from %.1f s", second)
                    .isLessThan(all / 4);
            assertThat(power(sound, end - 2400, Math.min(sound.frames(), end + 2400)))
                    .as("to %.1f s", second)
                    .isLessThan(all / 4);
        }
    }

    private static double power(StereoBuffer sound, int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i < to; i++) {
            sum += sound.left()[i] * sound.left()[i];
        }
        return sum / (to - Math.max(0, from));
    }
}
