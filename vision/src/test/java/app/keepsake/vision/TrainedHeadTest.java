package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.ModelFile;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainedHeadTest {
    @TempDir
    Path folder;

    @Test
    void classesKeepTheirOrder() throws IOException {
        Path file = folder.resolve("head");
        TrainedHead.write(file, List.of("sea", "hill"), Tensor.of(Shape.of(1, 2), 0, 1), Tensor.of(Shape.of(2), 0, 0));

        Map<String, Double> likely = TrainedHead.read(file).classify(new float[] {20});
        assertThat(likely.keySet()).containsExactly("sea", "hill");
        assertThat(likely.get("hill")).isGreaterThan(0.99);
    }

    @Test
    void anotherModelIsNoHead() throws IOException {
        Path file = folder.resolve("model");
        GraphBuilder graph = new GraphBuilder();
        graph.output("answer", graph.relu(graph.input("picture", Shape.of(1, 3))));
        ModelFile.write(graph.build(), file, ModelFile.Precision.FLOAT32);

        assertThatThrownBy(() -> TrainedHead.read(file))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("'features'")
                .hasMessageContaining("picture");
    }
}
