package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.keepsake.media.RgbImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class FaceTrackerTest {
    private static final int SIDE = 48;

    @Test
    void aMovingFaceKeepsItsIdAndPlaceBetweenDetections() {
        FaceTracker tracker = new FaceTracker(new Squares(), 5);

        for (int i = 0; i < 20; i++) {
            List<TrackedFace> faces = tracker.next(frame(40 + 4 * i, 60));

            assertThat(faces).as("frame %d", i).hasSize(1);
            assertThat(faces.getFirst().id()).isEqualTo(1);
            assertThat(faces.getFirst().detected()).isEqualTo(i % 5 == 0);
            assertThat(faces.getFirst().face().x()).isCloseTo(40 + 4 * i, offset(8.0));
        }
    }

    @Test
    void twoFacesHaveTwoIds() {
        FaceTracker tracker = new FaceTracker(new Squares(), 1);
        tracker.next(frame(40, 60, 200, 60));

        List<TrackedFace> faces = tracker.next(frame(44, 60, 196, 60));

        assertThat(faces).extracting(TrackedFace::id).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void aFaceThatWentAndAnotherThatCameAreNotTheSame() {
        FaceTracker tracker = new FaceTracker(new Squares(), 1);
        tracker.next(frame(40, 60));
        for (int i = 0; i < 4; i++) {
            assertThat(tracker.next(frame())).isEmpty();
        }

        assertThat(tracker.next(frame(40, 60))).extracting(TrackedFace::id).containsExactly(2L);
    }

    @Test
    void framesAreDroppedRatherThanQueued() throws InterruptedException {
        List<Duration> answered = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        FaceDetector waits = new Squares() {
            @Override
            public List<Face> detect(RgbImage image) {
                started.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.detect(image);
            }
        };
        try (LiveFaces live = new LiveFaces(new FaceTracker(waits, 1), answer -> {
            answered.add(answer.time());
            if (answer.time().equals(Duration.ofMillis(9))) {
                last.countDown();
            }
        })) {
            live.offer(frame(40, 60), Duration.ZERO);
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i < 10; i++) {
                live.offer(frame(40, 60), Duration.ofMillis(i));
            }
            go.countDown();
            assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(answered).containsExactly(Duration.ZERO, Duration.ofMillis(9));
            assertThat(live.dropped()).isEqualTo(8);
        }
    }

    /** Noise on which squares with a pattern of their own lie at {@code x, y} pairs. */
    private static RgbImage frame(int... places) {
        RgbImage image = RgbImage.black(320, 200);
        new SplittableRandom(1).nextBytes(image.pixels());
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (byte) ((image.pixels()[i] & 255) / 4);
        }
        for (int i = 0; i < places.length; i += 2) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int at = ((places[i + 1] + y) * 320 + places[i] + x) * 3;
                    int value = x == 0 && y == 0 ? 255 : 120 + (x / 8 * 5 + y / 8 * 3) % 7 * 16;
                    for (int c = 0; c < 3; c++) {
                        image.pixels()[at + c] = (byte) value;
                    }
                }
            }
        }
        return image;
    }

    /** Finds the squares by their white corner. */
    private static class Squares implements FaceDetector {
        @Override
        public List<Face> detect(RgbImage image) {
            List<Face> faces = new ArrayList<>();
            for (int i = 0; i < image.pixels().length; i += 3) {
                if ((image.pixels()[i] & 255) == 255) {
                    faces.add(new Face(i / 3 % image.width(), i / 3 / image.width(), SIDE, SIDE, 0.9));
                }
            }
            return faces;
        }

        @Override
        public String version() {
            return "squares";
        }

        @Override
        public void close() {}
    }
}
