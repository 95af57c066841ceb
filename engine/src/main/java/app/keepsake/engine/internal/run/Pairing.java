package app.keepsake.engine.internal.run;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.graph.Layer;
import app.keepsake.engine.internal.graph.NodeShapes;
import app.keepsake.engine.internal.kernel.Columns;
import app.keepsake.engine.internal.kernel.DepthwiseRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds neighbours between which no map needs to exist: two convolutions with a map between them that no cache holds run
 * in {@link Stripes}, and a depthwise convolution computes straight into the panels of the pointwise one that follows.
 */
final class Pairing {
    /** Floats of half a megabyte; smaller maps stay in the second cache anyway. */
    private static final int LARGE_MAP = 128 << 10;

    private final Graph graph;
    private final NodeShapes shapes;
    private final Map<String, Integer> readers = new HashMap<>();

    private Pairing(List<Layer> layers, Graph graph, NodeShapes shapes) {
        this.graph = graph;
        this.shapes = shapes;
        layers.forEach(layer -> layer.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
    }

    /** The layers in their order, alone or in pairs. */
    static List<List<Layer>> pairs(List<Layer> layers, Graph graph, NodeShapes shapes) {
        Pairing pairing = new Pairing(layers, graph, shapes);
        List<List<Layer>> items = new ArrayList<>();
        for (Layer layer : layers) {
            boolean single = !items.isEmpty() && items.getLast().size() == 1;
            if (single && pairing.joins(items.getLast().getFirst(), layer)) {
                items.set(items.size() - 1, List.of(items.getLast().getFirst(), layer));
            } else {
                items.add(List.of(layer));
            }
        }
        return items;
    }

    private boolean joins(Layer before, Layer layer) {
        return readers.getOrDefault(before.name(), 0) == 1
                && !graph.outputs().containsValue(before.name())
                && layer.inputs().get(0).equals(before.name())
                && (isDepthwiseBefore(before, layer) || areStriped(before, layer));
    }

    private boolean areStriped(Layer before, Layer layer) {
        Shape between = shapes.of(before.name());
        return isStriped(before) && isStriped(layer) && between.n() == 1 && between.elements() > LARGE_MAP;
    }

    private boolean isStriped(Layer layer) {
        return layer.op() instanceof Op.Conv2d conv
                && conv.groups() == 1
                && layer.after() != null
                && !layer.after().residual()
                && shapes.of(layer.inputs().get(0)).rank() == 4;
    }

    private boolean isDepthwiseBefore(Layer before, Layer layer) {
        if (!isDepthwise(before) || before.after() == null || !(layer.op() instanceof Op.Conv2d conv)) {
            return false;
        }
        Shape weights = shapes.of(layer.inputs().get(1));
        Shape between = shapes.of(before.name());
        return !before.after().residual()
                && before.after().function() == Activation.NONE
                && between.c() % Columns.DEPTH == 0
                && conv.groups() == 1
                && weights.dim(0) * weights.dim(1) == 1
                && conv.strideH() * conv.strideW() == 1
                && between.h() == shapes.of(layer.name()).h()
                && between.w() == shapes.of(layer.name()).w();
    }

    /** True if each channel has a window of its own and channels fill vectors. */
    private boolean isDepthwise(Layer layer) {
        int channels =
                shapes.of(layer.name()).rank() == 4 ? shapes.of(layer.name()).c() : 0;
        return layer.op() instanceof Op.Conv2d conv
                && conv.groups() == channels
                && shapes.of(layer.inputs().get(0)).c() == channels
                && DepthwiseRow.fits(channels);
    }
}
