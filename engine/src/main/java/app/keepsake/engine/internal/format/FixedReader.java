package app.keepsake.engine.internal.format;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Graph;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.Reducer;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Converts the part of an ONNX graph that gives one result, for inputs of known shapes. All axes stay as ONNX has them;
 * only around a convolution are they turned. What moves numbers is in {@link FixedMoves}.
 */
public final class FixedReader {
    private final OnnxFile file;
    private final FixedGraph graph;
    private final FixedTruths truths;
    private final FixedMoves moves;
    private final Map<String, Fixed> values = new HashMap<>();

    private FixedReader(OnnxFile file, BiFunction<Node, List<Tensor>, Tensor> evaluate) {
        this.file = file;
        graph = new FixedGraph(evaluate);
        truths = new FixedTruths(graph);
        moves = new FixedMoves(graph, this::held, this::numbers);
    }

    /**
     * @param shapes of inputs, all extents known
     * @param constants inputs that are always the same
     * @param evaluate computes a node of known numbers
     */
    public static Graph read(
            OnnxFile file,
            Map<String, Shape> shapes,
            Map<String, Tensor> constants,
            String output,
            BiFunction<Node, List<Tensor>, Tensor> evaluate) {
        FixedReader reader = new FixedReader(file, evaluate);
        shapes.forEach((name, shape) -> reader.values.put(
                name, reader.graph.input(name, shape, file.whole().contains(name))));
        constants.forEach((name, tensor) ->
                reader.values.put(name, Fixed.known(tensor, file.whole().contains(name))));
        file.needed(output).forEach(reader::convert);
        return reader.graph.of(output, reader.held(output));
    }

    private void convert(OnnxNode node) {
        try {
            if (node.op().equals("Split")) {
                List<Fixed> parts = moves.split(node);
                for (int i = 0; i < node.outputs().size(); i++) {
                    values.put(node.outputs().get(i), parts.get(i));
                }
            } else {
                values.put(node.output(), converted(node));
            }
        } catch (ModelException e) {
            throw new ModelException(problem(node, String.valueOf(e.getMessage())), e);
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            throw new ModelException(problem(node, "it does not fit its inputs"), e);
        }
    }

    private String problem(OnnxNode node, String what) {
        String prefix = file.source() + ": ";
        return what.startsWith(prefix)
                ? what
                : "%snode '%s' (%s): %s.".formatted(prefix, node.output(), node.op(), what.replaceAll("\\.$", ""));
    }

    private Fixed held(String name) {
        Fixed held = values.get(name);
        ProtoFields weight = held == null ? file.weights().get(name) : null;
        if (weight != null) {
            held = Fixed.known(OnnxTensor.read(weight), OnnxTensor.isWhole(weight));
            values.put(name, held);
        }
        if (held == null) {
            throw new ModelException(
                    file.inputs().containsKey(name)
                            ? "it needs the input '%s', which is not known here".formatted(name)
                            : "there is no tensor '%s' before it is read".formatted(name));
        }
        return held;
    }

    /** Numbers that must be known. */
    private float[] numbers(String name) {
        Tensor known = held(name).known();
        if (known == null) {
            throw new ModelException("'%s' must follow from constants and shapes".formatted(name));
        }
        return known.data();
    }

    private Fixed in(OnnxNode node, int i) {
        return held(node.input(i));
    }

