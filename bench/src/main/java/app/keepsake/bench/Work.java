package app.keepsake.bench;

import app.keepsake.engine.Graph;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import java.util.Map;
import java.util.Objects;

/** How much arithmetic and memory a network takes as it is written down. */
final class Work {
    private Work() {}

    /** Multiplications and additions of all convolutions and products: what "effective" speed counts. */
    static double flops(Graph graph, Map<String, Shape> inputs) {
        Map<String, Shape> shapes = graph.shapes(inputs);
        double flops = 0;
        for (Node node : graph.nodes()) {
            flops += switch (node.op()) {
                case Op.Conv2d ignored ->
                    2.0 * perOutput(shapes, node) * shape(shapes, node.name()).elements();
                case Op.FullyConnected ignored ->
                    2.0
                            * shape(shapes, node.name()).elements()
                            * shape(shapes, node.inputs().get(1)).dim(0);
                case Op.MatMul ignored ->
                    2.0
                            * shape(shapes, node.name()).elements()
                            * shape(shapes, node.inputs().get(0)).c();
                case Op.TransposedConv2d ignored ->
                    2.0
                            * shape(shapes, node.inputs().get(0)).elements()
                            * shape(shapes, node.inputs().get(1)).elements()
                            / shape(shapes, node.inputs().get(0)).c();
                default -> 0.0;
            };
        }
        return flops;
    }

    /** A graph tells the shape of each of its nodes. */
    static Shape shape(Map<String, Shape> shapes, String node) {
        return Objects.requireNonNull(shapes.get(node), node);
    }

    private static double perOutput(Map<String, Shape> shapes, Node conv) {
        Shape weights = shape(shapes, conv.inputs().get(1));
        return (double) weights.elements() / weights.c();
    }

    /** Bytes of all results but the outputs, where activations work in place as any engine lets them. */
    static long intermediateBytes(Graph graph, Map<String, Shape> inputs) {
        Map<String, Shape> shapes = graph.shapes(inputs);
        long bytes = 0;
        for (Node node : graph.nodes()) {
            boolean own = !(node.op() instanceof Op.Constant)
                    && !(node.op() instanceof Op.Input)
                    && !(node.op() instanceof Op.Unary)
                    && !graph.outputs().containsValue(node.name());
            bytes += own ? 4L * shape(shapes, node.name()).elements() : 0;
        }
        return bytes;
    }
}
