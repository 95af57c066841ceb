package app.keepsake.vision.student;

import app.keepsake.engine.Graph;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.vision.student.StudentWeights.Layer;

/** Writes a student down for the engine. */
final class StudentGraph {
    static final String INPUT = "picture";
    static final String OUTPUT = "faces";

    private StudentGraph() {}

    /** From {@code picture [n, h, w, 3]}, (value - 128) / 128, to {@code faces [n, h', w', 5]}. */
    static Graph of(StudentWeights weights) {
        GraphBuilder g = new GraphBuilder();
        Value x = g.input(INPUT, Shape.of(Shape.UNKNOWN, Shape.UNKNOWN, Shape.UNKNOWN, 3));
        int last = weights.layers().size() - 1;
        for (int i = 0; i <= last; i++) {
            Layer layer = weights.layers().get(i);
            if (layer.isPool()) {
                x = g.maxPool(x, layer.kernel(), layer.stride(), Padding.VALID);
                continue;
            }
            Shape shape = Shape.of(layer.kernel(), layer.kernel(), layer.inputs(), layer.outputs());
            Tensor kernel = Tensor.of(shape, layer.weights());
            Tensor bias = Tensor.of(Shape.of(layer.outputs()), layer.bias());
            x = g.conv2d(x, kernel, bias, layer.stride(), Padding.VALID);
            if (i < last) {
                x = g.relu(x);
            }
        }
        return g.output(OUTPUT, x).build();
    }
}
