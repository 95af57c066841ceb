package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.media.internal.program.X264;
import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VideoEncodersTest {
    private static final MovieFormat FORMAT = new MovieFormat(320, 180, 30);

    @TempDir
    Path folder;

    private static VideoEncoder x264(CodingQuality quality) throws MediaException {
        VideoEncoders encoders = new VideoEncoders(Optional.of(Needs.program("ffmpeg")));
        Needs.tool(encoders.trials().getFirst().encoder().isPresent(), "the system's ffmpeg has no x264 that works");
        return encoders.choose("x264", quality);
    }

    private static RgbImage picture(int number) {
        RgbImage image = RgbImage.black(FORMAT.width(), FORMAT.height());
        for (int i = 0; i < image.pixels().length; i++) {
            int x = i / 3 % FORMAT.width() + number;
            int y = i / 3 / FORMAT.width();
            image.pixels()[i] =
                    (byte) (110 + 40 * Math.sin(x / 3.0) + 30 * Math.sin(y / 7.0) + (x * x * 7 + y * 31) % 11);
        }
        return image;
    }

    private static CodedPictures run(VideoEncoder encoder, int from, int to) throws MediaException {
        try (PictureEncoder run = encoder.start(FORMAT)) {
            for (int i = from; i < to; i++) {
                run.frame(picture(i));
            }
            return run.finish();
        }
    }

    private Path movie(List<CodedPictures> runs, boolean growing) throws MediaException {
        Path file = folder.resolve(growing ? "growing.mp4" : "movie.mp4");
        try (MovieWriter writer = growing ? MovieWriter.growing(file, FORMAT) : MovieWriter.create(file, FORMAT)) {
            for (CodedPictures run : runs) {
                float[] silence = new float[2 * Sound.RATE * run.frames() / 30];
                writer.sound(silence, 0, silence.length);
                writer.pictures(run);
                writer.flush();
            }
            writer.finish();
        }
        return file;
    }

    private static void assertShows(Path file, int frames) throws MediaException {
        try (VideoReader reader = VideoReader.open(file, FORMAT.width())) {
            for (int i = 0; i < frames; i++) {
                VideoFrame frame = reader.nextFrame().orElseThrow();
                assertThat(frame.time().toMillis()).isBetween(i * 1000L / 30 - 1, i * 1000L / 30 + 1);
                assertThat(difference(frame.image(), picture(i)))
                        .as("frame %d", i)
                        .isLessThan(6);
                assertThat(difference(frame.image(), picture(i + 2))).isGreaterThan(6);
            }
            assertThat(reader.nextFrame()).isEmpty();
        }
    }

    private static double difference(RgbImage one, RgbImage other) {
        long sum = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            sum += Math.abs((one.pixels()[i] & 0xFF) - (other.pixels()[i] & 0xFF));
        }
        return (double) sum / one.pixels().length;
    }

    @Test
    void runsOfTheSystemsX264AreJoinedInOrder() throws MediaException {
        VideoEncoder encoder = x264(CodingQuality.STANDARD);
        List<CodedPictures> runs = new ArrayList<>();
        for (int[] part : new int[][] {{0, 1}, {1, 5}, {5, 7}, {7, 40}, {40, 70}}) {
            runs.add(run(encoder, part[0], part[1]));
        }

        assertThat(runs.get(3).pictures().stream().map(CodedPictures.Picture::shown))
                .as("pictures that lean on later ones")
                .isNotEqualTo(IntStream.range(0, 33).boxed().toList());
        assertShows(movie(runs, false), 70);
        assertShows(movie(runs, true), 70);
    }

    @Test
    void theSamePicturesGiveTheSameBytes() throws MediaException {
        VideoEncoder encoder = x264(CodingQuality.SMALL);

        assertThat(run(encoder, 3, 20).bytes()).isEqualTo(run(encoder, 3, 20).bytes());
        assertThat(encoder.print()).isEqualTo(x264(CodingQuality.SMALL).print());
        assertThat(encoder.print()).isNotEqualTo(x264(CodingQuality.STANDARD).print());
    }

    @Test
    void whatIsKeptIsReadAgain() throws MediaException {
        CodedPictures run = run(VideoEncoders.shipped(CodingQuality.STANDARD), 0, 5);
        CodedPictures again = CodedPictures.of(run.bytes()).orElseThrow();

        assertThat(again.bytes()).isEqualTo(run.bytes());
        assertThat(again.stream().joins(run.stream())).isTrue();
        assertThat(CodedPictures.of(Arrays.copyOf(run.bytes(), run.bytes().length - 1)))
                .isEmpty();
    }

    @Test
    void qualityCostsBytes() throws MediaException {
        for (boolean own : new boolean[] {true, false}) {
            List<Integer> sizes = new ArrayList<>();
            for (CodingQuality quality : List.of(CodingQuality.SMALL, CodingQuality.STANDARD, CodingQuality.BEST)) {
                VideoEncoder encoder = own ? VideoEncoders.shipped(quality) : x264(quality);
                sizes.add(run(encoder, 0, 30).bytes().length);
            }
            assertThat(sizes).isSorted();
        }
    }

    @Test
    void aMasterHasNoLosses() throws MediaException {
        Path file = movie(List.of(run(VideoEncoders.shipped(CodingQuality.LOSSLESS), 0, 12)), false);

        try (VideoReader reader = VideoReader.open(file, FORMAT.width())) {
            for (int i = 0; i < 12; i++) {
                // Of what 4:2:0 leaves: the noise of single pixels' colours is gone.
                assertThat(luma(reader.nextFrame().orElseThrow().image(), 4000))
                        .isCloseTo(luma(picture(i), 4000), Offset.offset(3.0));
            }
        }
    }

    @Test
    void largePicturesCanBeKeptWithoutLosses() throws MediaException {
        MovieFormat large = new MovieFormat(1920, 1080, 30);
        try (PictureEncoder run = VideoEncoders.shipped(CodingQuality.LOSSLESS).start(large)) {
            run.frame(RgbImage.black(1920, 1080));
            assertThat(run.finish().frames()).isEqualTo(1);
        }
    }

    private static double luma(RgbImage image, int pixel) {
        return 0.2126 * (image.pixels()[3 * pixel] & 0xFF)
                + 0.7152 * (image.pixels()[3 * pixel + 1] & 0xFF)
                + 0.0722 * (image.pixels()[3 * pixel + 2] & 0xFF);
    }

    @Test
    void runsOfDifferentEncodersAreNotJoined() throws MediaException {
        CodedPictures one = run(VideoEncoders.shipped(CodingQuality.STANDARD), 0, 4);
        CodedPictures other = run(x264(CodingQuality.STANDARD), 4, 8);

        assertThatThrownBy(() -> movie(List.of(one, other), false))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("another encoder");
    }

    @Test
    void withoutAProgramTheShippedOneIsTaken() throws MediaException {
        VideoEncoders encoders = new VideoEncoders(Optional.of(folder.resolve("nothing")));

        assertThat(encoders.choose("auto", CodingQuality.STANDARD).name()).isEqualTo("openh264");
        assertThatThrownBy(() -> encoders.choose("x264", CodingQuality.STANDARD))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> encoders.choose("-vf", CodingQuality.STANDARD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsListedAndDoesNotWorkIsToldWithItsReason() {
        List<VideoEncoders.Trial> trials = new VideoEncoders(Optional.of(folder.resolve("nothing"))).trials();

        assertThat(trials)
                .extracting(VideoEncoders.Trial::name)
                .containsExactly("x264", "nvenc", "qsv", "vaapi", "v4l2", "videotoolbox", "openh264");
        assertThat(trials.getFirst().encoder()).isEmpty();
        assertThat(trials.getLast().encoder()).isPresent();
        assertThat(trials)
                .allMatch(trial -> trial.encoder().isEmpty() != trial.reason().isEmpty());
    }

    /** A program that takes pictures and gives none, or nothing of the kind. */
    private Path program(String script) throws IOException {
        Path file = folder.resolve("ffmpeg");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    @Test
    void programsThatAreNoEncodersFailTheirTrial() throws IOException {
        for (String script : List.of("exit 3", "cat", "cat > /dev/null", "cat > /dev/null; echo nut; exit 0")) {
            VideoEncoders encoders = new VideoEncoders(Optional.of(program(script)));

            assertThat(encoders.choose("auto", CodingQuality.STANDARD).name())
                    .as(script)
                    .isEqualTo("openh264");
        }
    }

    @Test
    void whoeverWaitsForAProgramFailsWhenItIsAbandoned() throws Exception {
        VideoEncoder encoder = new X264(program("exec sleep 600"), CodingQuality.STANDARD);
        try (PictureEncoder run = encoder.start(FORMAT)) {
            CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < 100; i++) {
                        run.frame(picture(i));
                    }
                } catch (MediaException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Thread.sleep(200);
            assertThat(feeding).isNotDone();

            run.abandon();

            assertThatThrownBy(() -> feeding.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(MediaException.class);
        }
    }
}
