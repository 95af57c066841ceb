package app.keepsake.film.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.Loudness;
import app.keepsake.music.Soundtrack;
import app.keepsake.music.StereoBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sound of whole films, with the recorded instruments that come with the program. */
final class SoundtrackTest {
    static List<String> moods() {
        return Mood.names();
    }

    private static FilmPlan plan(String mood, List<FilmShot> shots) {
        return FilmPlanner.plan(
                new FilmRequest("T", "", shots, Mood.named(mood), Length.parse("16"), 11, FrameSize.HD_720, 30));
    }

    private static List<FilmShot> photos() {
        return Collections.nCopies(12, FilmShot.photo(Path.of("photo"), 4, 3));
    }

    private static Sound sound(FilmPlan plan, List<String> problems) throws MediaException {
        Soundtrack track = FilmSound.of(plan, problems);
        track.make(CancelSignal.NEVER::requested, reached -> {});
        return track.sound();
    }

    @ParameterizedTest
    @MethodSource("moods")
    void itIsAsLongAsThePictureAndAsLoudAsPromised(String mood) throws MediaException {
        FilmPlan plan = plan(mood, photos());
        Sound sound = sound(plan, new ArrayList<>());
        StereoBuffer buffer = StereoBuffer.of(sound);

        assertThat(sound.frames()).isEqualTo(plan.frames() * Sound.RATE / 30);
        assertThat(Loudness.integrated(buffer)).isCloseTo(-14, Offset.offset(1.0));
        assertThat(20 * Math.log10(Loudness.truePeak(buffer))).isLessThan(-1.5);
        assertThat(longestSilence(buffer)).isLessThan(0.3);
        assertThat(Math.abs(buffer.left()[0])).isLessThan(1e-4f);
        assertThat(Math.abs(buffer.left()[buffer.frames() - 1])).isLessThan(1e-4f);
    }

    @Test
    void theSameSeedGivesTheSameSamples() throws MediaException {
        FilmPlan plan = plan("happy", photos());

        assertThat(sound(plan, new ArrayList<>()).samples())
                .isEqualTo(sound(plan, new ArrayList<>()).samples());
    }

    @Test
    void aClipWhoseSoundCannotBeReadIsReportedAndTheMusicPlaysOn() throws MediaException {
        List<FilmShot> shots = new ArrayList<>(photos());
        Path missing = Path.of("missing.mp4");
        shots.set(
                4,
                new FilmShot.Clip(
                        missing,
                        1920,
                        1080,
                        List.of(),
                        Optional.empty(),
                        0,
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        FilmShot.ClipSound.VOICE));
        FilmPlan plan = plan("gentle", Collections.nCopies(6, shots.get(4)));
        List<String> problems = new ArrayList<>();

        Sound sound = sound(plan, problems);

        assertThat(problems).isNotEmpty().allMatch(problem -> problem.contains("missing.mp4"));
        assertThat(Loudness.integrated(StereoBuffer.of(sound))).isCloseTo(-14, Offset.offset(1.0));
    }

    /** Seconds for which no sample is above -60 dBFS, the last 50 ms of the fade aside. */
    private static double longestSilence(StereoBuffer sound) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < sound.frames() - Sound.RATE / 20; i++) {
            boolean heard = Math.max(Math.abs(sound.left()[i]), Math.abs(sound.right()[i])) > 0.001;
            run = heard ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return (double) longest / Sound.RATE;
    }
}
