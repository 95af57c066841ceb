package app.keepsake.training.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.testbed.Needs;
import app.keepsake.training.internal.data.TruthPhoto;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped detector finds about what its card says, on photos that no training used. */
@Tag("slow")
final class DetectorFloorsTest {
    private static final Path DATA = Path.of("../../shared/data/detect");

    private final PhotoDecoder decoder = PhotoDecoder.create();

    /** A point or two below what is reached. */
    @ParameterizedTest
    @CsvSource({"dev.txt, 0.835, 0.87", "wider-dev.txt, 0.79, 0.87"})
    void reachesItsPrecisionOnLabelledPhotos(String truth, double all, double large) throws IOException {
        Needs.data(Files.isRegularFile(DATA.resolve(truth)), "needs the labelled photos of ../shared/data/detect");
        DetectionEvaluation small = new DetectionEvaluation(16);
        DetectionEvaluation large40 = new DetectionEvaluation(40);
        try (FaceDetector complete = FaceDetector.open(EngineOptions.defaults(), Contestant.LEAST_SCORE)) {
            for (TruthPhoto photo : TruthPhoto.read(DATA.resolve(truth))) {
                List<Face> found = complete.detect(decoder.decode(photo.file(), Measurement.LARGEST));
                small.add(photo.faces(), found);
                large40.add(photo.faces(), found);
            }
        }

        assertThat(small.averagePrecision()).isGreaterThan(all);
        assertThat(large40.averagePrecision()).isGreaterThan(large);
    }

    /** Faces of all ages and colours, cut out and set into rooms. */
    @Test
    void findsFacesOfAllAges() throws IOException {
        Path squares = DATA.resolve("ages-dev.tsv");
        Needs.data(Files.isRegularFile(squares), "needs the faces of ../shared/data/detect/ages-dev");
        int found = 0;
        List<String> lines = Files.readAllLines(squares);
        try (FaceDetector detector = FaceDetector.open()) {
            for (String line : lines) {
                String[] cells = line.split("\t", -1);
                RgbImage room = decoder.decode(DATA.resolve("ages-dev").resolve(cells[0]), Measurement.LARGEST);
                double side = Double.parseDouble(cells[3]);
                double x = Double.parseDouble(cells[1]) + side / 2;
                double y = Double.parseDouble(cells[2]) + side / 2;
                found += detector.detect(room).stream()
                                .anyMatch(face -> Math.abs(face.x() + face.width() / 2 - x) < side / 4
                                        && Math.abs(face.y() + face.height() / 2 - y) < side / 4
                                        && face.width() > 0.35 * side
                                        && face.width() < 1.2 * side)
                        ? 1
                        : 0;
            }
        }

        assertThat((double) found / lines.size()).isGreaterThan(0.97);
    }
}