    private Fixed converted(OnnxNode node) {
        return switch (node.op()) {
            case "Add" -> binary(node, Arithmetic.ADD);
            case "Sub" -> binary(node, Arithmetic.SUBTRACT);
            case "Mul" -> binary(node, Arithmetic.MULTIPLY);
            case "Div" -> divide(in(node, 0), in(node, 1));
            case "Min" -> binary(node, Arithmetic.MINIMUM);
            case "Max" -> binary(node, Arithmetic.MAXIMUM);
            case "Pow" -> power(in(node, 0), in(node, 1));
            case "Mod" ->
                FixedTruths.known(in(node, 0), in(node, 1), true, (a, b) -> a - b * (float) Math.floor(a / b));
            case "Clip" -> clip(node);
            case "Relu" -> graph.unary(Activation.RELU, in(node, 0));
            case "Sigmoid" -> graph.unary(Activation.SIGMOID, in(node, 0));
            case "Tanh" -> graph.unary(Activation.TANH, in(node, 0));
            case "Erf" -> graph.unary(Activation.ERF, in(node, 0));
            case "Exp" -> graph.unary(Activation.EXP, in(node, 0));
            case "Sqrt" -> graph.unary(Activation.SQRT, in(node, 0));
            case "Abs" -> graph.unary(Activation.ABS, in(node, 0));
            case "Neg" -> graph.unary(Activation.NEGATE, in(node, 0));
            case "Floor" -> graph.unary(Activation.FLOOR, in(node, 0));
            case "Reciprocal" -> divide(Fixed.known(Tensor.scalar(1), false), in(node, 0));
            case "Gelu" -> gelu(in(node, 0), node.text("approximate").equals("tanh"));
            case "com.microsoft.Gelu" -> gelu(in(node, 0), false);
            case "com.microsoft.QuickGelu" -> quickGelu(in(node, 0), node.real("alpha", 1.702f));
            case "Equal" -> truths.equal(in(node, 0), in(node, 1));
            case "Less" -> truths.less(in(node, 0), in(node, 1));
            case "LessOrEqual" -> truths.lessOrEqual(in(node, 0), in(node, 1));
            case "Greater" -> truths.less(in(node, 1), in(node, 0));
            case "GreaterOrEqual" -> truths.lessOrEqual(in(node, 1), in(node, 0));
            case "Not" -> truths.not(in(node, 0));
            case "And" -> truths.and(in(node, 0), in(node, 1));
            case "Or" -> truths.or(in(node, 0), in(node, 1));
            case "Where" -> truths.where(in(node, 0), in(node, 1), in(node, 2));
            // No layer here gives one.
            case "IsNaN" -> Fixed.known(Tensor.zeros(in(node, 0).shape()), true);
            case "Cast" -> cast(in(node, 0), node.integer("to", 1));
            case "MatMul" -> graph.product(in(node, 0), in(node, 1));
            case "Gemm" -> gemm(node);
            case "Conv" -> conv(node);
            case "Softmax" -> softmax(in(node, 0), node.integer("axis", -1));
            case "LayerNormalization" -> layerNorm(node);
            case "LpNormalization" -> normalised(node);
            case "ReduceMean" -> reduce(node, Reducer.MEAN, in(node, 0));
            case "ReduceSum" -> reduce(node, Reducer.SUM, in(node, 0));
            case "ReduceMax" -> reduce(node, Reducer.MAX, in(node, 0));
            case "ReduceL2" ->
                graph.unary(Activation.SQRT, reduce(node, Reducer.SUM, graph.unary(Activation.SQUARE, in(node, 0))));
            case "ArgMax" -> argMax(node);
            case "Identity", "Dropout" -> in(node, 0);
            default -> moves.converted(node);
        };
    }

    private Fixed binary(OnnxNode node, Arithmetic arithmetic) {
        Fixed result = in(node, 0);
        for (int i = 1; i < node.inputs().size(); i++) {
            result = graph.binary(arithmetic, result, in(node, i));
        }
        return result;
    }

    private Fixed divide(Fixed x, Fixed y) {
        if (x.whole() && y.whole()) {
            return FixedTruths.known(x, y, true, (a, b) -> b == 0 ? 0 : (int) (a / b));
        }
        return graph.binary(Arithmetic.DIVIDE, x, y);
    }

