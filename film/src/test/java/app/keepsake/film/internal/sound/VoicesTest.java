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
        boolean[] spoken = Voices.in(sound);
        int count = 0;
        for (boolean one : spoken) {
            count += one ? 1 : 0;
        }
        return (double) count / spoken.length;
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
        assertThat(Voices.in(new StereoBuffer(Sound.RATE))).containsOnly(false);
    }
}
