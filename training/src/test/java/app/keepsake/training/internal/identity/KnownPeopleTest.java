package app.keepsake.training.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keepsake.people.Thresholds;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.FaceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One setting groups people of two kinds of photos, about as well as was written down. */
@Tag("slow")
final class KnownPeopleTest {
    @ParameterizedTest
    @CsvSource({"identity-video, 0.975, 0.85", "identity, 0.98, 0.965"})
    void groupsThem(String set, double precision, double f1) throws IOException {
        Path truth = Path.of("../../shared/data", set, "truth.tsv");
        assumeTrue(Files.isRegularFile(truth), "needs the photos of known people of " + truth);
        try (FaceDetector detector = FaceDetector.open();
                FaceReader reader = FaceReader.open()) {
            GroupingEvaluation found = GroupingTrial.at(IdentityPhoto.read(truth, detector, reader), Thresholds.DEFAULT)
                    .evaluation();

            assertThat(found.precision()).isGreaterThanOrEqualTo(precision);
            assertThat(found.f1()).isGreaterThanOrEqualTo(f1);
        }
    }
}