    private Fixed power(Fixed x, Fixed y) {
        Tensor exponents = y.known();
        if (x.isKnown() && exponents != null) {
            return FixedTruths.known(x, y, x.whole(), (a, b) -> (float) Math.pow(a, b));
        }
        float exponent =
                exponents != null && exponents.data().length == 1 ? exponents.data()[0] : Float.NaN;
        if (exponent == 0.5f) {
            return graph.unary(Activation.SQRT, x);
        }
        if (exponent == 3) {
            return graph.binary(Arithmetic.MULTIPLY, x, graph.unary(Activation.SQUARE, x));
        }
        if (exponent != 2) {
            throw new ModelException("only roots, squares and cubes are known");
        }
        return graph.unary(Activation.SQUARE, x);
    }

    /** The bounds are inputs since opset 11; before, they were attributes. */
    private Fixed clip(OnnxNode node) {
        float least = node.has(1) ? numbers(node.input(1))[0] : node.real("min", -Float.MAX_VALUE);
        float most = node.has(2) ? numbers(node.input(2))[0] : node.real("max", Float.MAX_VALUE);
        Fixed bounded = graph.binary(Arithmetic.MAXIMUM, in(node, 0), least);
        return graph.binary(Arithmetic.MINIMUM, bounded, most);
    }

    /** {@code x * (1 + erf(x / sqrt(2))) / 2}, or its approximation by a tangent. */
    private Fixed gelu(Fixed x, boolean byTangent) {
        Fixed bent;
        if (byTangent) {
            Fixed cube = graph.binary(Arithmetic.MULTIPLY, x, graph.unary(Activation.SQUARE, x));
            Fixed sum = graph.binary(Arithmetic.ADD, x, graph.binary(Arithmetic.MULTIPLY, cube, 0.044715f));
            float factor = (float) Math.sqrt(2 / Math.PI);
            bent = graph.unary(Activation.TANH, graph.binary(Arithmetic.MULTIPLY, sum, factor));
        } else {
            bent = graph.unary(Activation.ERF, graph.binary(Arithmetic.MULTIPLY, x, (float) Math.sqrt(0.5)));
        }
        Fixed half = graph.binary(Arithmetic.MULTIPLY, x, 0.5f);
        return graph.binary(Arithmetic.MULTIPLY, half, graph.binary(Arithmetic.ADD, bent, 1));
    }

    private Fixed quickGelu(Fixed x, float alpha) {
        Fixed gate = graph.unary(Activation.SIGMOID, graph.binary(Arithmetic.MULTIPLY, x, alpha));
        return graph.binary(Arithmetic.MULTIPLY, x, gate);
    }

