package app.keepsake.engine.internal.graph;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.Reducer;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.internal.graph.Layer.After;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Joins convolutions with the activations, pools and sums that follow them. */
public final class Fusion {
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<Node>> readers = new HashMap<>();
    private final NodeShapes shapes;
    private final Predicate<Node> pools;
    private final Set<String> wanted;
    private final Set<String> absorbed = new HashSet<>();
    private final Map<String, Layer> layers = new HashMap<>();

    private Fusion(Graph graph, NodeShapes shapes, Predicate<Node> pools) {
        this.pools = pools;
        this.shapes = shapes;
        wanted = Set.copyOf(graph.outputs().values());
        for (Node node : graph.nodes()) {
            nodes.put(node.name(), node);
            node.inputs()
                    .forEach(input -> readers.computeIfAbsent(input, name -> new ArrayList<>())
                            .add(node));
        }
    }

    /**
     * The layers in an order in which they can be computed; constants and inputs are not among them.
     *
     * @param shapes of all nodes; fusing a pool depends on them
     * @param pools whether the kernel of a convolution can also take maxima of 2x2 pixels
     */
    public static List<Layer> layers(Graph graph, NodeShapes shapes, Predicate<Node> pools) {
        Fusion fusion = new Fusion(graph, shapes, pools);
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Conv2d || node.op() instanceof Op.FullyConnected) {
                fusion.follow(node);
            }
        }
        List<Layer> layers = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Layer fused = fusion.layers.get(node.name());
            if (fused != null) {
                layers.add(fused);
            } else if (!fusion.absorbed.contains(node.name())
                    && !(node.op() instanceof Op.Constant)
                    && !(node.op() instanceof Op.Packed)
                    && !(node.op() instanceof Op.Input)) {
                layers.add(new Layer(node.name(), node.op(), node.inputs(), null));
            }
        }
        return layers;
    }

    private void follow(Node conv) {
        Node last = conv;
        After after = After.NOTHING;
        List<String> inputs = new ArrayList<>(conv.inputs());
        while (onlyReader(last) instanceof Node next) {
            boolean barred = absorbed.contains(next.name()) || (next.op() instanceof Op.Pool && !pools.test(conv));
            After extended = barred ? null : extend(after, last, next);
            if (extended == null) {
                break;
            }
            if (extended.residual() && !after.residual()) {
                inputs.add(next.inputs().get(next.inputs().get(0).equals(last.name()) ? 1 : 0));
            }
            absorbed.add(last.name());
            after = extended;
            last = next;
        }
        absorbed.add(last.name());
        layers.put(last.name(), new Layer(last.name(), conv.op(), inputs, after));
    }

    /** The only node that reads another's result, or null if there are several or the caller reads it, too. */
    private @Nullable Node onlyReader(Node node) {
        List<Node> all = readers.getOrDefault(node.name(), List.of());
        return all.size() == 1 && !wanted.contains(node.name()) ? all.getFirst() : null;
    }

    private @Nullable After extend(After after, Node last, Node next) {
        int channels = shapes.of(last.name()).c();
        if (after.function() != Activation.NONE) {
            return scaled(after, last, next);
        }
        return switch (next.op()) {
            case Op.Unary unary
            when unary.function() == Activation.RELU && after.isLinear() -> after.withSlopes(new float[] {0});
            case Op.Unary unary
            when unary.function() == Activation.RELU6 && after.isLinear() ->
                after.withSlopes(new float[channels]).withMost(6);
            case Op.Unary unary -> after.withFunction(unary.function());
            case Op.LeakyRelu leaky when after.isLinear() -> after.withSlopes(filled(channels, leaky.slope()));
            case Op.Prelu ignored when after.isLinear() -> prelu(after, last, next, channels);
            case Op.Binary binary -> binary(after, last, next, binary.arithmetic());
            case Op.Pool pool
            when after.isMonotone() && isHalving(pool, shapes.of(last.name())) && !after.pooled() -> after.withPool();
            default -> null;
        };
    }

    /** A factor after a function. */
    private @Nullable After scaled(After after, Node last, Node next) {
        if (after.scale() != 1 || !next.op().equals(new Op.Binary(Arithmetic.MULTIPLY))) {
            return null;
        }
        Tensor factor = constant(next.inputs().get(next.inputs().get(0).equals(last.name()) ? 1 : 0));
        return factor != null && factor.data().length == 1 ? after.withScale(factor.data()[0]) : null;
    }

    private @Nullable After prelu(After after, Node last, Node next, int channels) {
        Tensor slopes = constant(next.inputs().get(1));
        if (slopes == null || !next.inputs().get(0).equals(last.name())) {
            return null;
        }
        float[] values = slopes.data();
        boolean perChannel = values.length == channels && slopes.shape().c() == channels;
        return perChannel || values.length == 1 ? after.withSlopes(values) : null;
    }

    private @Nullable After binary(After after, Node last, Node next, Arithmetic arithmetic) {
        String other = next.inputs().get(next.inputs().get(0).equals(last.name()) ? 1 : 0);
        Tensor constant = constant(other);
        if (constant == null) {
            boolean sum = arithmetic == Arithmetic.ADD
                    && !after.residual()
                    && !after.pooled()
                    && !other.equals(last.name())
                    && shapes.of(other).equals(shapes.of(last.name()));
            return sum ? after.withResidual() : null;
        }
        if (constant.data().length != 1) {
            return null;
        }
        float bound = constant.data()[0];
        if (arithmetic == Arithmetic.MINIMUM && bound >= 0) {
            return after.withMost(Math.min(bound, after.lastMost()));
        }
        if (arithmetic == Arithmetic.MAXIMUM && bound == 0 && after.lastMost() >= 0) {
            boolean already = isZero(after.lastSlopes());
            return already ? after : after.lastSlopes().length == 0 ? after.withSlopes(new float[] {0}) : null;
        }
        return null;
    }

    private static boolean isZero(float[] slopes) {
        for (float slope : slopes) {
            if (slope != 0) {
                return false;
            }
        }
        return slopes.length > 0;
    }

    /** A 2x2 maximum whose windows lie inside the map. */
    private static boolean isHalving(Op.Pool pool, Shape map) {
        boolean even = map.h() % 2 == 0 && map.w() % 2 == 0;
        return pool.reducer() == Reducer.MAX
                && pool.windowH() == 2
                && pool.windowW() == 2
                && pool.strideH() == 2
                && pool.strideW() == 2
                && (pool.padding().equals(Padding.VALID) || (pool.padding() instanceof Padding.Same && even));
    }

    private @Nullable Tensor constant(String name) {
        Node node = nodes.get(name);
        return node != null && node.op() instanceof Op.Constant constant ? constant.value() : null;
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
