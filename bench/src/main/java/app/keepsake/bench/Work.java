package app.keepsake.bench;

import app.keepsake.engine.Graph;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import java.util.Map;

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
                    2.0 * perOutput(shapes, node) * shapes.get(node.name()).elements();
                case Op.FullyConnected ignored ->
                    2.0 * shapes.get(node.inputs().get(1)).elements();
                case Op.TransposedConv2d ignored ->
                    2.0
                            * shapes.get(node.inputs().get(0)).elements()
                            * shapes.get(node.inputs().get(1)).elements()
                            / shapes.get(node.inputs().get(0)).c();
                default -> 0.0;
            };
        }
        return flops;
    }

    private static double perOutput(Map<String, Shape> shapes, Node conv) {
        Shape weights = shapes.get(conv.inputs().get(1));
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
            bytes += own ? 4L * shapes.get(node.name()).elements() : 0;
        }
        return bytes;
    }
}
