package app.keepsake.engine.internal.graph;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Passes that leave fewer nodes: constants are computed, batch norms and other affine functions of channels move into the
 * convolution before them, padding moves into the convolution after it, and activations that exporters wrote out in
 * arithmetic are recognised.
 */
public final class Folding {
    private final Network network;

    private Folding(Network network) {
        this.network = network;
    }

    /**
     * @param evaluate computes a node of constants
     */
    public static Graph fold(Graph graph, BiFunction<Node, List<Tensor>, Tensor> evaluate) {
        Folding folding = new Folding(new Network(graph));
        for (Node node : folding.network.nodes()) {
            folding.computeConstant(node, evaluate);
        }
        for (Node node : folding.network.nodes()) {
            folding.recognise(node);
        }
        for (Node node : folding.network.nodes()) {
            folding.simplify(node);
        }
        return folding.network.graph();
    }

    private void computeConstant(Node node, BiFunction<Node, List<Tensor>, Tensor> evaluate) {
        List<Tensor> values = new ArrayList<>();
        for (String input : node.inputs()) {
            Tensor value = network.constant(input);
            if (value == null) {
                return;
            }
            values.add(value);
        }
        if (!values.isEmpty()) {
            network.replace(node.name(), new Op.Constant(evaluate.apply(node, values)), List.of());
        }
    }

    private void simplify(Node stale) {
        Node node = network.get(stale.name());
        switch (node == null ? null : node.op()) {
            case Op.Binary binary when node != null -> foldArithmetic(node, binary.arithmetic());
            case Op.BatchNorm norm when node != null -> foldBatchNorm(node, norm);
            case Op.Conv2d conv when node != null -> foldPadding(node, conv);
            case Op.TransposedConv2d conv when node != null -> rewriteTransposed(node, conv);
            case null, default -> {}
        }
    }

    private void foldArithmetic(Node node, Arithmetic arithmetic) {
        String x = node.inputs().get(0);
        Tensor constant = network.constant(node.inputs().get(1));
        if (constant == null && (arithmetic == Arithmetic.ADD || arithmetic == Arithmetic.MULTIPLY)) {
            constant = network.constant(x);
            x = node.inputs().get(1);
        }
        if (constant == null || network.constant(x) != null) {
            return;
        }
        switch (arithmetic) {
            case ADD -> foldAffine(node, x, null, constant.data(), constant.shape());
            case SUBTRACT -> foldAffine(node, x, null, negative(constant.data()), constant.shape());
            case MULTIPLY -> foldAffine(node, x, constant.data(), null, constant.shape());
            default -> {}
        }
    }

