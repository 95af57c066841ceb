package app.keepsake.training.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RaceTest {
    private final List<String> turns = new ArrayList<>();

    @Test
    void detectorsTakeTurns() {
        RgbImage picture = new RgbImage(2, 1, new byte[6]);

        List<Race> results = Race.of(List.of(runner("one"), runner("other")), picture, 5);

        assertThat(turns.subList(0, 4)).containsExactly("one", "other", "one", "other");
        assertThat(results).extracting(Race::name).containsExactly("one", "other");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.faces()).isEqualTo(1);
            assertThat(result.milliseconds()).hasSize(5).isSorted();
            assertThat(result.quantile(0.5)).isEqualTo(result.milliseconds()[2]);
        });
    }

    private FaceDetector runner(String name) {
        return new FaceDetector() {
            @Override
            public List<Face> detect(RgbImage image) {
                turns.add(name);
                return List.of(new Face(0, 0, 1, 1, 1));
            }

            @Override
            public String version() {
                return name;
            }

            @Override
            public void close() {}
        };
    }
}
