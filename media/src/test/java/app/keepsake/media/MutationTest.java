package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real files, damaged at random: whatever is in them, the answer is a result or a {@link MediaException}, soon, and the
 * process lives.
 */
final class MutationTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final PhotoDecoder decoder = PhotoDecoder.create();
    private int results;
    private int refusals;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "tiff", "mp4"})
    void survivesDamagedFilesOfItsOwnMaking(String format) throws IOException {
        byte[] original = original(format);
        Random random = new Random(format.hashCode());
        for (int i = 0; i < 120; i++) {
            attempt(damage(original, random));
        }
        assertThat(results).as("results").isPositive();
        assertThat(refusals).as("refusals").isPositive();
    }

    private byte[] original(String format) throws IOException {
        RgbImage scene = Pictures.scene(96, 64);
        BufferedImage image = Pictures.buffered(scene, BufferedImage.TYPE_3BYTE_BGR);
        if (format.equals("jpeg")) {
            return Pictures.withSegment(Pictures.jpeg(scene, true), 0xE1, Pictures.exifOrientation(6));
        }
        if (!format.equals("mp4")) {
            return Pictures.encode(format, image);
        }
        Path movie = folder.resolve("movie.mp4");
        try (MovieWriter writer = MovieWriter.create(movie, new MovieFormat(96, 64, 25))) {
            for (int i = 0; i < 8; i++) {
                writer.frame(scene);
            }
            writer.finish();
        }
        return Files.readAllBytes(movie);
    }

    @Test
    @Tag("slow")
    void survivesDamagedCameraFiles() throws IOException {
        List<Path> files = new ArrayList<>(SharedFiles.media());
        files.removeIf(file -> file.toFile().length() < 2_000 || file.toFile().length() > 4_000_000);
        Random random = new Random(1);
        for (Path file : files) {
            byte[] original = Files.readAllBytes(file);
            for (int i = 0; i < 4; i++) {
                attempt(damage(original, random));
            }
        }
        assertThat(results).as("results").isGreaterThan(refusals / 10);
    }

    @Test
    void survivesFilesThatWereMadeToBreakReaders() throws IOException {
        for (Path file : SharedFiles.media()) {
            if (file.toString().contains("malformed")) {
                attempt(Files.readAllBytes(file));
            }
        }
        assertThat(results + refusals).isPositive();
    }

    private static byte[] damage(byte[] original, Random random) {
        byte[] bytes = original.clone();
        // Headers decide most, so half of the damage goes to the first kilobyte.
        int reach = random.nextBoolean() ? Math.min(1024, bytes.length) : bytes.length;
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, 16 + random.nextInt(bytes.length - 16));
            case 1 -> {
                for (int i = 0; i <= random.nextInt(8); i++) {
                    bytes[12 + random.nextInt(reach - 12)] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                int at = 12 + random.nextInt(reach - 12);
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), (byte) -random.nextInt(2));
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int length = random.nextInt(Math.min(256, bytes.length - from) + 1);
                int to = 12 + random.nextInt(bytes.length - length - 11);
                System.arraycopy(original, from, bytes, Math.min(to, bytes.length - length), length);
            }
        }
        return bytes;
    }

    private void attempt(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        assertTimeoutPreemptively(SOON, () -> {
            count(() -> MediaReader.read(file));
            count(() -> decoder.decode(file, 64));
            count(() -> Sound.read(file, Duration.ofMillis(100), Duration.ofSeconds(1)));
            count(() -> readFrames(file));
        });
    }

    private static void readFrames(Path file) throws MediaException {
        try (VideoReader reader = VideoReader.open(file, 64)) {
            for (int i = 0; i < 20 && reader.nextFrame().isPresent(); i++) {
                assertThat(reader.width()).isPositive();
            }
            reader.seek(Duration.ofMillis(100));
            reader.nextFrame();
        }
    }

    private interface Action {
        void run() throws MediaException;
    }

    private void count(Action action) {
        try {
            action.run();
            results++;
        } catch (MediaException e) {
            refusals++;
        }
    }
}
