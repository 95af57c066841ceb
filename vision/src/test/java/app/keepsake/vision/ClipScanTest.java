package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import app.keepsake.vision.ClipAnalysis.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClipScanTest {
    private static final int RATE = 12;

    @TempDir
    Path folder;

    @Test
    void takesTheStillAndSharpPartAndLeavesOutTheCoveredLens() throws MediaException {
        RgbImage people = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(1), 480));
        RgbImage black = RgbImage.black(people.width(), people.height());
        Path clip = folder.resolve("clip.mp4");
        try (MovieWriter movie = MovieWriter.create(clip, new MovieFormat(people.width(), people.height(), RATE))) {
            for (int frame = 0; frame < 10 * RATE; frame++) {
                movie.frame(frame >= 4 * RATE && frame < 8 * RATE ? people : black);
            }
            movie.finish();
        }

        ClipScan.Span best = ClipScan.best(
                        clip, Duration.ofSeconds(10), false, anything(), longSide -> VideoReader.open(clip, longSide))
                .orElseThrow();

        assertThat(best.start()).isGreaterThanOrEqualTo(Duration.ofMillis(3500));
        assertThat(best.end()).isLessThanOrEqualTo(Duration.ofMillis(8500));
        assertThat(best.end().minus(best.start())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    private static ClipAnalysis anything() {
        RgbImage image = RgbImage.black(64, 48);
        PhotoAnalysis seen = new PhotoAnalysis(
                List.of(),
                List.of(),
                PhotoQuality.of(image, List.of()),
                new Composition(0.5, 0.5, 1),
                Likeness.of(image),
                new Contents(List.of(), List.of(), List.of()));
        return new ClipAnalysis(List.of(new Moment(Duration.ZERO, seen)));
    }
}
