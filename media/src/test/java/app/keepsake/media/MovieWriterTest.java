package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MovieWriterTest {
    private static final MovieFormat FORMAT = new MovieFormat(320, 180, 30);
    private static final double TONE = 440;

    @TempDir
    Path folder;

    /** Two seconds: frame i is as bright as its number tells, over three fields of colour; a tone for one second. */
    private Path movie() throws MediaException {
        Path file = folder.resolve("movie.mp4");
        try (MovieWriter writer = MovieWriter.create(file, FORMAT)) {
            for (int i = 0; i < 60; i++) {
                writer.frame(picture(i));
            }
            float[] second = new float[2 * Sound.RATE];
            for (int i = 0; i < Sound.RATE; i++) {
                second[2 * i] = (float) (0.5 * Math.sin(2 * Math.PI * TONE * i / Sound.RATE));
            }
            writer.sound(second, 0, second.length);
            writer.finish();
        }
        return file;
    }

    private static RgbImage picture(int number) {
        RgbImage image = RgbImage.black(FORMAT.width(), FORMAT.height());
        for (int i = 0; i < image.pixels().length; i += 3) {
            int x = i / 3 % FORMAT.width();
            int y = i / 3 / FORMAT.width();
            int[] colour = y >= 90
                    ? new int[] {20 + 3 * number, 20 + 3 * number, 20 + 3 * number}
                    : x < 100 ? new int[] {200, 30, 40} : x < 200 ? new int[] {30, 180, 50} : new int[] {40, 50, 210};
            for (int c = 0; c < 3; c++) {
                image.pixels()[i + c] = (byte) colour[c];
            }
        }
        return image;
    }

    @Test
    void keepsColoursTimesAndSize() throws MediaException {
        try (VideoReader reader = VideoReader.open(movie(), 4000)) {
            assertThat(reader.width()).isEqualTo(320);
            for (int i = 0; i < 60; i++) {
                VideoFrame frame = reader.nextFrame().orElseThrow();
                assertThat(frame.time().toMillis()).isBetween(i * 1000L / 30 - 1, i * 1000L / 30 + 1);
                assertLevels(frame.image(), 160, 140, 20 + 3 * i, 20 + 3 * i, 20 + 3 * i);
                assertLevels(frame.image(), 50, 45, 200, 30, 40);
                assertLevels(frame.image(), 150, 45, 30, 180, 50);
                assertLevels(frame.image(), 260, 45, 40, 50, 210);
            }
            assertThat(reader.nextFrame()).isEmpty();
        }
    }

    private static void assertLevels(RgbImage image, int x, int y, int... expected) {
        int at = (y * image.width() + x) * 3;
        for (int c = 0; c < 3; c++) {
            assertThat(image.pixels()[at + c] & 0xFF).as("channel %d", c).isBetween(expected[c] - 6, expected[c] + 6);
        }
    }

    @Test
    void seeksToTheFrameOnScreen() throws MediaException {
        try (VideoReader reader = VideoReader.open(movie(), 160)) {
            assertThat(reader.height()).isEqualTo(90);
            for (int number : new int[] {45, 7, 59, 0}) {
                reader.seek(Duration.ofNanos((number * 1_000_000_000L + 500_000_000L) / 30));
                VideoFrame frame = reader.nextFrame().orElseThrow();
                assertThat(frame.time().toMillis()).isBetween(number * 1000L / 30 - 1, number * 1000L / 30 + 1);
                assertLevels(frame.image(), 80, 70, 20 + 3 * number, 20 + 3 * number, 20 + 3 * number);
            }
        }
    }

    @Test
    void keepsSoundAndFillsItUpWithSilence() throws MediaException {
        Path movie = movie();
        MediaInfo info = MediaReader.read(movie);
        assertThat(info.type()).isEqualTo(MediaType.MP4);
        assertThat(info.hasAudio()).isTrue();
        assertThat(info.duration()).isBetween(Duration.ofMillis(1990), Duration.ofMillis(2060));
        Sound sound = Sound.read(movie, Duration.ofMillis(250), Duration.ofSeconds(5));
        assertThat(sound.frames()).isBetween(Sound.RATE * 175 / 100 - 64, Sound.RATE * 180 / 100);
        assertThat(crossings(sound, 0, Sound.RATE / 2)).isBetween(438, 442);
        assertThat(power(sound, Sound.RATE)).isLessThan(1e-6);
        Sound span = Sound.read(movie, Duration.ofMillis(500), Duration.ofMillis(100));
        assertThat(span.frames()).isEqualTo(4800);
        // The span begins where it says: 500 ms are 220 whole waves.
        double expected = 0.5 * Math.sin(2 * Math.PI * TONE * 20 / Sound.RATE);
        assertThat((double) span.samples()[40]).isCloseTo(expected, Offset.offset(0.02));
    }

    private static int crossings(Sound sound, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += sound.samples()[2 * i] < 0 != sound.samples()[2 * i + 2] < 0 ? 1 : 0;
        }
        return count;
    }

    private static double power(Sound sound, int from) {
        float[] rest = Arrays.copyOfRange(sound.samples(), 2 * from, sound.samples().length);
        double sum = 0;
        for (float value : rest) {
            sum += value * value;
        }
        return sum / rest.length;
    }

    @Test
    void putsTheIndexFirstAndIsTheSameEachTime() throws IOException {
        byte[] once = Files.readAllBytes(movie());
        byte[] again = Files.readAllBytes(movie());
        assertThat(again).isEqualTo(once);
        String text = new String(once, StandardCharsets.ISO_8859_1);
        assertThat(text.indexOf("moov")).isBetween(0, text.indexOf("mdat"));
    }

    @Test
    void leavesTheOldMovieUntilTheNewOneIsDone() throws IOException {
        Path file = Files.writeString(folder.resolve("movie.mp4"), "old");
        try (MovieWriter writer = MovieWriter.create(file, FORMAT)) {
            writer.frame(picture(0));
            assertThat(file).hasContent("old");
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(movie()).isEqualTo(file).isNotEmptyFile();
        assertThat(MediaReader.read(file).width()).isEqualTo(320);
    }

    @Test
    void takesSoundBeforeFramesAndNtscRates() throws MediaException {
        Path file = folder.resolve("ntsc.mp4");
        try (MovieWriter writer = MovieWriter.create(file, new MovieFormat(160, 90, 30000, 1001))) {
            writer.sound(new float[2 * Sound.RATE], 0, 2 * Sound.RATE);
            RgbImage image = RgbImage.black(160, 90);
            for (int i = 0; i < 30; i++) {
                writer.frame(image);
            }
            writer.finish();
        }
        try (VideoReader reader = VideoReader.open(file, 160)) {
            Optional<VideoFrame> last = Optional.empty();
            for (Optional<VideoFrame> next = reader.nextFrame(); next.isPresent(); next = reader.nextFrame()) {
                last = next;
            }
            assertThat(last.orElseThrow().time().toNanos() / 1e9).isCloseTo(29 * 1001 / 30000.0, Offset.offset(0.001));
        }
    }

    @Test
    void saysWhatIsWrong() throws MediaException {
        assertThatThrownBy(() -> MovieWriter.create(folder.resolve("none/movie.mp4"), FORMAT))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("movie.mp4");
        assertThatThrownBy(() -> new MovieFormat(321, 180, 30)).hasMessageContaining("321");
        try (MovieWriter writer = MovieWriter.create(folder.resolve("movie.mp4"), FORMAT)) {
            assertThatThrownBy(() -> writer.frame(RgbImage.black(20, 20))).hasMessageContaining("320 x 180");
            assertThatThrownBy(() -> writer.sound(new float[3], 0, 3)).hasMessageContaining("pairs");
            writer.frame(picture(1));
            writer.finish();
            assertThatThrownBy(() -> writer.frame(picture(2))).isInstanceOf(IllegalStateException.class);
        }
        VideoReader reader = VideoReader.open(folder.resolve("movie.mp4"), 320);
        reader.close();
        reader.close();
        assertThatThrownBy(reader::nextFrame).isInstanceOf(IllegalStateException.class);
    }
}