    private Fixed cast(Fixed x, int type) {
        boolean whole = OnnxTensor.isWhole(type);
        Tensor known = x.known();
        if (!whole || x.whole()) {
            return x.as(whole);
        }
        if (known == null) {
            throw new ModelException("a computed number cannot be made whole");
        }
        float[] values = known.data().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = type == 9 ? (values[i] == 0 ? 0 : 1) : (float) (long) values[i];
        }
        return Fixed.known(Tensor.of(x.shape(), values), true);
    }

    private Fixed gemm(OnnxNode node) {
        Fixed x = in(node, 0);
        Fixed y = in(node, 1);
        Fixed left = node.integer("transA", 0) == 1 ? graph.transpose(x, List.of(1, 0)) : x;
        Fixed right = node.integer("transB", 0) == 1 ? graph.transpose(y, List.of(1, 0)) : y;
        Fixed product = scaled(graph.product(left, right), node.real("alpha", 1));
        return node.has(2) ? graph.binary(Arithmetic.ADD, product, scaled(in(node, 2), node.real("beta", 1))) : product;
    }

    private Fixed scaled(Fixed x, float factor) {
        return factor == 1 ? x : graph.binary(Arithmetic.MULTIPLY, x, factor);
    }

    private Fixed conv(OnnxNode node) {
        Fixed x = in(node, 0);
        Fixed weights = in(node, 1);
        List<Integer> strides = node.integers("strides", 1, 1);
        List<Integer> dilations = node.integers("dilations", 1, 1);
        List<Integer> pads = node.integers("pads", 0, 0, 0, 0);
        if (x.rank() != 4 || !weights.isKnown() || node.text("auto_pad").startsWith("SAME")) {
            throw new ModelException("only convolutions of pictures with known weights and counted padding are known");
        }
        Op.Conv2d op = new Op.Conv2d(
                strides.get(0),
                strides.get(1),
                dilations.get(0),
                dilations.get(1),
                new Padding.Explicit(pads.get(0), pads.get(2), pads.get(1), pads.get(3)),
                node.integer("group", 1));
        Fixed map = graph.transpose(x, List.of(0, 2, 3, 1));
        Fixed filters = graph.transpose(weights, List.of(2, 3, 1, 0));
        Fixed bias = node.has(2)
                ? in(node, 2)
                : Fixed.known(Tensor.zeros(Shape.of(weights.shape().dim(0))), false);
        return graph.transpose(graph.add(op, false, map, filters, bias), List.of(0, 3, 1, 2));
    }

    private Fixed softmax(Fixed x, int wanted) {
        int axis = FixedMoves.axis(wanted, x.rank());
        Fixed last = graph.move(x, axis, x.rank() - 1);
        return graph.move(graph.add(new Op.Softmax(), false, last), x.rank() - 1, axis);
    }

    private Fixed layerNorm(OnnxNode node) {
        Fixed x = in(node, 0);
        List<Integer> axes = java.util.stream.IntStream.range(
                        FixedMoves.axis(node.integer("axis", -1), x.rank()), x.rank())
                .boxed()
                .toList();
        Fixed centred = graph.binary(Arithmetic.SUBTRACT, x, graph.reduce(Reducer.MEAN, x, axes, true));
        Fixed variance = graph.reduce(Reducer.MEAN, graph.unary(Activation.SQUARE, centred), axes, true);
        Fixed deviation =
                graph.unary(Activation.SQRT, graph.binary(Arithmetic.ADD, variance, node.real("epsilon", 1e-5f)));
        Fixed scaled =
                graph.binary(Arithmetic.MULTIPLY, graph.binary(Arithmetic.DIVIDE, centred, deviation), in(node, 1));
        return node.has(2) ? graph.binary(Arithmetic.ADD, scaled, in(node, 2)) : scaled;
    }

    private Fixed normalised(OnnxNode node) {
        Fixed x = in(node, 0);
        if (node.integer("p", 2) != 2) {
            throw new ModelException("only lengths of the second order are known");
        }
        List<Integer> axis = List.of(FixedMoves.axis(node.integer("axis", -1), x.rank()));
        Fixed squares = graph.reduce(Reducer.SUM, graph.unary(Activation.SQUARE, x), axis, true);
        return graph.binary(Arithmetic.DIVIDE, x, graph.unary(Activation.SQRT, squares));
    }

    /** The axes are an input in later opsets; before, they were attributes. */
    private Fixed reduce(OnnxNode node, Reducer reducer, Fixed x) {
        List<Integer> axes = node.has(1) ? FixedMoves.integers(numbers(node.input(1))) : node.integers("axes");
        return graph.reduce(reducer, x, axes, node.integer("keepdims", 1) == 1);
    }

    private Fixed argMax(OnnxNode node) {
        Fixed x = in(node, 0);
        if (node.integer("select_last_index", 0) == 1) {
            throw new ModelException("only the first of the largest is known");
        }
        int axis = FixedMoves.axis(node.integer("axis", 0), x.rank());
        Fixed found = graph.add(new Op.ArgMax(), true, graph.move(x, axis, x.rank() - 1));
        return node.integer("keepdims", 1) == 1 ? graph.reshape(found, x.shape().with(axis, 1)) : found;
    }
}
