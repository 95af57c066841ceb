package app.keepsake.engine.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.Activation;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.internal.run.Constants;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FoldingTest {
    private final GraphBuilder g = new GraphBuilder();
    private final Value x = g.input("x", Shape.of(1, 4, 4, 2));
    private final Value slopes = g.constant(Tensor.of(Shape.of(2), new float[] {0.1f, 0.2f}));

    @Test
    void aPreluWrittenOutInArithmeticIsRecognised() {
        assertThat(folded(g.add(g.relu(x), negativePart(x)))).containsOnlyKeys("Constant", "Input", "Prelu");
    }

    @Test
    void whatAReluLeavesHasNoNegativePart() {
        Value positive = g.relu(x);
        assertThat(folded(g.add(positive, negativePart(positive))))
                .containsEntry("Unary", 1L)
                .doesNotContainKeys("Prelu", "Binary");
    }

    private Value negativePart(Value value) {
        return g.multiply(slopes, g.binary(Arithmetic.SUBTRACT, value, g.activation(Activation.ABS, value)));
    }

    /** How many nodes of each operation are left. */
    private Map<String, Long> folded(Value output) {
        return Folding.fold(g.output("y", output).build(), Constants::compute).nodes().stream()
                .collect(Collectors.groupingBy(node -> node.op().label(), Collectors.counting()));
    }
}
