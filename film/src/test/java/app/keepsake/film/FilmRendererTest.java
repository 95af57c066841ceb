package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Sound;
import app.keepsake.media.VideoEncoder;
import app.keepsake.media.VideoEncoders;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renders whole small films of real files and reads them back. */
final class FilmRendererTest {
    private static final FrameSize SIZE = new FrameSize(192, 108);

    private static final VideoEncoder OWN = VideoEncoders.shipped(CodingQuality.STANDARD);

    @TempDir
    static Path folder;

    private static final List<FilmShot> SHOTS = new ArrayList<>();

    @BeforeAll
    static void makeFiles() throws IOException {
        for (int i = 0; i < 4; i++) {
            int width = i == 2 ? 300 : 640;
            int height = 400;
            Path file = folder.resolve("photo" + i + ".jpg");
            JpegWriter.write(gradient(width, height, 40 * i), file, 0.9f);
            SHOTS.add(new FilmShot.Photo(
                    file, width, height, List.of(new FrameBox(0.4, 0.3, 0.1, 0.1)), Optional.empty(), i / 2));
        }
        Path clip = folder.resolve("clip.mp4");
        writeClip(clip);
        SHOTS.add(
                1,
                new FilmShot.Clip(
                        clip,
                        320,
                        240,
                        List.of(),
                        Optional.of("In motion"),
                        0,
                        Duration.ZERO,
                        Duration.ofSeconds(3),
                        FilmShot.ClipSound.AMBIENT));
    }

