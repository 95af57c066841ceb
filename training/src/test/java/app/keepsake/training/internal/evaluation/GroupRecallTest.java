package app.keepsake.training.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.training.internal.data.TruthPhoto;
import app.keepsake.vision.Face;
import app.keepsake.vision.Landmarks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupRecallTest {
    @Test
    void countsFoundFacesByKindAndSize() {
        TruthPhoto photo = new TruthPhoto(
                Path.of("a.jpg"),
                List.of(new Face(0, 0, 30, 30, 1), new Face(100, 0, 90, 90, 1), new Face(300, 0, 5, 5, 1)),
                List.of("mask", "plain", "plain"));
        GroupRecall recall = new GroupRecall();

        recall.add(photo, List.of(new Face(102, 2, 90, 90, 0.9), new Face(1, 1, 30, 30, 0.01)));

        assertThat(recall.groups().get("kind mask")).containsExactly(0, 1);
        assertThat(recall.groups().get("kind plain")).containsExactly(1, 1);
        assertThat(recall.groups().get("from  24 px")).containsExactly(0, 1);
        assertThat(recall.groups().get("from  80 px")).containsExactly(1, 1);
        assertThat(recall.groups()).doesNotContainKey("turn FRONT");
    }

    @Test
    void countsFacesByTheTurnThatAnotherDetectorsPointsTell() {
        TruthPhoto photo = new TruthPhoto(
                Path.of("a.jpg"),
                List.of(new Face(0, 0, 100, 100, 1), new Face(200, 0, 100, 100, 1), new Face(400, 0, 100, 100, 1)),
                List.of("plain", "plain", "plain"));
        TruthPhoto pointed = Turn.pointed(photo, List.of(withNose(0, 52), withNose(200, 225)));
        GroupRecall recall = new GroupRecall();

        recall.add(pointed, List.of(new Face(202, 2, 100, 100, 0.9)));

        assertThat(recall.groups().get("turn FRONT")).containsExactly(0, 1);
        assertThat(recall.groups().get("turn SIDE")).containsExactly(1, 1);
        assertThat(recall.groups()).doesNotContainKey("turn HALF");
    }

    private static Face withNose(double x, double nose) {
        double[] points = {x + 30, 40, x + 70, 40, x + nose, 60, x + 35, 80, x + 65, 80};
        return new Face(x, 0, 100, 100, 0.9, Landmarks.of(points));
    }
}
