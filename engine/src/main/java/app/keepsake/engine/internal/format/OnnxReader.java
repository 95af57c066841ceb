package app.keepsake.engine.internal.format;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Graph;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Op;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.Reducer;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts an ONNX graph (onnx.proto3, operators up to opset 13) to the engine's: axes from {@code [n, c, h, w]} to
 * {@code [n, h, w, c]}. Knows what convolutional networks on pictures are made of.
 */
public final class OnnxReader {
    private final String source;
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, Tensor> constants = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();

    private OnnxReader(String source) {
        this.source = source;
    }

    public static Graph read(String source, byte[] bytes) {
        ProtoFields model = ProtoFields.read(source, ByteBuffer.wrap(bytes));
        List<ProtoFields> graphs = model.messages(7);
        if (graphs.isEmpty()) {
            throw new ModelException("%s: expected an ONNX model, found no graph in it.".formatted(source));
        }
        return new OnnxReader(source).convert(graphs.getLast());
    }

    private Graph convert(ProtoFields onnx) {
        onnx.messages(5).forEach(tensor -> constants.put(tensor.text(8), OnnxTensor.read(tensor)));
        for (ProtoFields input : onnx.messages(11)) {
            String name = input.text(1);
            if (!constants.containsKey(name)) {
                values.put(name, graph.input(name, Shape.of(1, Shape.UNKNOWN, Shape.UNKNOWN, 3)));
            }
        }
        for (ProtoFields message : onnx.messages(1)) {
            OnnxNode node = OnnxNode.read(message);
            if (node.op().equals("Constant")) {
                constants.put(node.output(), node.tensor("value"));
            } else {
                values.put(node.output(), converted(node));
            }
        }
        onnx.messages(12).forEach(output -> graph.output(output.text(1), value(output.text(1))));
        return graph.build();
    }

    private Value converted(OnnxNode node) {
        return switch (node.op()) {
            case "Conv" -> conv(node);
            case "ConvTranspose" -> transposedConv(node);
            case "BatchNormalization" -> batchNorm(node);
            case "Add" -> binary(node, Arithmetic.ADD);
            case "Sub" -> binary(node, Arithmetic.SUBTRACT);
            case "Mul" -> binary(node, Arithmetic.MULTIPLY);
            case "Div" -> divide(node);
            case "Clip" -> clip(node);
            case "Relu" -> graph.relu(value(node.input(0)));
            case "Sigmoid" -> graph.sigmoid(value(node.input(0)));
            case "HardSigmoid" -> hardSigmoid(node);
            case "GlobalAveragePool" ->
                graph.add(new Op.Reduce(Reducer.MEAN, List.of(1, 2), true), value(node.input(0)));
            case "Resize" -> resize(node);
            case "Concat" -> concat(node);
            case "PRelu" -> prelu(node);
            case "Reshape" -> reshape(node);
            case "Identity" -> value(node.input(0));
            default -> throw unsupported(node, "the operation is not known");
        };
    }

    private ModelException unsupported(OnnxNode node, String what) {
        return new ModelException("%s: node '%s' (%s): %s.".formatted(source, node.output(), node.op(), what));
    }

    private Value value(String name) {
        Value value = values.get(name);
        if (value != null) {
            return value;
        }
        Tensor constant = constant(name);
        Value made = graph.constant(OnnxTensor.forMaps(constant));
        values.put(name, made);
        return made;
    }

    private Tensor constant(String name) {
        Tensor constant = constants.get(name);
        if (constant == null) {
            throw new ModelException("%s: there is no tensor '%s' before it is read.".formatted(source, name));
        }
        return constant;
    }

    private Value conv(OnnxNode node) {
        Tensor weights = OnnxTensor.transposed(constant(node.input(1)), 2, 3, 1, 0);
        List<Integer> strides = node.integers("strides", 1, 1);
        List<Integer> dilations = node.integers("dilations", 1, 1);
        Op.Conv2d op = new Op.Conv2d(
                strides.get(0),
                strides.get(1),
                dilations.get(0),
                dilations.get(1),
                padding(node),
                node.integer("group", 1));
        Tensor bias = node.inputs().size() > 2
                ? constant(node.input(2))
                : Tensor.zeros(Shape.of(weights.shape().c()));
        return graph.conv2d(value(node.input(0)), weights, bias, op);
    }

    private static Padding padding(OnnxNode node) {
        List<Integer> pads = node.integers("pads", 0, 0, 0, 0);
        return new Padding.Explicit(pads.get(0), pads.get(2), pads.get(1), pads.get(3));
    }