    private static RgbImage gradient(int width, int height, int shift) {
        RgbImage image = RgbImage.black(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = 3 * (y * width + x);
                image.pixels()[p] = (byte) (80 + 120 * x / width);
                image.pixels()[p + 1] = (byte) (60 + 120 * y / height);
                image.pixels()[p + 2] = (byte) (90 + shift);
            }
        }
        return image;
    }

    private static void writeClip(Path file) throws IOException {
        try (MovieWriter writer = MovieWriter.create(file, new MovieFormat(320, 240, 30))) {
            float[] tone = new float[2 * Sound.RATE * 3];
            for (int i = 0; i < tone.length; i++) {
                tone[i] = (float) (0.2 * Math.sin(0.05 * (i / 2)));
            }
            for (int i = 0; i < 90; i++) {
                writer.frame(gradient(320, 240, i));
            }
            writer.sound(tone, 0, tone.length);
            writer.finish();
        }
    }

    private static FilmPlan plan(List<FilmShot> shots, FrameSize size) {
        return FilmPlanner.plan(
                new FilmRequest("Lake", "July 2024", shots, Mood.named("happy"), Length.parse("14"), 4, size, 30));
    }

    @Test
    void theMovieHoldsThePictureAndTheSoundThatWerePlanned() throws IOException {
        FilmPlan plan = plan(SHOTS, SIZE);
        Path out = folder.resolve("film.mp4");
        AtomicInteger last = new AtomicInteger();

        FilmReport report = new FilmRenderer().render(plan, out, (done, total) -> last.set(done), CancelSignal.NEVER);

        assertThat(report.finished()).isTrue();
        assertThat(report.problems()).isEmpty();
        assertThat(last).hasValue(plan.frames());
        MediaInfo info = MediaReader.read(out);
        assertThat(info.width()).isEqualTo(192);
        assertThat(info.height()).isEqualTo(108);
        assertThat(info.hasAudio()).isTrue();
        double seconds = plan.frames() / 30.0;
        Sound sound = Sound.read(out, Duration.ZERO, Duration.ofMinutes(1));
        assertThat(sound.frames() / (double) Sound.RATE).isCloseTo(seconds, Offset.offset(0.04));
        List<RgbImage> frames = frames(out);
        assertThat(frames).hasSize(plan.frames());
        assertThat(brightness(frames.getLast())).isLessThan(12);
        assertThat(brightness(frames.get(frames.size() / 2))).isGreaterThan(40);
    }

    @Test
    void twoRendersAreTheSameFile() throws IOException {
        FilmPlan plan = plan(SHOTS, new FrameSize(108, 192));
        Path once = folder.resolve("once.mp4");
        Path again = folder.resolve("again.mp4");

        new FilmRenderer().render(plan, once, ProgressListener.NONE, CancelSignal.NEVER);
        new FilmRenderer().render(plan, again, ProgressListener.NONE, CancelSignal.NEVER);

        assertThat(again).hasSameBinaryContentAs(once);
    }

    @Test
    void whatIsCachedIsTheSameAsWhatIsMadeAnew() throws IOException {
        FilmCache cache = FilmCache.in(folder.resolve("cache"), 1 << 30);
        FilmPlan plan = plan(SHOTS, SIZE);
        FilmPlan retitled = FilmPlanner.plan(
                new FilmRequest("Sea", "July 2024", SHOTS, Mood.named("happy"), Length.parse("14"), 4, SIZE, 30));
        Path anew = folder.resolve("anew.mp4");
        Path cached = folder.resolve("cached.mp4");
        AtomicInteger done = new AtomicInteger();

        new FilmRenderer(cache, OWN).render(plan, cached, (n, total) -> done.set(n), () -> done.get() >= 200);
        long kept;
        try (var files = Files.list(folder.resolve("cache"))) {
            kept = files.count();
        }
        new FilmRenderer(cache, OWN).render(plan, cached, ProgressListener.NONE, CancelSignal.NEVER);
        new FilmRenderer(cache, OWN).render(retitled, cached, ProgressListener.NONE, CancelSignal.NEVER);
        new FilmRenderer().render(retitled, anew, ProgressListener.NONE, CancelSignal.NEVER);

        assertThat(kept).as("segments of the render that was stopped").isPositive();
        assertThat(cached).hasSameBinaryContentAs(anew);
    }

    @Test
    void segmentsOfAnotherEncoderAreNotTaken() throws IOException {
        FilmCache cache = FilmCache.in(folder.resolve("encoders"), 1 << 30);
        FilmPlan plan = plan(SHOTS, SIZE);
        Path standard = folder.resolve("standard.mp4");
        Path small = folder.resolve("small.mp4");
        VideoEncoder lesser = VideoEncoders.shipped(CodingQuality.SMALL);

        new FilmRenderer(cache, OWN).render(plan, standard, ProgressListener.NONE, CancelSignal.NEVER);
        new FilmRenderer(cache, lesser).render(plan, small, ProgressListener.NONE, CancelSignal.NEVER);

        assertThat(Files.size(small)).isLessThan(Files.size(standard) * 95 / 100);
    }

    @Test
    void anEncoderThatFailsOnTheWayIsReplaced() throws IOException {
        FilmPlan plan = plan(SHOTS, SIZE);
        Path out = folder.resolve("replaced.mp4");
        Path own = folder.resolve("own.mp4");

        FilmReport report =
                new FilmRenderer(new Failing()).render(plan, out, ProgressListener.NONE, CancelSignal.NEVER);
        new FilmRenderer().render(plan, own, ProgressListener.NONE, CancelSignal.NEVER);

        assertThat(report.finished()).isTrue();
        assertThat(out).hasSameBinaryContentAs(own);
    }

    /** Works for some runs, as a driver that is taken away. */
    private static final class Failing implements VideoEncoder {
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public String print() {
            return name();
        }

        @Override
        public PictureEncoder start(MovieFormat format) throws MediaException {
            if (runs.incrementAndGet() > 3) {
                throw new MediaException(Path.of("driver"), "a driver", "none", "Mend it.");
            }
            return OWN.start(format);
        }
    }

    @Test
    void aStoppedFilmEndsItsEncoders() throws IOException {
        VideoEncoders encoders = new VideoEncoders(Optional.of(Needs.program("ffmpeg")));
        Needs.tool(encoders.trials().getFirst().encoder().isPresent(), "the system's ffmpeg has no x264 that works");
        VideoEncoder x264 = encoders.choose("x264", CodingQuality.STANDARD);
        FilmPlan plan = plan(SHOTS, SIZE);
        AtomicInteger done = new AtomicInteger();

        FilmReport stopped = new FilmRenderer(x264)
                .render(plan, folder.resolve("x.mp4"), (n, total) -> done.set(n), () -> done.get() >= 100);
        assertThat(stopped.finished()).isFalse();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();

        Path growing = folder.resolve("x-growing.mp4");
        Path out = folder.resolve("x-grown.mp4");
        new FilmRenderer(x264).play(plan, growing, out, ProgressListener.NONE, CancelSignal.NEVER);
        assertThat(frames(growing)).hasSize(plan.frames());
        assertThat(frames(out).get(100).pixels())
                .isEqualTo(frames(growing).get(100).pixels());
    }

    @Test
    void aFilmCanBePlayedWhileItIsMade() throws IOException {
        Path growing = folder.resolve("growing.mp4");
        Path out = folder.resolve("grown.mp4");
        FilmPlan plan = plan(SHOTS, SIZE);
        List<Long> sizes = new ArrayList<>();

        new FilmRenderer()
                .play(
                        plan,
                        growing,
                        out,
                        (done, total) -> {
                            if (Files.exists(growing)) {
                                sizes.add(growing.toFile().length());
                            }
                        },
                        CancelSignal.NEVER);

        assertThat(sizes.stream().distinct().filter(size -> size > 2000).count())
                .isGreaterThan(3);
        assertThat(frames(growing)).hasSize(plan.frames());
        assertThat(frames(out).get(100).pixels())
                .isEqualTo(frames(growing).get(100).pixels());
        assertThat(Sound.read(growing, Duration.ZERO, Duration.ofMinutes(1)).frames())
                .isCloseTo(Sound.read(out, Duration.ZERO, Duration.ofMinutes(1)).frames(), Offset.offset(1024));
    }

    @Test
    void theCacheForgetsWhatWasNotUsedForLongest() throws IOException {
        FilmCache cache = FilmCache.in(folder.resolve("small"), 2500);
        for (int i = 0; i < 4; i++) {
            cache.put("entry" + i, new byte[1000]);
            Files.setLastModifiedTime(
                    folder.resolve("small/entry" + i), java.nio.file.attribute.FileTime.fromMillis(1000L * i));
        }

        assertThat(cache.get("entry0")).isEmpty();
        assertThat(cache.get("entry3")).isPresent();
    }

    @Test
    void aBrokenFileIsReportedAndTheRestIsShown() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jpg"), "no photo");
        Path missing = folder.resolve("missing.mp4");
        List<FilmShot> shots = new ArrayList<>(SHOTS);
        shots.set(4, FilmShot.photo(broken, 640, 480));
        shots.set(
                1,
                new FilmShot.Clip(
                        missing,
                        320,
                        240,
                        List.of(),
                        Optional.empty(),
                        0,
                        Duration.ZERO,
                        Duration.ofSeconds(3),
                        FilmShot.ClipSound.NONE));
        Path out = folder.resolve("partial.mp4");

        FilmReport report =
                new FilmRenderer().render(plan(shots, SIZE), out, ProgressListener.NONE, CancelSignal.NEVER);

        assertThat(report.finished()).isTrue();
        assertThat(report.problems())
                .anyMatch(problem -> problem.contains("broken.jpg"))
                .anyMatch(problem -> problem.contains("missing.mp4"));
        assertThat(out).isRegularFile();
    }

    @Test
    void aCancelledRenderLeavesNothing() throws IOException {
        Path out = Files.createDirectory(folder.resolve("cancelled")).resolve("film.mp4");
        AtomicInteger done = new AtomicInteger();

        FilmReport report =
                new FilmRenderer().render(plan(SHOTS, SIZE), out, (n, total) -> done.set(n), () -> done.get() >= 20);

        assertThat(report.finished()).isFalse();
        assertThat(report.frames()).isLessThan(plan(SHOTS, SIZE).frames());
        try (var left = Files.list(out.getParent())) {
            assertThat(left).isEmpty();
        }
    }

    private static List<RgbImage> frames(Path movie) throws IOException {
        List<RgbImage> result = new ArrayList<>();
        try (VideoReader reader = VideoReader.open(movie, 320)) {
            Optional<VideoFrame> frame = reader.nextFrame();
            while (frame.isPresent()) {
                result.add(frame.get().image());
                frame = reader.nextFrame();
            }
        }
        return result;
    }

    private static double brightness(RgbImage image) {
        long sum = 0;
        for (byte value : image.pixels()) {
            sum += value & 0xFF;
        }
        return (double) sum / image.pixels().length;
    }
}
