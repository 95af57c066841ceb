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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts an ONNX graph (onnx.proto3, operators up to opset 13) to the engine's: axes of maps from {@code [n, c, h, w]}
 * to {@code [n, h, w, c]}, while what was reshaped or turned keeps the order that ONNX gave it. Knows what convolutional
 * networks on pictures are made of, and the attention of transformers.
 */
public final class OnnxReader {
    private final String source;
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, Tensor> constants = new HashMap<>();
    private final Map<String, Held> values = new HashMap<>();
    private final Map<String, Value> mapConstants = new HashMap<>();
    private final Map<String, Value> listConstants = new HashMap<>();
    private final OnnxExtents extents = new OnnxExtents(constants);

    private OnnxReader(String source) {
        this.source = source;
    }

    /**
     * A computed tensor.
     *
     * @param isMap whether its axes are {@code [n, h, w, c]}, not those that ONNX has
     */
    private record Held(Value value, int rank, boolean isMap) {
        static Held map(Value value) {
            return new Held(value, 4, true);
        }

        /** The result of a function of each element. */
        Held with(Value changed) {
            return new Held(changed, rank, isMap);
        }
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
                values.put(name, Held.map(graph.input(name, Shape.of(1, Shape.UNKNOWN, Shape.UNKNOWN, 3))));
            }
        }
        for (ProtoFields message : onnx.messages(1)) {
            OnnxNode node = OnnxNode.read(message);
            if (node.op().equals("Constant")) {
                constants.put(node.output(), node.tensor("value"));
            } else if (!extents.compute(node)) {
                values.put(node.output(), converted(node));
            }
        }
        onnx.messages(12)
                .forEach(output ->
                        graph.output(output.text(1), held(output.text(1)).value()));
        return graph.build();
    }

    private Held converted(OnnxNode node) {
        return switch (node.op()) {
            case "Conv" -> Held.map(conv(node));
            case "ConvTranspose" -> Held.map(transposedConv(node));
            case "BatchNormalization" -> Held.map(batchNorm(node));
            case "Add" -> binary(node, Arithmetic.ADD);
            case "Sub" -> binary(node, Arithmetic.SUBTRACT);
            case "Mul" -> binary(node, Arithmetic.MULTIPLY);
            case "Div" -> divide(node);
            case "Clip" -> clip(node);
            case "Relu" -> function(node, Activation.RELU);
            case "Sigmoid" -> function(node, Activation.SIGMOID);
            case "Sqrt" -> function(node, Activation.SQRT);
            case "Pow" -> square(node);
            case "HardSigmoid" -> hardSigmoid(node);
            case "GlobalAveragePool" ->
                Held.map(graph.add(new Op.Reduce(Reducer.MEAN, List.of(1, 2), true), map(node.input(0))));
            case "AveragePool" -> Held.map(averagePool(node));
            case "ReduceMean" -> mean(node);
            case "MatMul" -> product(node);
            case "Softmax" -> softmax(node);
            case "Resize" -> Held.map(resize(node));
            case "Concat" -> Held.map(concat(node));
            case "PRelu" -> Held.map(prelu(node));
            case "Reshape" -> reshape(node);
            case "Transpose" -> transpose(node);
            case "Slice" -> slice(node);
            case "Squeeze" -> squeeze(node);
            case "Identity" -> held(node.input(0));
            default -> throw unsupported(node, "the operation is not known");
        };
    }

    private ModelException unsupported(OnnxNode node, String what) {
        return new ModelException("%s: node '%s' (%s): %s.".formatted(source, node.output(), node.op(), what));
    }

    private Held held(String name) {
        Held computed = values.get(name);
        return computed == null ? new Held(list(name), constant(name).shape().rank(), false) : computed;
    }

    /** A tensor in the engine's order of axes. */
    private Value map(String name) {
        Held computed = values.get(name);
        if (computed == null) {
            Tensor constant = constant(name);
            return mapConstants.computeIfAbsent(name, key -> graph.constant(OnnxTensor.forMaps(constant)));
        }
        return computed.isMap() || computed.rank() != 4
                ? computed.value()
                : graph.transpose(computed.value(), 0, 2, 3, 1);
    }

    /** A tensor in the order of axes that ONNX has. */
    private Value list(String name) {
        Held computed = values.get(name);
        if (computed == null) {
            Tensor constant = constant(name);
            return listConstants.computeIfAbsent(name, key -> graph.constant(constant));
        }
        return computed.isMap() ? graph.transpose(computed.value(), 0, 3, 1, 2) : computed.value();
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
        return graph.conv2d(map(node.input(0)), weights, bias, op);
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
        Value x = map(node.input(0));
        return node.inputs().size() > 2
                ? graph.add(op, x, graph.constant(weights), graph.constant(constant(node.input(2))))
                : graph.add(op, x, graph.constant(weights));
    }

    private Value batchNorm(OnnxNode node) {
        return graph.batchNorm(
                map(node.input(0)),
                constant(node.input(1)),
                constant(node.input(2)),
                constant(node.input(3)),
                constant(node.input(4)),
                node.real("epsilon", 1e-5f));
    }

    /** A constant beside a map is taken as one. */
    private Held binary(OnnxNode node, Arithmetic arithmetic) {
        String x = node.input(0);
        String y = node.input(1);
        if (isMap(x) || isMap(y)) {
            return Held.map(graph.binary(arithmetic, map(x), map(y)));
        }
        int rank = Math.max(held(x).rank(), held(y).rank());
        return new Held(graph.binary(arithmetic, list(x), list(y)), rank, false);
    }

    private boolean isMap(String name) {
        Held computed = values.get(name);
        return computed != null && computed.isMap();
    }

    private Held function(OnnxNode node, Activation function) {
        Held x = held(node.input(0));
        return x.with(graph.activation(function, x.value()));
    }

    private Held square(OnnxNode node) {
        Tensor exponent = constant(node.input(1));
        if (exponent.data().length != 1 || exponent.data()[0] != 2) {
            throw unsupported(node, "only squares are known");
        }
        return function(node, Activation.SQUARE);
    }

    private Held divide(OnnxNode node) {
        Tensor divisor = constants.get(node.input(1));
        if (divisor == null) {
            return binary(node, Arithmetic.DIVIDE);
        }
        float[] inverse = divisor.data().clone();
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1 / inverse[i];
        }
        Tensor factor = Tensor.of(divisor.shape(), inverse);
        Held x = held(node.input(0));
        return x.with(graph.multiply(x.value(), graph.constant(x.isMap() ? OnnxTensor.forMaps(factor) : factor)));
    }

    /** The bounds are inputs since opset 11; before, they were attributes. */
    private Held clip(OnnxNode node) {
        Held x = held(node.input(0));
        boolean given = node.inputs().size() > 2;
        float least = given ? constant(node.input(1)).data()[0] : node.real("min", Float.NEGATIVE_INFINITY);
        float most = given ? constant(node.input(2)).data()[0] : node.real("max", Float.POSITIVE_INFINITY);
        if (least == 0 && most == 6) {
            return function(node, Activation.RELU6);
        }
        Value bounded = graph.binary(Arithmetic.MAXIMUM, x.value(), graph.constant(Tensor.scalar(least)));
        return x.with(graph.binary(Arithmetic.MINIMUM, bounded, graph.constant(Tensor.scalar(most))));
    }

    /** {@code max(0, min(1, alpha * x + beta))}, which is {@code relu6(6 * (alpha * x + beta)) / 6}. */
    private Held hardSigmoid(OnnxNode node) {
        Held x = held(node.input(0));
        float alpha = 6 * node.real("alpha", 0.2f);
        float beta = 6 * node.real("beta", 0.5f);
        Value scaled = graph.multiply(x.value(), graph.constant(Tensor.scalar(alpha)));
        Value moved = graph.add(scaled, graph.constant(Tensor.scalar(beta)));
        Value bounded = graph.activation(Activation.RELU6, moved);
        return x.with(graph.multiply(bounded, graph.constant(Tensor.scalar(1 / 6f))));
    }

    private Value averagePool(OnnxNode node) {
        List<Integer> window = node.integers("kernel_shape", 1, 1);
        List<Integer> strides = node.integers("strides", 1, 1);
        if (node.integer("ceil_mode", 0) != 0 || node.integer("count_include_pad", 0) != 0) {
            throw unsupported(node, "only windows that lie inside, or count what does, are known");
        }
        Op pool =
                new Op.Pool(Reducer.MEAN, window.get(0), window.get(1), strides.get(0), strides.get(1), padding(node));
        return graph.add(pool, map(node.input(0)));
    }

    private Held mean(OnnxNode node) {
        List<Integer> axes = extents.numbers(node, "axes", 1);
        if (axes.isEmpty() || node.integer("keepdims", 1) != 1) {
            throw unsupported(node, "only means over named axes, which stay, are known");
        }
        Op mean = new Op.Reduce(Reducer.MEAN, axes, true);
        return new Held(
                graph.add(mean, list(node.input(0))), held(node.input(0)).rank(), false);
    }

    private Held product(OnnxNode node) {
        Held x = held(node.input(0));
        Tensor weights = constants.get(node.input(1));
        if (weights != null && weights.shape().rank() == 2) {
            Value rows = list(node.input(0));
            return new Held(graph.add(new Op.FullyConnected(), rows, list(node.input(1))), x.rank(), false);
        }
        if (x.rank() != held(node.input(1)).rank()) {
            throw unsupported(node, "only factors of as many axes, or a constant matrix, are known");
        }
        return new Held(graph.add(new Op.MatMul(), list(node.input(0)), list(node.input(1))), x.rank(), false);
    }

    private Held softmax(OnnxNode node) {
        Held x = held(node.input(0));
        int axis = node.integer("axis", -1);
        if (axis != -1 && axis != x.rank() - 1) {
            throw unsupported(node, "only the last axis is known");
        }
        return new Held(graph.softmax(list(node.input(0))), x.rank(), false);
    }

    private Value prelu(OnnxNode node) {
        Tensor slopes = constant(node.input(1));
        int channels = slopes.shape().dim(0);
        if (slopes.shape().elements() != channels) {
            throw unsupported(node, "only one slope a channel is known");
        }
        return graph.prelu(map(node.input(0)), slopes.reshaped(Shape.of(channels)));
    }

    /** The elements are told in the order that ONNX has them, channels before the plane. */
    private Held reshape(OnnxNode node) {
        Integer[] shape = extents.reshaped(node).toArray(Integer[]::new);
        return new Held(graph.reshape(list(node.input(0)), shape), shape.length, false);
    }

    private Held transpose(OnnxNode node) {
        List<Integer> order = node.integers("perm");
        return new Held(graph.add(new Op.Transpose(order), list(node.input(0))), order.size(), false);
    }

    private Held slice(OnnxNode node) {
        int rank = held(node.input(0)).rank();
        List<Integer> starts = extents.numbers(node, "starts", 1);
        List<Integer> ends = extents.numbers(node, "ends", 2);
        List<Integer> axes = extents.numbers(node, "axes", 3);
        Integer[] begin = new Integer[rank];
        Integer[] size = new Integer[rank];
        Arrays.fill(begin, 0);
        Arrays.fill(size, Shape.UNKNOWN);
        for (int i = 0; i < axes.size(); i++) {
            boolean counted =
                    i < starts.size() && i < ends.size() && starts.get(i) >= 0 && ends.get(i) >= starts.get(i);
            if (!counted || node.inputs().size() > 4) {
                throw unsupported(node, "only parts whose begin and end are counted from the front are known");
            }
            begin[axes.get(i)] = starts.get(i);
            size[axes.get(i)] = ends.get(i) - starts.get(i);
        }
        return new Held(graph.slice(list(node.input(0)), List.of(begin), List.of(size)), rank, false);
    }

    private Held squeeze(OnnxNode node) {
        List<Integer> axes = extents.numbers(node, "axes", 1);
        int rank = held(node.input(0)).rank() - axes.size();
        return new Held(graph.add(new Op.Squeeze(axes), list(node.input(0))), rank, false);
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
        Value x = map(node.input(0));
        for (int factor = (int) scales[2]; factor > 1; factor /= 2) {
            x = graph.depthToSpace(graph.concat(3, x, x, x, x), 2);
        }
        return x;
    }

    private Value concat(OnnxNode node) {
        if (node.integer("axis", 0) != 1) {
            throw unsupported(node, "only channels can be joined");
        }
        return graph.concat(3, node.inputs().stream().map(this::map).toArray(Value[]::new));
    }
}
