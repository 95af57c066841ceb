package app.keepsake.film.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.Score;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Track;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import app.keepsake.music.Loudness;
import app.keepsake.music.SoundSummary;
import app.keepsake.music.Soundtrack;
import app.keepsake.music.StereoBuffer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sound of whole films, with the recorded instruments that come with the program. */
final class SoundtrackTest {
    @TempDir
    private Path folder = Path.of("");

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

    /** The encoder's own peaks are added to the limiter's. */
    @ParameterizedTest
    @MethodSource("moods")
    void truePeaksAreAtMostOneDecibelBelowFullScaleBehindTheEncoder(String mood) throws MediaException {
        assertThat(truePeak(mood, 20)).isLessThanOrEqualTo(-1);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("moods")
    void truePeaksAreHeldInLongerFilmsToo(String mood) throws MediaException {
        assertThat(truePeak(mood, 45)).isLessThanOrEqualTo(-1);
        assertThat(truePeak(mood, 90)).isLessThanOrEqualTo(-1);
    }

    private double truePeak(String mood, int seconds) throws MediaException {
        Length length = new Length(Duration.ofSeconds(seconds));
        Sound sound = Score.of(Mood.named(mood), length, 1, CancelSignal.NEVER);
        Path file = movie("score.mp4", sound);
        return SoundSummary.of(Sound.read(file, Duration.ZERO, Duration.ofSeconds(seconds + 10)))
                .truePeak();
    }

    /** A small black movie with a sound. */
    private Path movie(String name, Sound sound) throws MediaException {
        Path file = folder.resolve(name);
        try (MovieWriter writer = MovieWriter.create(file, new MovieFormat(16, 16, 10))) {
            writer.sound(sound.samples(), 0, sound.samples().length);
            for (int i = 0; i < sound.frames() / (Sound.RATE / 10); i++) {
                writer.frame(RgbImage.black(16, 16));
            }
            writer.finish();
        }
        return file;
    }

    /** The picture ends while somebody speaks: the voice is heard on until the speaker draws breath. */
    @Test
    void aSentenceIsHeardToItsEnd() throws MediaException, URISyntaxException {
        Path recording = Path.of(Objects.requireNonNull(SoundtrackTest.class.getResource("jfk.wav"))
                .toURI());
        Path file = movie("speech.mp4", Sound.recording(recording, Duration.ofSeconds(20)));
        List<FilmShot> shots = new ArrayList<>(photos());
        shots.set(4, clip(file, Duration.ofMillis(4600)));
        FilmPlan plan = plan("gentle", shots);
        Track.Placed placed = plan.timeline().track("clips").placed().stream()
                .filter(one -> one.item() instanceof Clip)
                .findFirst()
                .orElseThrow();
        int end = (int) (placed.start().plus(placed.item().duration()).seconds() * Sound.RATE);
        StereoBuffer silence = new StereoBuffer(plan.frames() * (Sound.RATE / 30));
        new ClipSounds(plan, new ArrayList<>()).mix(silence);

        int heard = 0;
        for (int i = end; i < silence.frames(); i++) {
            heard += Math.abs(silence.left()[i]) > 0.001 ? 1 : 0;
        }
        assertThat(heard).isPositive();
    }

    private static FilmShot clip(Path file, Duration length) {
        return new FilmShot.Clip(
                file,
                1920,
                1080,
                List.of(),
                Optional.empty(),
                0,
                Duration.ofMillis(500),
                length,
                FilmShot.ClipSound.VOICE);
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
        shots.set(4, clip(Path.of("missing.mp4"), Duration.ofSeconds(5)));
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
