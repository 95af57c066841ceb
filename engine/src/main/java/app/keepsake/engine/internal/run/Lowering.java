package app.keepsake.engine.internal.run;

import app.keepsake.engine.Graph;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.internal.graph.Layer;
import app.keepsake.engine.internal.graph.Layer.After;
import app.keepsake.engine.internal.graph.NodeShapes;
import app.keepsake.engine.internal.kernel.Columns;
import app.keepsake.engine.internal.kernel.DepthwiseRow;
import app.keepsake.engine.internal.kernel.Ending;
import app.keepsake.engine.internal.kernel.NarrowRow;
import app.keepsake.engine.internal.kernel.WinogradWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses the steps that compute a layer. Packed weights are kept by layer, so that all plans of a model share them. */
public final class Lowering {
    private final Map<String, Columns> columns = new ConcurrentHashMap<>();
    private final Map<String, WinogradWeights> winograd = new ConcurrentHashMap<>();
    private final Map<String, NarrowRow> narrow = new ConcurrentHashMap<>();
    /** Names of the constants that have been packed. */
    private final Set<String> packed = ConcurrentHashMap.newKeySet();

    private final boolean vectors;
    private final Function<String, Tensor> constants;

    public Lowering(boolean vectors) {
        this(vectors, name -> {
            throw new IllegalStateException("The numbers of '%s' were not kept.".formatted(name));
        });
    }

    /** @param constants reads weights again that were packed and are wanted in another order; asked seldom */
    public Lowering(boolean vectors, Function<String, Tensor> constants) {
        this.vectors = vectors;
        this.constants = constants;
    }

