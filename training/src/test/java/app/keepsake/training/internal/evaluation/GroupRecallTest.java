package app.keepsake.training.internal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.vision.Face;
import app.keepsake.vision.LabelledPhoto;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupRecallTest {
    @Test
    void countsFoundFacesByKindAndSize() {
        LabelledPhoto photo = new LabelledPhoto(
                Path.of("a.jpg"),
                List.of(new Face(0, 0, 30, 30, 1), new Face(100, 0, 90, 90, 1), new Face(300, 0, 5, 5, 1)),
                List.of("mask", "plain", "plain"));
        GroupRecall recall = new GroupRecall();

        recall.add(photo, List.of(new Face(102, 2, 90, 90, 0.9), new Face(1, 1, 30, 30, 0.01)));

        assertThat(recall.groups().get("kind mask")).containsExactly(0, 1);
        assertThat(recall.groups().get("kind plain")).containsExactly(1, 1);
        assertThat(recall.groups().get("from  24 px")).containsExactly(0, 1);
        assertThat(recall.groups().get("from  80 px")).containsExactly(1, 1);
    }
}
