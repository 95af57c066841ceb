package app.keepsake.engine.internal.run;

import app.keepsake.engine.Activation;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.kernel.PackedProduct;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Chooses the steps that compute a node. Packed weights are kept by node, so that all plans of a model share them. */
public final class Lowering {
    private final Map<String, PackedProduct> packed = new ConcurrentHashMap<>();
    private final boolean vectors;
    private final int workers;

    public Lowering(boolean vectors, int workers) {
        this.vectors = vectors;
        this.workers = workers;
    }

    public List<Step> lower(Node node, List<View> in, View y) {
        View x = in.isEmpty() ? y : in.get(0);
        return switch (node.op()) {
            case Op.Input ignored -> List.of();
            case Op.Constant ignored -> List.of();
            case Op.Conv2d conv -> List.of(conv(node, conv, in, y));
            case Op.TransposedConv2d conv -> List.of(new ScalarTransposedConv(conv, x, in.get(1), bias(in), y));
            case Op.Pool pool -> List.of(new PoolStep(pool, x, y));
            case Op.Reduce reduce -> List.of(new ReduceStep(reduce.reducer(), reduce.axes(), x, y));
            case Op.Binary binary -> List.of(new BinaryStep(binary.arithmetic(), x, in.get(1), y));
            case Op.Unary unary -> List.of(new UnaryStep(unary.function(), x, y));
            case Op.LeakyRelu leaky -> List.of(new PreluStep(x, new float[] {leaky.slope()}, y));
            case Op.Prelu ignored -> List.of(new PreluStep(x, values(in.get(1)), y));
            case Op.Softmax ignored -> List.of(new SoftmaxStep(x, y));
            case Op.Resize resize -> List.of(new ResizeStep(resize, x, y));
            case Op.Concat concat -> Copies.concat(concat.axis(), in, y);
            case Op.Pad pad -> Copies.pad(pad, x, y);
            case Op.FullyConnected ignored -> List.of(fullyConnected(node, in, y));
            case Op.Reshape ignored -> Copies.reshape(x, y);
            case Op.Transpose transpose -> Copies.transpose(transpose, x, y);
            case Op.DepthToSpace blocks -> Copies.depthToSpace(blocks.block(), x, y);
            case Op.Slice slice -> Copies.slice(slice, x, y);
            case Op.BatchNorm norm -> batchNorm(norm, in, y);
        };
    }

    private Step conv(Node node, Op.Conv2d conv, List<View> in, View y) {
        View weights = in.get(1);
        int channels = in.get(0).shape().c();
        if (vectors && conv.groups() == channels && weights.shape().c() == channels) {
            return new DepthwiseStep(conv, in.get(0), weights, bias(in), y);
        }
        if (!vectors || conv.groups() > 1) {
            return new ScalarConv(conv, in.get(0), weights, bias(in), y);
        }
        PackedProduct product = packed.computeIfAbsent(node.name(), name -> PackedConv.pack(weights, bias(in)));
        return new PackedConv(conv, in.get(0), weights.shape(), product, y, workers);
    }

    private Step fullyConnected(Node node, List<View> in, View y) {
        Shape w = in.get(1).shape();
        View weights = new View(in.get(1).data(), in.get(1).offset(), Shape.of(1, 1, w.dim(0), w.c()));
        View x = map(in.get(0));
        List<View> inputs = in.size() > 2 ? List.of(x, weights, in.get(2)) : List.of(x, weights);
        Op.Conv2d conv = new Op.Conv2d(1, 1, 1, 1, app.keepsake.engine.Padding.VALID, 1);
        return conv(node, conv, inputs, map(y));
    }

    private static View map(View rows) {
        return new View(
                rows.data(),
                rows.offset(),
                Shape.of(rows.shape().n(), 1, 1, rows.shape().c()));
    }

    /** Before passes have folded it away: {@code x * scale / sqrt(variance + epsilon) + rest}. */
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

    private static @Nullable View bias(List<View> in) {
        if (in.size() < 3) {
            return null;
        }
        View bias = in.get(2);
        int channels = in.get(1).shape().rank() == 4
                ? bias.shape().elements()
                : bias.shape().c();
        if (bias.shape().elements() != channels) {
            throw new ModelException("The bias %s must have %d elements.".formatted(bias.shape(), channels));
        }
        return bias;
    }

    /** True if the function may write over its own input. */
    static boolean worksInPlace(Activation function) {
        return function != Activation.NONE;
    }
}
