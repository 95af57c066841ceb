package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VisionAnalyserTest {
    private static final int RATE = 10;
    private static final int SECONDS = 3;

    private static final PictureOrigin ORIGIN =
            new PictureOrigin("a.jpg", Optional.of("A camera"), false, 4000, 3000, OptionalDouble.empty());

    private static FaceDetector detector;
    private static FaceReader reader;
    private static ContentReader contents;

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

    @Test
    void putsTogetherWhatIsSeenInAPhoto() {
        RgbImage image = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(4), VisionAnalyser.LONG_SIDE));

        PhotoAnalysis seen = new VisionAnalyser(detector, reader, contents).analyse(image, ORIGIN);

        assertThat(seen.faces()).isEqualTo(detector.detect(image)).hasSize(4);
        assertThat(seen.portraits()).hasSize(4);
        assertThat(seen.quality()).isEqualTo(PhotoQuality.of(image, seen.faces()));
        assertThat(seen.contents().labels()).extracting(Label::name).contains("person");
        assertThat(seen.contents().verdicts()).isEmpty();
        assertThat(seen.likeness()).isEqualTo(Likeness.of(image));
    }

    @Test
    void findsTheBestMomentOfAClip(@TempDir Path folder) throws MediaException {
        Path file = folder.resolve("clip.mp4");
        RgbImage people = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(1), 480));
        // The lens is covered but for the last second.
        write(file, RgbImage.black(people.width(), people.height()), people);

        ClipAnalysis seen;
        try (VideoReader clip = VideoReader.open(file, VisionAnalyser.LONG_SIDE)) {
            seen = new VisionAnalyser(detector, reader, contents)
                    .analyse(clip, Duration.ofSeconds(SECONDS), ORIGIN)
                    .orElseThrow();
        }

        assertThat(seen.moments())
                .hasSize(5)
                .isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
        assertThat(seen.moments().getFirst().seen().quality().isBlank()).isTrue();
        assertThat(seen.best().time()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(seen.best().seen().faces()).hasSize(3);
    }

    @Test
    void ofEqualMomentsTheFirstIsBest() {
        PhotoAnalysis same = new VisionAnalyser(detector, reader, contents).analyse(RgbImage.black(64, 48), ORIGIN);
        ClipAnalysis clip = new ClipAnalysis(List.of(
                new ClipAnalysis.Moment(Duration.ofSeconds(1), same),
                new ClipAnalysis.Moment(Duration.ofSeconds(2), same)));

        assertThat(clip.best().time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theVersionNamesDetectorAndMeasures() {
        assertThat(new VisionAnalyser(detector, reader, contents).version())
                .startsWith(detector.version())
                .endsWith("measures 2");
    }

    private static void write(Path file, RgbImage covered, RgbImage open) throws MediaException {
        try (MovieWriter movie = MovieWriter.create(file, new MovieFormat(open.width(), open.height(), RATE))) {
            for (int frame = 0; frame < SECONDS * RATE; frame++) {
                movie.frame(frame < 2 * RATE ? covered : open);
            }
            movie.finish();
        }
    }
}
