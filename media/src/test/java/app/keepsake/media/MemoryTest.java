package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native memory is outside the heap and must be freed by hand: repeating everything must not make the process grow. */
final class MemoryTest {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 120;
    /** One frame lost in each round would be more than this. */
    private static final long MOST_GROWTH = 60L << 20;

    @TempDir
    Path folder;

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        Needs.tool(Files.exists(status), "only Linux tells the size of a process so simply");
        String line = Files.readAllLines(status).stream()
                .filter(text -> text.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }

    private static void assertSteady(Callable<?> action) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            action.call();
        }
        System.gc();
        long before = resident();
        for (int i = 0; i < ROUNDS; i++) {
            action.call();
        }
        System.gc();
        assertThat(resident() - before).as("growth in bytes").isLessThan(MOST_GROWTH);
    }

    private Path movie() throws MediaException {
        Path file = folder.resolve("movie.mp4");
        try (MovieWriter writer = MovieWriter.create(file, new MovieFormat(640, 360, 25))) {
            writer.frame(Pictures.scene(640, 360));
            writer.frame(Pictures.scene(640, 360));
            writer.finish();
        }
        return file;
    }

    @Test
    void writingFreesItsMemory() throws Exception {
        assertSteady(this::movie);
    }

    @Test
    void readingClipsFreesItsMemory() throws Exception {
        Path movie = movie();
        assertSteady(() -> {
            Sound.read(movie, Duration.ZERO, Duration.ofMillis(50));
            try (VideoReader reader = VideoReader.open(movie, 1000)) {
                return reader.nextFrame().isPresent() && MediaReader.read(movie).hasAudio();
            }
        });
    }

    @Test
    void decodingFreesItsMemory() throws Exception {
        Path good = Files.write(folder.resolve("good"), Pictures.jpeg(Pictures.scene(800, 600), false));
        byte[] png = Pictures.encode("png", Pictures.buffered(Pictures.scene(800, 600), 5));
        Path deep = Files.write(folder.resolve("png"), png);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(png, png.length / 2));
        PhotoDecoder decoder = PhotoDecoder.create();
        assertSteady(() -> {
            decoder.decode(good, 700);
            decoder.decode(deep, 700);
            try {
                return decoder.decode(cut, 700);
            } catch (MediaException e) {
                return e;
            }
        });
    }
}