    private static float[] negative(float[] values) {
        float[] negated = values.clone();
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -negated[i];
        }
        return negated;
    }

    private void foldBatchNorm(Node node, Op.BatchNorm norm) {
        List<Tensor> parts = new ArrayList<>();
        for (String input : node.inputs().subList(1, 5)) {
            Tensor part = network.constant(input);
            if (part == null) {
                return;
            }
            parts.add(part);
        }
        float[] scale = parts.get(0).data().clone();
        float[] offset = parts.get(1).data().clone();
        for (int c = 0; c < scale.length; c++) {
            scale[c] /= (float) Math.sqrt(parts.get(3).data()[c] + norm.epsilon());
            offset[c] -= parts.get(2).data()[c] * scale[c];
        }
        foldAffine(node, node.inputs().get(0), scale, offset, Shape.of(scale.length));
    }

    /** Moves {@code x * scale + offset} of channels into the convolution that computes {@code x}. */
    private void foldAffine(Node node, String x, float @Nullable [] scale, float @Nullable [] offset, Shape shape) {
        Node conv = network.get(x);
        if (conv == null
                || !network.isPrivate(x)
                || !(conv.op() instanceof Op.Conv2d || conv.op() instanceof Op.FullyConnected)) {
            return;
        }
        Tensor weights = network.constant(conv.inputs().get(1));
        Tensor oldBias =
                conv.inputs().size() > 2 ? network.constant(conv.inputs().get(2)) : null;
        int channels = weights == null ? 0 : weights.shape().c();
        boolean perChannel = shape.elements() == 1 || (shape.elements() == channels && shape.c() == channels);
        if (weights == null || !perChannel || (conv.inputs().size() > 2 && oldBias == null)) {
            return;
        }
        float[] bias = oldBias == null ? new float[channels] : oldBias.data().clone();
        String weightName = conv.inputs().get(1);
        if (scale != null) {
            float[] scaled = weights.data().clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= scale[i % channels % scale.length];
            }
            weightName = network.addConstant(node.name() + "/weights", Tensor.of(weights.shape(), scaled));
        }
        for (int c = 0; c < channels; c++) {
            bias[c] = bias[c] * (scale == null ? 1 : scale[c % scale.length])
                    + (offset == null ? 0 : offset[c % offset.length]);
        }
        String biasName = network.addConstant(node.name() + "/bias", Tensor.of(Shape.of(channels), bias));
        network.replace(node.name(), conv.op(), List.of(conv.inputs().get(0), weightName, biasName));
    }

    private void foldPadding(Node node, Op.Conv2d conv) {
        Node before = network.get(node.inputs().get(0));
        if (before == null
                || !(before.op() instanceof Op.Pad pad)
                || !(conv.padding() instanceof Padding.Explicit inner)
                || pad.value() != 0
                || pad.before().size() != 4
                || pad.before().get(0)
                                + pad.after().get(0)
                                + pad.before().get(3)
                                + pad.after().get(3)
                        > 0) {
            return;
        }
        Padding sum = new Padding.Explicit(
                inner.top() + pad.before().get(1),
                inner.bottom() + pad.after().get(1),
                inner.left() + pad.before().get(2),
                inner.right() + pad.after().get(2));
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(0, before.inputs().get(0));
        network.replace(
                node.name(),
                new Op.Conv2d(conv.strideH(), conv.strideW(), conv.dilationH(), conv.dilationW(), sum, conv.groups()),
                inputs);
    }

    /** Without overlap each output pixel is one product: a pointwise convolution whose channels move into the plane. */
    private void rewriteTransposed(Node node, Op.TransposedConv2d conv) {
        Tensor weights = network.constant(node.inputs().get(1));
        Tensor bias = node.inputs().size() > 2 ? network.constant(node.inputs().get(2)) : null;
        if (weights == null
                || (node.inputs().size() > 2 && bias == null)
                || weights.shape().dim(0) != conv.strideH()
                || weights.shape().dim(1) != conv.strideW()
                || conv.strideH() != conv.strideW()) {
            return;
        }
        int in = weights.shape().c();
        int channels = weights.shape().dim(2);
        int out = weights.shape().elements() / in;
        float[] turned = new float[in * out];
        float[] repeated = new float[out];
        for (int o = 0; o < out; o++) {
            repeated[o] = bias == null ? 0 : bias.data()[o % channels];
            for (int i = 0; i < in; i++) {
                turned[i * out + o] = weights.data()[o * in + i];
            }
        }
        String pointwise = node.name() + "/pointwise";
        network.replace(
                pointwise,
                new Op.Conv2d(1, 1, 1, 1, Padding.VALID, 1),
                List.of(
                        node.inputs().get(0),
                        network.addConstant(node.name() + "/weights", Tensor.of(Shape.of(1, 1, in, out), turned)),
                        network.addConstant(node.name() + "/bias", Tensor.of(Shape.of(out), repeated))));
        network.replace(node.name(), new Op.DepthToSpace(conv.strideH()), List.of(pointwise));
    }

    private void recognise(Node stale) {
        Node node = network.get(stale.name());
        if (node == null || !(node.op() instanceof Op.Binary binary)) {
            return;
        }
        if (binary.arithmetic() == Arithmetic.ADD) {
            recognisePrelu(node, node.inputs().get(0), node.inputs().get(1));
            recognisePrelu(node, node.inputs().get(1), node.inputs().get(0));
        } else if (binary.arithmetic() == Arithmetic.MULTIPLY) {
            recogniseHardSwish(node, node.inputs().get(0), node.inputs().get(1));
            recogniseHardSwish(node, node.inputs().get(1), node.inputs().get(0));
        }
    }

    /** {@code relu(x) + a * (x - abs(x))} is a PReLU with slope {@code 2 a}. */
    private void recognisePrelu(Node node, String relu, String rest) {
        String x = inputOf(relu, new Op.Unary(Activation.RELU));
        List<String> product = inputsOf(rest, new Op.Binary(Arithmetic.MULTIPLY));
        if (x == null || product.isEmpty()) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            Tensor slopes = network.constant(product.get(i));
            if (slopes != null && isNegativePart(product.get(1 - i), relu)) {
                // What a ReLU leaves has no negative part.
                network.replace(node.name(), new Op.Unary(Activation.RELU), List.of(x));
                return;
            }
            if (slopes != null && isNegativePart(product.get(1 - i), x)) {
                float[] doubled = slopes.data().clone();
                for (int c = 0; c < doubled.length; c++) {
                    doubled[c] *= 2;
                }
                String name =
                        network.addConstant(node.name() + "/slopes", Tensor.of(Shape.of(doubled.length), doubled));
                network.replace(node.name(), new Op.Prelu(), List.of(x, name));
                return;
            }
        }
    }

    /** True for {@code x - abs(x)}. */
    private boolean isNegativePart(String difference, String x) {
        List<String> terms = inputsOf(difference, new Op.Binary(Arithmetic.SUBTRACT));
        return !terms.isEmpty()
                && terms.get(0).equals(x)
                && x.equals(inputOf(terms.get(1), new Op.Unary(Activation.ABS)));
    }

    /** {@code x * relu6(x + 3) / 6}, its three factors multiplied in any order. */
    private void recogniseHardSwish(Node node, String x, String rest) {
        String clipped = inputOf(rest, new Op.Unary(Activation.RELU6));
        for (String factor : inputsOf(x, new Op.Binary(Arithmetic.MULTIPLY))) {
            String other = otherFactor(x, factor);
            Tensor sixth = network.constant(factor);
            if (clipped != null && sixth != null && isPlusThree(clipped, other)) {
                replaceByHardSwish(node, other, sixth);
                return;
            }
            Tensor outer = network.constant(rest);
            String inner = inputOf(factor, new Op.Unary(Activation.RELU6));
            if (outer != null && inner != null && isPlusThree(inner, other)) {
                replaceByHardSwish(node, other, outer);
                return;
            }
        }
        for (String factor : inputsOf(rest, new Op.Binary(Arithmetic.MULTIPLY))) {
            Tensor sixth = network.constant(factor);
            String inner = inputOf(otherFactor(rest, factor), new Op.Unary(Activation.RELU6));
            if (sixth != null && inner != null && isPlusThree(inner, x)) {
                replaceByHardSwish(node, x, sixth);
                return;
            }
        }
    }

    private String otherFactor(String product, String factor) {
        List<String> factors = inputsOf(product, new Op.Binary(Arithmetic.MULTIPLY));
        return factors.get(factors.get(0).equals(factor) ? 1 : 0);
    }

    /** A sixth that was stored in half precision is not quite one; what it differs by must not get lost. */
    private void replaceByHardSwish(Node node, String x, Tensor sixth) {
        if (!isNear(sixth, 1 / 6f) || sixth.data().length != 1) {
            return;
        }
        Op hardSwish = new Op.Unary(Activation.HARD_SWISH);
        float correction = 6 * sixth.data()[0];
        if (correction == 1) {
            network.replace(node.name(), hardSwish, List.of(x));
            return;
        }
        String exact = node.name() + "/exact";
        network.replace(exact, hardSwish, List.of(x));
        String factor = network.addConstant(node.name() + "/correction", Tensor.scalar(correction));
        network.replace(node.name(), new Op.Binary(Arithmetic.MULTIPLY), List.of(exact, factor));
    }

    private boolean isPlusThree(String sum, String x) {
        List<String> terms = inputsOf(sum, new Op.Binary(Arithmetic.ADD));
        for (int i = 0; i < terms.size(); i++) {
            Tensor three = network.constant(terms.get(i));
            if (three != null && isNear(three, 3) && terms.get(1 - i).equals(x)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(Tensor constant, float value) {
        for (float each : constant.data()) {
            if (Math.abs(each - value) > 1e-3f * value) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String inputOf(String name, Op op) {
        List<String> inputs = inputsOf(name, op);
        return inputs.isEmpty() ? null : inputs.get(0);
    }

    private List<String> inputsOf(String name, Op op) {
        Node node = network.get(name);
        return node != null && node.op().equals(op) ? node.inputs() : List.of();
    }
}