    private Value transposedConv(OnnxNode node) {
        Tensor weights = OnnxTensor.transposed(constant(node.input(1)), 2, 3, 1, 0);
        List<Integer> strides = node.integers("strides", 1, 1);
        boolean tiles = strides.get(0) == weights.shape().dim(0)
                && strides.get(1) == weights.shape().dim(1)
                && node.integers("pads", 0, 0, 0, 0).equals(List.of(0, 0, 0, 0));
        if (!tiles || node.integer("group", 1) != 1) {
            throw unsupported(node, "only windows as large as their stride are known, without padding and groups");
        }
        Op op = new Op.TransposedConv2d(strides.get(0), strides.get(1), Padding.SAME);
        Value x = value(node.input(0));
        return node.inputs().size() > 2
                ? graph.add(op, x, graph.constant(weights), graph.constant(constant(node.input(2))))
                : graph.add(op, x, graph.constant(weights));
    }

    private Value batchNorm(OnnxNode node) {
        return graph.batchNorm(
                value(node.input(0)),
                constant(node.input(1)),
                constant(node.input(2)),
                constant(node.input(3)),
                constant(node.input(4)),
                node.real("epsilon", 1e-5f));
    }

    private Value binary(OnnxNode node, Arithmetic arithmetic) {
        return graph.binary(arithmetic, value(node.input(0)), value(node.input(1)));
    }

    private Value divide(OnnxNode node) {
        Tensor divisor = constants.get(node.input(1));
        if (divisor == null) {
            return binary(node, Arithmetic.DIVIDE);
        }
        float[] inverse = divisor.data().clone();
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1 / inverse[i];
        }
        Tensor factor = OnnxTensor.forMaps(Tensor.of(divisor.shape(), inverse));
        return graph.multiply(value(node.input(0)), graph.constant(factor));
    }

    private Value clip(OnnxNode node) {
        if (constant(node.input(1)).data()[0] == 0 && constant(node.input(2)).data()[0] == 6) {
            return graph.relu6(value(node.input(0)));
        }
        Value least = graph.binary(Arithmetic.MAXIMUM, value(node.input(0)), value(node.input(1)));
        return graph.binary(Arithmetic.MINIMUM, least, value(node.input(2)));
    }

    /** {@code max(0, min(1, alpha * x + beta))}, which is {@code relu6(6 * (alpha * x + beta)) / 6}. */
    private Value hardSigmoid(OnnxNode node) {
        float alpha = 6 * node.real("alpha", 0.2f);
        float beta = 6 * node.real("beta", 0.5f);
        Value scaled = graph.multiply(value(node.input(0)), graph.constant(Tensor.scalar(alpha)));
        Value moved = graph.add(scaled, graph.constant(Tensor.scalar(beta)));
        return graph.multiply(graph.activation(Activation.RELU6, moved), graph.constant(Tensor.scalar(1 / 6f)));
    }

    private Value prelu(OnnxNode node) {
        Tensor slopes = constant(node.input(1));
        int channels = slopes.shape().dim(0);
        if (slopes.shape().elements() != channels) {
            throw unsupported(node, "only one slope a channel is known");
        }
        return graph.prelu(value(node.input(0)), slopes.reshaped(Shape.of(channels)));
    }

    /** The elements are told in the order that ONNX has them, channels before the plane. */
    private Value reshape(OnnxNode node) {
        float[] extents = constant(node.input(1)).data();
        if (extents.length == 4) {
            throw unsupported(node, "only maps that become lists or matrices are known");
        }
        Integer[] shape = new Integer[extents.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) extents[i];
        }
        return graph.reshape(graph.transpose(value(node.input(0)), 0, 3, 1, 2), shape);
    }

    /** Repeats pixels: twice across and down for each power of two. */
    private Value resize(OnnxNode node) {
        float[] scales = constant(node.input(2)).data();
        boolean repeats = node.text("mode").equals("nearest")
                && scales.length == 4
                && scales[2] == scales[3]
                && Integer.bitCount((int) scales[2]) == 1
                && scales[2] == (int) scales[2];
        if (!repeats) {
            throw unsupported(node, "only the repetition of pixels by a power of two is known");
        }
        Value x = value(node.input(0));
        for (int factor = (int) scales[2]; factor > 1; factor /= 2) {
            x = graph.depthToSpace(graph.concat(3, x, x, x, x), 2);
        }
        return x;
    }

    private Value concat(OnnxNode node) {
        if (node.integer("axis", 0) != 1) {
            throw unsupported(node, "only channels can be joined");
        }
        return graph.concat(3, node.inputs().stream().map(this::value).toArray(Value[]::new));
    }
}
