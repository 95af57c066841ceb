package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Movements made of photos: a camera that moves over one, and something that moves in front of it. */
final class MovementScanTest {
    private static final int RATE = 30;
    private static final int FRAMES = 3 * RATE;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final Duration STILL = Duration.ofMillis(1500);
    private static final PictureOrigin ORIGIN =
            new PictureOrigin("a.jpg", Optional.empty(), false, 4000, 3000, OptionalDouble.empty());

    private static FaceDetector detector;
    private static FaceReader reader;
    private static ContentReader contents;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        detector = FaceDetector.open();
        reader = FaceReader.open();
        contents = ContentReader.open(EngineOptions.defaults());
    }

    @AfterAll
    static void close() {
        detector.close();
        reader.close();
        contents.close();
    }

    /** One frame over a picture. */
    private interface Frame {
        void draw(Graphics2D out, BufferedImage picture, int number);
    }

    /** A camera that is held by a hand, somewhat in the middle of the picture. */
    private static void held(Graphics2D out, BufferedImage picture, double x, double y) {
        out.drawImage(picture, AffineTransform.getTranslateInstance(-40 - x, -30 - y), null);
    }

    private static void breathing(Graphics2D out, BufferedImage picture, int number) {
        held(out, picture, 3 * Math.sin(number * 0.11), 2 * Math.cos(number * 0.17));
    }

    private static void ball(Graphics2D out, int number) {
        out.setColor(new Color(210, 60, 40));
        out.fillOval(60 + 3 * number, 180 + (int) (60 * Math.sin(number * 0.15)), 90, 90);
    }

    private static BufferedImage render(BufferedImage picture, Frame frame, int number) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D out = image.createGraphics();
        out.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        frame.draw(out, picture, number);
        out.dispose();
        return image;
    }

    private Optional<MovementScan.Span> scan(int number, Frame frame) throws MediaException {
        BufferedImage picture = SamplePhotos.scaled(SamplePhotos.people(number), WIDTH + 80);
        return scan(
                picture, frame, SamplePhotos.rgb(render(picture, frame, STILL.toMillisPart() * RATE / 1000 + RATE)));
    }

    private Optional<MovementScan.Span> scan(BufferedImage picture, Frame frame, RgbImage photo) throws MediaException {
        Path clip = folder.resolve("clip.mp4");
        try (MovieWriter movie = MovieWriter.create(clip, new MovieFormat(WIDTH, HEIGHT, RATE))) {
            for (int i = 0; i < FRAMES; i++) {
                movie.frame(SamplePhotos.rgb(render(picture, frame, i)));
            }
            movie.finish();
        }
        VisionAnalyser analyser = new VisionAnalyser(detector, reader, contents);
        try (VideoReader reader = VideoReader.open(clip, MovementScan.LONG_SIDE)) {
            PhotoAnalysis seen = analyser.analyse(photo, ORIGIN);
            return analyser.movement(reader, STILL, photo, smiling ? seen : sober(seen));
        }
    }

    /** As if nobody smiled, so that only what moves counts. */
    private static PhotoAnalysis sober(PhotoAnalysis seen) {
        return new PhotoAnalysis(
                seen.faces(), List.of(), seen.quality(), seen.composition(), seen.likeness(), seen.contents());
    }

    private boolean smiling;

    /** Five people. */
    private static final int GROUP = 5;

    /** Four people, two of whom smile broadly. */
    private static final int SMILING = 3;

    @Test
    void movesWhereSomethingMovesBeforeASteadyCamera() throws MediaException {
        MovementScan.Span span = scan(GROUP, (out, picture, i) -> {
                    breathing(out, picture, i);
                    ball(out, i);
                })
                .orElseThrow();
        assertThat(span.start()).isLessThan(Duration.ofMillis(300));
        assertThat(span.end()).isGreaterThan(Duration.ofMillis(2700));
    }

    @Test
    void standsStillWhereNothingMovesButTheHand() throws MediaException {
        assertThat(scan(GROUP, MovementScanTest::breathing)).isEmpty();
        assertThat(scan(GROUP, (out, picture, i) -> held(out, picture, 0, 0))).isEmpty();
    }

    @Test
    void movesWhereSomebodySmiles() throws MediaException {
        smiling = true;
        assertThat(scan(SMILING, MovementScanTest::breathing)).isPresent();
    }

    @Test
    void standsStillUnderAShakenCamera() throws MediaException {
        Random random = new Random(3);
        assertThat(scan(GROUP, (out, picture, i) -> {
                    held(out, picture, 36 * random.nextDouble() - 18, 28 * random.nextDouble() - 14);
                    ball(out, i);
                }))
                .isEmpty();
    }

    @Test
    void leavesOutThePocketAtItsEnd() throws MediaException {
        MovementScan.Span span = scan(GROUP, (out, picture, i) -> {
                    if (i < 66) {
                        breathing(out, picture, i);
                        ball(out, i);
                    } else if (i < 72) {
                        held(out, picture, 0, 40 * (i - 66));
                    }
                })
                .orElseThrow();
        assertThat(span.end()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2300));
    }

    @Test
    void showsNobodyWhomThePhotoDoesNotShow() throws MediaException {
        BufferedImage picture = SamplePhotos.scaled(SamplePhotos.people(GROUP), WIDTH + 80);
        BufferedImage somebody = SamplePhotos.scaled(SamplePhotos.people(1), WIDTH);
        Frame frame = (out, under, i) -> {
            breathing(out, under, i);
            ball(out, i);
            if (i >= 60) {
                out.drawImage(somebody, 0, 0, null);
            }
        };
        Optional<MovementScan.Span> span = scan(picture, frame, SamplePhotos.rgb(render(picture, frame, 45)));
        assertThat(span).isPresent();
        assertThat(span.get().end()).isLessThanOrEqualTo(Duration.ofMillis(2100));
    }

    @Test
    void standsStillWhereTheClipIsOfSomethingElseOrTurned() throws MediaException {
        BufferedImage picture = SamplePhotos.scaled(SamplePhotos.people(GROUP), WIDTH + 80);
        Frame frame = (out, under, i) -> {
            breathing(out, under, i);
            ball(out, i);
        };
        RgbImage other = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(2), WIDTH));
        assertThat(scan(picture, frame, other)).isEmpty();
        RgbImage shown = SamplePhotos.rgb(render(picture, frame, 45));
        RgbImage turned = RgbImage.black(shown.height(), shown.width());
        for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < shown.width(); x++) {
                for (int c = 0; c < 3; c++) {
                    turned.pixels()[3 * (x * shown.height() + shown.height() - 1 - y) + c] =
                            shown.pixels()[3 * (y * shown.width() + x) + c];
                }
            }
        }
        assertThat(scan(picture, frame, turned)).isEmpty();
        assertThat(scan(picture, frame, shown)).isPresent();
    }
}