    /** The graph without the numbers that this holds packed and nothing else reads. */
    public Graph withoutPacked(Graph graph) {
        Set<String> dispensable = new HashSet<>(packed);
        for (Node node : graph.nodes()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                if (i != 1 || !isProduct(node.op())) {
                    dispensable.remove(node.inputs().get(i));
                }
            }
        }
        dispensable.removeAll(graph.outputs().values());
        List<Node> nodes = graph.nodes().stream()
                .map(node -> node.op() instanceof Op.Constant constant && dispensable.contains(node.name())
                        ? new Node(node.name(), new Op.Packed(constant.value().shape()), List.of())
                        : node)
                .toList();
        return new Graph(nodes, graph.outputs());
    }

    private static boolean isProduct(Op op) {
        return op instanceof Op.FullyConnected || op instanceof Op.Conv2d conv && conv.groups() == 1;
    }

    /** Weights to be packed. */
    private View weights(Layer layer, View given) {
        String name = layer.inputs().get(1);
        packed.add(name);
        return given.hasNumbers() ? given : new View(constants.apply(name).data(), 0, given.shape());
    }

    /** True if the kernel that a convolution will get can also take maxima of 2x2 pixels. */
    public boolean pools(Node conv, NodeShapes shapes) {
        return vectors
                && conv.op() instanceof Op.Conv2d op
                && WinogradConv.fits(
                        op,
                        shapes.of(conv.inputs().get(0)),
                        shapes.of(conv.inputs().get(1)));
    }

    /** Multiplications and additions that a layer will take, without Winograd's transforms. */
    double arithmetic(Layer layer, NodeShapes shapes) {
        Shape y = shapes.of(layer.name());
        return switch (layer.op()) {
            case Op.Conv2d conv -> {
                Shape x = shapes.of(layer.inputs().get(0));
                Shape weights = shapes.of(layer.inputs().get(1));
                double pooled = after(layer).pooled() ? 4 : 1;
                double all = 2.0 * pooled * y.elements() * weights.elements() / weights.c();
                yield vectors && WinogradConv.fits(conv, x, weights) ? all / 4 : all;
            }
            case Op.FullyConnected ignored ->
                2.0 * y.elements() * shapes.of(layer.inputs().get(1)).dim(0);
            case Op.MatMul ignored ->
                2.0 * y.elements() * shapes.of(layer.inputs().get(0)).c();
            case Op.TransposedConv2d ignored -> {
                Shape x = shapes.of(layer.inputs().get(0));
                yield 2.0 * x.elements() * shapes.of(layer.inputs().get(1)).elements() / x.c();
            }
            default -> 0;
        };
    }

    /** The layers alone or in pairs that need no map between them. */
    List<List<Layer>> pair(List<Layer> layers, Graph graph, NodeShapes shapes) {
        return vectors
                ? Pairing.pairs(layers, graph, shapes)
                : layers.stream().map(List::of).toList();
    }

    /** The steps of one layer, or of a pair; their views must be in the map. */
    List<Step> lower(List<Layer> layers, Map<String, View> views, NodeShapes shapes, Scratch scratch) {
        Layer last = layers.getLast();
        View y = Objects.requireNonNull(views.get(last.name()), last.name());
        if (layers.size() == 1) {
            return lower(last, last.inputs().stream().map(views::get).toList(), y, scratch);
        }
        Layer first = layers.getFirst();
        // The map between the two has a shape but no memory.
        View between = new View(new float[0], 0, shapes.of(first.name()));
        List<View> lastIn =
                new ArrayList<>(last.inputs().stream().map(views::get).toList());
        lastIn.set(0, between);
        List<Step> a = lower(first, first.inputs().stream().map(views::get).toList(), between, scratch);
        if (a.getFirst() instanceof DepthwiseStep step && last.op() instanceof Op.Conv2d pointwise) {
            return List.of(packed(last, pointwise, lastIn, y, scratch, step.depthwise()));
        }
        List<Step> b = lower(last, lastIn, y, scratch);
        if (a.getFirst() instanceof RowStep before && b.getFirst() instanceof RowStep after) {
            return List.of(new Stripes(before, after, scratch));
        }
        throw new IllegalStateException("'%s' and '%s' cannot run in stripes.".formatted(first.name(), last.name()));
    }

    List<Step> lower(Layer layer, List<View> in, View y, Scratch scratch) {
        View x = in.get(0);
        return switch (layer.op()) {
            case Op.Input ignored -> List.of();
            case Op.Constant ignored -> List.of();
            case Op.Packed ignored -> List.of();
            case Op.Conv2d conv -> conv(layer, conv, in, y, scratch);
            case Op.TransposedConv2d conv -> List.of(new ScalarTransposedConv(conv, x, in.get(1), bias(in, 2), y));
            case Op.Pool pool -> List.of(new PoolStep(pool, x, y));
            case Op.Reduce reduce -> List.of(new ReduceStep(reduce.reducer(), reduce.axes(), x, y));
            case Op.Binary binary -> List.of(new BinaryStep(binary.arithmetic(), x, in.get(1), y));
            case Op.Unary unary -> List.of(new UnaryStep(unary.function(), vectors, x, y));
            case Op.LeakyRelu leaky -> List.of(new PreluStep(x, new float[] {leaky.slope()}, y));
            case Op.Prelu ignored -> List.of(new PreluStep(x, values(in.get(1)), y));
            case Op.Softmax ignored -> List.of(new SoftmaxStep(x, y));
            case Op.Resize resize -> List.of(new ResizeStep(resize, x, y));
            case Op.Concat concat -> Copies.concat(concat.axis(), in, y);
            case Op.Pad pad -> Copies.pad(pad, x, y);
            case Op.FullyConnected ignored -> fullyConnected(layer, in, y, scratch);
            case Op.MatMul ignored -> List.of(new ProductStep(x, in.get(1), y));
            case Op.Gather ignored -> List.of(new GatherStep(x, in.get(1), y));
            case Op.ArgMax ignored -> List.of(new ArgMaxStep(x, y));
            case Op.Reshape ignored -> Copies.reshape(x, y);
            case Op.Squeeze ignored -> Copies.reshape(x, y);
            case Op.Transpose transpose -> Copies.transpose(transpose, x, y);
            case Op.DepthToSpace blocks -> Copies.depthToSpace(blocks.block(), x, y);
            case Op.Slice slice -> Copies.slice(slice, x, y);
            case Op.BatchNorm norm -> batchNorm(norm, in, y);
        };
    }

    private List<Step> conv(Layer layer, Op.Conv2d conv, List<View> in, View y, Scratch scratch) {
        View x = in.get(0);
        View weights = in.get(1);
        if (!vectors || conv.groups() > 1) {
            return grouped(layer, conv, in, y);
        }
        if (WinogradConv.fits(conv, x.shape(), weights.shape())) {
            WinogradWeights transformed = winograd.computeIfAbsent(layer.name(), name -> {
                View raw = weights(layer, weights);
                return WinogradWeights.of(
                        raw.data(),
                        raw.offset(),
                        raw.shape().dim(2),
                        raw.shape().c());
            });
            boolean pooled = after(layer).pooled();
            Tail tail = tail(layer, in);
            return List.of(new WinogradConv(conv, x, transformed, ending(layer, in), pooled, tail, y, scratch));
        }
        if (NarrowConv.fits(conv, x.shape(), weights.shape())) {
            NarrowRow kernel = narrow.computeIfAbsent(layer.name(), name -> {
                View raw = weights(layer, weights);
                return new NarrowRow(raw.data(), raw.offset(), raw.shape().c(), conv.strideW());
            });
            return List.of(new NarrowConv(conv, x, kernel, ending(layer, in), tail(layer, in), y, scratch));
        }
        return List.of(packed(layer, conv, in, y, scratch, null));
    }

    private Step packed(
            Layer layer, Op.Conv2d conv, List<View> in, View y, Scratch scratch, @Nullable DepthwiseRows depthwise) {
        View weights = in.get(1);
        Columns packed = columns.computeIfAbsent(layer.name(), name -> PackedConv.pack(conv, weights(layer, weights)));
        return new PackedConv(
                conv, in.get(0), weights.shape(), packed, ending(layer, in), tail(layer, in), y, scratch, depthwise);
    }

    private List<Step> grouped(Layer layer, Op.Conv2d conv, List<View> in, View y) {
        View x = in.get(0);
        View weights = in.get(1);
        int channels = weights.shape().c();
        Tail tail = tail(layer, in);
        boolean depthwise =
                conv.groups() == x.shape().c() && channels == x.shape().c();
        if (vectors && depthwise && DepthwiseRow.fits(channels)) {
            Ending ending = ending(layer, in);
            DepthwiseRow row = new DepthwiseRow(
                    values(weights),
                    Arrays.copyOf(ending.bias(), channels),
                    Arrays.copyOf(ending.slope(), channels),
                    ending.most(),
                    weights.shape().dim(0),
                    weights.shape().dim(1),
                    conv.strideW(),
                    conv.dilationW());
            return List.of(new DepthwiseStep(new DepthwiseRows(conv, x, row, weights.shape(), y.shape()), tail, y));
        }
        After after = after(layer);
        Step step = new ScalarConv(conv, x, weights, bias(own(layer, in), 2), y);
        return List.of(step, new AfterStep(y, slopes(after.slopes(), channels), after.most(), tail));
    }

    private static After after(Layer layer) {
        return layer.after() == null ? After.NOTHING : layer.after();
    }

    /** The inputs without a residual. */
    private static List<View> own(Layer layer, List<View> in) {
        return after(layer).residual() ? in.subList(0, in.size() - 1) : in;
    }

    private @Nullable Tail tail(Layer layer, List<View> in) {
        View residual = after(layer).residual() ? in.getLast() : null;
        return Tail.of(after(layer), residual, in.get(1).shape().c(), vectors);
    }

    private static Ending ending(Layer layer, List<View> in) {
        int channels = in.get(1).shape().c();
        View bias = bias(own(layer, in), 2);
        return Ending.of(
                bias == null ? new float[channels] : values(bias),
                slopes(after(layer).slopes(), channels),
                after(layer).most());
    }

    private static float[] slopes(float[] given, int channels) {
        if (given.length == channels) {
            return given;
        }
        float[] slopes = new float[channels];
        Arrays.fill(slopes, given.length == 0 ? 1 : given[0]);
        return slopes;
    }

    private List<Step> fullyConnected(Layer layer, List<View> in, View y, Scratch scratch) {
        Shape w = in.get(1).shape();
        View weights = new View(in.get(1).data(), in.get(1).offset(), Shape.of(1, 1, w.dim(0), w.c()));
        List<View> inputs = new ArrayList<>(in);
        inputs.set(0, map(in.get(0)));
        inputs.set(1, weights);
        Op.Conv2d conv = new Op.Conv2d(1, 1, 1, 1, Padding.VALID, 1);
        return conv(layer, conv, inputs, map(y), scratch);
    }

    private static View map(View rows) {
        int channels = rows.shape().c();
        return new View(rows.data(), rows.offset(), Shape.of(rows.shape().elements() / channels, 1, 1, channels));
    }

    /** Where no convolution could take it: {@code x * scale / sqrt(variance + epsilon) + rest}. */
    private static List<Step> batchNorm(Op.BatchNorm norm, List<View> in, View y) {
        float[] scale = values(in.get(1));
        float[] offset = values(in.get(2));
        float[] mean = values(in.get(3));
        float[] variance = values(in.get(4));
        for (int c = 0; c < scale.length; c++) {
            scale[c] /= (float) Math.sqrt(variance[c] + norm.epsilon());
            offset[c] -= mean[c] * scale[c];
        }
        Shape channels = Shape.of(scale.length);
        return List.of(
                new BinaryStep(Op.Arithmetic.MULTIPLY, in.get(0), new View(scale, 0, channels), y),
                new BinaryStep(Op.Arithmetic.ADD, y, new View(offset, 0, channels), y));
    }

    private static float[] values(View view) {
        return Arrays.copyOfRange(
                view.data(), view.offset(), view.offset() + view.shape().elements());
    }

    private static @Nullable View bias(List<View> in, int index) {
        if (in.size() <= index) {
            return null;
        }
        View bias = in.get(index);
        int channels = in.get(1).shape().c();
        if (bias.shape().elements() != channels) {
            throw new ModelException("The bias %s must have %d elements.".formatted(bias.shape(), channels));
        }
        return bias;
    }
}
