package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.media.WaveWriter;
import app.keepsake.music.Music;
import app.keepsake.music.MusicAnalysis;
import app.keepsake.music.MusicSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnMusicTest {
    @TempDir
    Path folder;

    /** Drums and chords whose beats are known: a quiet part and a full one, at a tempo that wavers a little. */
    private Path music(double tempo, int perBar, List<Double> beats) throws IOException {
        Random random = new Random(4);
        float[] samples = new float[2 * Sound.RATE * 50];
        double time = 0.37;
        for (int beat = 0; time < 48; beat++) {
            beats.add(time);
            boolean full = beat >= 8 * perBar;
            boolean down = beat % perBar == 0;
            drum(samples, time, down ? 60 : 180, down ? 0.8 : full ? 0.4 : 0.2, random);
            chord(samples, time, 220 * Math.pow(2, (beat / perBar * 5 % 12) / 12.0), full ? 0.2 : 0.06);
            time += 60 / tempo * (1 + 0.004 * Math.sin(0.1 * beat));
        }
        Path file = folder.resolve("music.wav");
        WaveWriter.write(new Sound(samples), file);
        return file;
    }

    private static void drum(float[] samples, double time, double hertz, double level, Random random) {
        int first = (int) (time * Sound.RATE);
        for (int i = 0; i < Sound.RATE / 6; i++) {
            double t = (double) i / Sound.RATE;
            double value =
                    level * Math.exp(-18 * t) * (Math.sin(2 * Math.PI * hertz * t) + 0.3 * random.nextGaussian());
            samples[2 * (first + i)] += (float) value;
            samples[2 * (first + i) + 1] += (float) value;
        }
    }

    private static void chord(float[] samples, double time, double hertz, double level) {
        int first = (int) (time * Sound.RATE);
        for (int i = 0; i < Sound.RATE / 2; i++) {
            double t = (double) i / Sound.RATE;
            double value = 0;
            for (double ratio : new double[] {1, 1.26, 1.5}) {
                value += level * Math.exp(-3 * t) * Math.sin(2 * Math.PI * hertz * ratio * t);
            }
            samples[2 * (first + i)] += (float) value;
            samples[2 * (first + i) + 1] += (float) value;
        }
    }

    @ParameterizedTest
    @CsvSource({"97,4", "124,4", "76,4", "140,4"})
    void cutsFallOnTheBeatsOfOnesOwnMusic(double tempo, int perBar) throws IOException {
        List<Double> beats = new ArrayList<>();
        Music music = MusicAnalysis.of(music(tempo, perBar, beats));
        List<FilmShot> shots = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            shots.add(FilmShot.photo(Path.of("p" + i), 4000, 3000));
        }
        FilmPlan plan = FilmPlanner.plan(
                new FilmRequest("", "", shots, Mood.named("happy"), Length.parse("24"), 1, FrameSize.HD_720, 60)
                        .withMusic(music));
        double start = ((app.keepsake.film.timeline.Clip)
                        plan.timeline().track("music").items().getFirst())
                .source()
                .start()
                .seconds();
        int cuts = 0;
        int near = 0;
        List<Placed> placed = plan.timeline().track("picture").placed();
        for (Placed item : placed.subList(2, placed.size() - 1)) {
            double time = start + item.start().seconds();
            double miss = beats.stream()
                    .mapToDouble(beat -> Math.abs(beat - time))
                    .min()
                    .orElseThrow();
            cuts++;
            near += miss <= 0.02 ? 1 : 0;
        }

        assertThat(cuts).isGreaterThan(5);
        assertThat(near / (double) cuts).isGreaterThanOrEqualTo(0.95);
        assertThat(music.beatsPerBar()).isEqualTo(perBar);
        assertThat(plan.duration().toMillis() / 1000.0).isBetween(15.0, 32.0);
    }

    @Test
    void aSectionBeginsWhereTheMusicGetsFull() throws IOException {
        List<Double> beats = new ArrayList<>();
        Music music = MusicAnalysis.of(music(110, 4, beats));

        assertThat(music.turns())
                .anySatisfy(turn ->
                        assertThat(music.beats().get(turn)).isBetween(beats.get(8 * 4) - 0.1, beats.get(8 * 4) + 0.1));
    }

    @Test
    void silenceAndShortSoundsAreRefused() throws IOException {
        Path file = folder.resolve("short.wav");
        WaveWriter.write(new Sound(new float[2 * Sound.RATE]), file);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> MusicAnalysis.of(file))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("short.wav");
    }

    @Test
    void saysWhetherThereIsABeat() throws IOException {
        for (int tempo = 70; tempo <= 140; tempo += 35) {
            MusicSummary drums = MusicAnalysis.summary(music(tempo, 4, new ArrayList<>()));
            assertThat(drums.beats()).as("drums at %d", tempo).isTrue();
            assertThat(drums.seconds()).isBetween(49.0, 51.0);
        }
        Random random = new Random(3);
        float[] noise = new float[2 * Sound.RATE * 20];
        float[] tone = new float[noise.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
            tone[i] = (float) (0.2 * Math.sin(2 * Math.PI * 220 * (i / 2) / Sound.RATE));
        }
        for (float[] without : List.of(noise, tone)) {
            Path file = folder.resolve("without.wav");
            WaveWriter.write(new Sound(without), file);
            assertThat(MusicAnalysis.summary(file).beats()).isFalse();
            assertThat(MusicAnalysis.summary(file).beatsPerMinute()).isZero();
        }
    }
}
