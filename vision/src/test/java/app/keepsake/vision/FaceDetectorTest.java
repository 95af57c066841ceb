package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaceDetectorTest {
    private static final Path DATA = Path.of("../../shared/data/detect");

    private static FaceDetector detector;

    @BeforeAll
    static void open() {
        detector = FaceDetector.open();
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    /** @param others what is taken for a face and is less sure than each person's: in the third photo, light on leather */
    @ParameterizedTest
    @CsvSource({"1, 3, 0", "3, 3, 1", "4, 4, 0", "5, 5, 0", "6, 4, 0"})
    void findsThePeopleOfAGroup(int photo, int people, int others) {
        RgbImage image = SamplePhotos.rgb(SamplePhotos.people(photo));

        List<Face> faces = detector.detect(image);

        assertThat(faces).filteredOn(face -> face.score() > 0.8).hasSize(people);
        assertThat(faces).hasSize(people + others).allSatisfy(face -> {
            assertThat(face.score()).isBetween(FaceDetector.MINIMUM_SCORE, 1.0);
            assertThat(face.x()).isGreaterThanOrEqualTo(0);
            assertThat(face.y()).isGreaterThanOrEqualTo(0);
            assertThat(face.x() + face.width()).isLessThanOrEqualTo(image.width());
            assertThat(face.y() + face.height()).isLessThanOrEqualTo(image.height());
        });
        assertThat(faces).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @Test
    void thePretrainedOneFindsThemToo() {
        try (FaceDetector pretrained = FaceDetector.pretrained(EngineOptions.defaults(), FaceDetector.MINIMUM_SCORE)) {
            assertThat(pretrained.detect(SamplePhotos.rgb(SamplePhotos.people(4))))
                    .hasSize(4);
            assertThat(pretrained.version()).isNotEqualTo(detector.version());
        }
    }

    @ParameterizedTest
    @CsvSource({"960", "400"})
    void boxesAreInPixelsOfTheGivenPicture(int width) {
        List<Face> large = detector.detect(SamplePhotos.rgb(SamplePhotos.people(6)));
        List<Face> small = detector.detect(SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(6), width)));

        assertThat(small).hasSameSizeAs(large);
        assertThat(small)
                .allSatisfy(face -> assertThat(large)
                        .anySatisfy(
                                other -> assertThat(face.scaled(1920.0 / width).overlap(other))
                                        .isGreaterThan(0.75)));
    }

    @Test
    void findsFacesAtAnyProportions() {
        RgbImage strip = SamplePhotos.rgb(SamplePhotos.people(3).getSubimage(420, 180, 900, 480));
        RgbImage portrait = SamplePhotos.rgb(SamplePhotos.people(3).getSubimage(1000, 60, 520, 1280));

        assertThat(detector.detect(strip)).hasSize(2);
        assertThat(detector.detect(portrait)).isNotEmpty();
    }

    @Test
    void seesNobodyInAnEmptyPicture() {
        assertThat(detector.detect(RgbImage.black(640, 480))).isEmpty();
        assertThat(detector.detect(RgbImage.black(1, 1))).isEmpty();
        assertThat(detector.detect(RgbImage.black(3, 2000))).isEmpty();
    }

    @Test
    void severalThreadsGetTheSameFaces() throws InterruptedException, ExecutionException {
        List<RgbImage> images = IntStream.rangeClosed(1, 4)
                .mapToObj(photo -> SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(photo), 640)))
                .toList();
        List<List<Face>> alone = images.stream().map(detector::detect).toList();

        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<List<Face>>> together = images.stream()
                    .map(image -> threads.submit(() -> detector.detect(image)))
                    .toList();
            for (int i = 0; i < images.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void refusesAScoreThatIsNone() {
        assertThatThrownBy(() -> FaceDetector.open(EngineOptions.defaults(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minimum score (0.0)");
    }
}
