package app.keepsake.bench;

import app.keepsake.engine.Activation;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.testbed.onnx.OnnxNodes;
import app.keepsake.testbed.onnx.OnnxNodes.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a graph as an ONNX model for fixed input shapes. Maps are {@code [n, c, h, w]} there, as ONNX Runtime wants
 * them; the model's inputs and outputs too, so that no time goes into changing the order.
 */
final class OnnxExport {
    private final OnnxNodes out = new OnnxNodes();
    private final Map<String, Shape> shapes;
    private final Map<String, Tensor> constants = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private OnnxExport(Map<String, Shape> shapes) {
        this.shapes = shapes;
    }

    static byte[] write(Graph graph, Map<String, Shape> inputs) {
        OnnxExport export = new OnnxExport(graph.shapes(inputs));
        for (Node node : graph.nodes()) {
            export.add(node);
        }
        graph.outputs().forEach((name, node) -> {
            export.out.addNamed("Identity", List.of(export.value(node)), "out:" + name);
            export.out.output("out:" + name, planar(export.shape(node)).extents());
        });
        return export.out.model();
    }

    /** The shape of a map with its channels first; other shapes as they are. */
    static Shape planar(Shape s) {
        return s.rank() == 4 ? Shape.of(s.n(), s.c(), s.h(), s.w()) : s;
    }

    /** A map with its channels first; other tensors as they are. */
    static Tensor planar(Tensor t) {
        return t.shape().rank() == 4 ? permuted(t, 0, 3, 1, 2) : t;
    }

    static Tensor permuted(Tensor t, int... order) {
        int rank = order.length;
        int[] from = t.shape().extents();
        int[] strides = new int[rank];
        int stride = 1;
        for (int i = rank - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= from[i];
        }
        int[] extents = new int[rank];
        for (int i = 0; i < rank; i++) {
            extents[i] = from[order[i]];
        }
        Tensor result = Tensor.zeros(Shape.of(extents));
        for (int i = 0; i < result.data().length; i++) {
            int at = 0;
            int rest = i;
            for (int axis = rank - 1; axis >= 0; axis--) {
                at += rest % extents[axis] * strides[order[axis]];
                rest /= extents[axis];
            }
            result.data()[i] = t.data()[at];
        }
        return result;
    }

    private String value(String node) {
        return names.computeIfAbsent(node, name -> constant(planar(constant(name))));
    }

    private Shape shape(String node) {
        return Work.shape(shapes, node);
    }

    private String constant(Tensor tensor) {
        return out.floats(tensor.shape().extents(), tensor.data());
    }

    private Tensor constant(String node) {
        Tensor found = constants.get(node);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Node '%s' is computed, but only a constant has an ONNX form in its place. Measure a network without it."
                            .formatted(node));
        }
        return found;
    }

    private void add(Node node) {
        switch (node.op()) {
            case Op.Constant constant -> constants.put(node.name(), constant.value());
            case Op.Input ignored -> {
                out.input(node.name(), planar(shape(node.name())).extents());
                names.put(node.name(), node.name());
            }
            default -> names.put(node.name(), convert(node));
        }
    }

    private String convert(Node node) {
        List<String> in = node.inputs();
        Shape x = shape(in.get(0));
        Shape y = shape(node.name());
        return switch (node.op()) {
            case Op.Conv2d conv -> conv(conv, in, x);
            case Op.TransposedConv2d conv -> transposedConv(conv, in, x, y);
            case Op.Pool pool -> pool(pool, value(in.get(0)), x);
            case Op.Reduce reduce -> reduce(reduce, value(in.get(0)), x);
            case Op.Binary binary -> binary(binary, in, y);
            case Op.Unary unary -> unary(unary.function(), value(in.get(0)));
            case Op.LeakyRelu leaky ->
                out.add("LeakyRelu", List.of(value(in.get(0))), Attribute.decimal("alpha", leaky.slope()));
            case Op.Prelu ignored -> out.add("PRelu", List.of(value(in.get(0)), operand(in.get(1), x)));
            case Op.Softmax ignored ->
                out.add("Softmax", List.of(value(in.get(0))), Attribute.integer("axis", x.rank() == 4 ? 1 : -1));
            case Op.Resize resize -> resize(resize, value(in.get(0)), y);
            case Op.Concat concat ->
                out.add(
                        "Concat",
                        in.stream().map(this::value).toList(),
                        Attribute.integer("axis", planarAxis(concat.axis(), x)));
            case Op.Pad pad -> pad(pad, value(in.get(0)));
            case Op.FullyConnected ignored
            when x.rank() == 2 -> out.add("Gemm", in.stream().map(this::value).toList());
            case Op.Reshape ignored -> reshape(value(in.get(0)), x, y);
            case Op.DepthToSpace blocks ->
                out.add("DepthToSpace", List.of(value(in.get(0))), Attribute.integer("blocksize", blocks.block()));
            case Op.BatchNorm norm ->
                out.add(
                        "BatchNormalization",
                        in.stream().map(this::value).toList(),
                        Attribute.decimal("epsilon", norm.epsilon()));
            case Op.FullyConnected ignored -> throw unsupported(node);
            case Op.MatMul ignored -> throw unsupported(node);
            case Op.Gather ignored -> throw unsupported(node);
            case Op.ArgMax ignored -> throw unsupported(node);
            case Op.Squeeze ignored -> throw unsupported(node);
            case Op.Transpose ignored -> throw unsupported(node);
            case Op.Slice ignored -> throw unsupported(node);
            case Op.Input ignored -> throw unsupported(node);
            case Op.Constant ignored -> throw unsupported(node);
            case Op.Packed ignored -> throw unsupported(node);
        };
    }

    private static IllegalArgumentException unsupported(Node node) {
        return new IllegalArgumentException("Node '%s' (%s) has no ONNX form here. Measure a network without it."
                .formatted(node.name(), node.op().label()));
    }

    private static int planarAxis(int axis, Shape x) {
        int front = axis < 0 ? axis + x.rank() : axis;
        return x.rank() == 4 ? new int[] {0, 2, 3, 1}[front] : front;
    }

    private static Attribute pads(Padding padding, Shape x, int kh, int kw, int sh, int sw, int dh, int dw) {
        int top = padding.before(true, x.h(), kh, sh, dh);
        int left = padding.before(false, x.w(), kw, sw, dw);
        if (padding instanceof Padding.Explicit explicit) {
            return Attribute.integers("pads", top, left, explicit.bottom(), explicit.right());
        }
        int h = (padding.output(true, x.h(), kh, sh, dh) - 1) * sh + (kh - 1) * dh + 1 - x.h();
        int w = (padding.output(false, x.w(), kw, sw, dw) - 1) * sw + (kw - 1) * dw + 1 - x.w();
        return Attribute.integers("pads", top, left, Math.max(0, h - top), Math.max(0, w - left));
    }

    private String conv(Op.Conv2d conv, List<String> in, Shape x) {
        Tensor weights = constant(in.get(1));
        int kh = weights.shape().dim(0);
        int kw = weights.shape().dim(1);
        List<String> inputs = new ArrayList<>(List.of(value(in.get(0)), constant(permuted(weights, 3, 2, 0, 1))));
        if (in.size() > 2) {
            Tensor bias = constant(in.get(2));
            inputs.add(constant(bias.reshaped(Shape.of(bias.data().length))));
        }
        return out.add(
                "Conv",
                inputs,
                Attribute.integers("kernel_shape", kh, kw),
                Attribute.integers("strides", conv.strideH(), conv.strideW()),
                Attribute.integers("dilations", conv.dilationH(), conv.dilationW()),
                Attribute.integer("group", conv.groups()),
                pads(conv.padding(), x, kh, kw, conv.strideH(), conv.strideW(), conv.dilationH(), conv.dilationW()));
    }

    private String transposedConv(Op.TransposedConv2d conv, List<String> in, Shape x, Shape y) {
        Tensor weights = constant(in.get(1));
        int kh = weights.shape().dim(0);
        int kw = weights.shape().dim(1);
        List<String> inputs = new ArrayList<>(List.of(value(in.get(0)), constant(permuted(weights, 3, 2, 0, 1))));
        if (in.size() > 2) {
            inputs.add(value(in.get(2)));
        }
        int top = conv.padding().before(true, y.h(), kh, conv.strideH(), 1);
        int left = conv.padding().before(false, y.w(), kw, conv.strideW(), 1);
        int bottom = (x.h() - 1) * conv.strideH() + kh - y.h() - top;
        int right = (x.w() - 1) * conv.strideW() + kw - y.w() - left;
        return out.add(
                "ConvTranspose",
                inputs,
                Attribute.integers("kernel_shape", kh, kw),
                Attribute.integers("strides", conv.strideH(), conv.strideW()),
                Attribute.integers("pads", top, left, bottom, right));
    }

    private String pool(Op.Pool pool, String x, Shape shape) {
        String type = pool.reducer() == Op.Reducer.MAX ? "MaxPool" : "AveragePool";
        return out.add(
                type,
                List.of(x),
                Attribute.integers("kernel_shape", pool.windowH(), pool.windowW()),
                Attribute.integers("strides", pool.strideH(), pool.strideW()),
                pads(pool.padding(), shape, pool.windowH(), pool.windowW(), pool.strideH(), pool.strideW(), 1, 1));
    }

    private String reduce(Op.Reduce reduce, String x, Shape shape) {
        int[] axes =
                reduce.axes().stream().mapToInt(axis -> planarAxis(axis, shape)).toArray();
        Attribute keeps = Attribute.integer("keepdims", reduce.keepsAxes() ? 1 : 0);
        return switch (reduce.reducer()) {
            case MEAN -> out.add("ReduceMean", List.of(x), Attribute.integers("axes", axes), keeps);
            case MAX -> out.add("ReduceMax", List.of(x), Attribute.integers("axes", axes), keeps);
            case SUM -> out.add("ReduceSum", List.of(x, out.integers(axes)), keeps);
        };
    }

    private String binary(Op.Binary binary, List<String> in, Shape y) {
        String type = switch (binary.arithmetic()) {
            case ADD -> "Add";
            case SUBTRACT -> "Sub";
            case MULTIPLY -> "Mul";
            case DIVIDE -> "Div";
            case MAXIMUM -> "Max";
            case MINIMUM -> "Min";
        };
        return out.add(type, List.of(operand(in.get(0), y), operand(in.get(1), y)));
    }

    /** A constant of fewer axes is broadcast over the plane of a map. */
    private String operand(String name, Shape against) {
        Tensor constant = constants.get(name);
        if (constant != null && against.rank() == 4 && constant.shape().rank() < 4) {
            int[] four = {1, 1, 1, 1};
            for (int i = 1; i <= constant.shape().rank(); i++) {
                four[4 - i] = constant.shape().dim(-i);
            }
            return constant(planar(constant.reshaped(Shape.of(four))));
        }
        return value(name);
    }

    private String unary(Activation function, String x) {
        return switch (function) {
            case NONE -> x;
            case RELU -> out.add("Relu", List.of(x));
            case RELU6 -> out.add("Clip", List.of(x, constant(Tensor.scalar(0)), constant(Tensor.scalar(6))));
            case SIGMOID -> out.add("Sigmoid", List.of(x));
            case TANH -> out.add("Tanh", List.of(x));
            case SWISH -> out.add("Mul", List.of(x, out.add("Sigmoid", List.of(x))));
            case HARD_SWISH -> out.add("HardSwish", List.of(x));
            case ABS -> out.add("Abs", List.of(x));
            case NEGATE -> out.add("Neg", List.of(x));
            case SQUARE -> out.add("Mul", List.of(x, x));
            case SQRT -> out.add("Sqrt", List.of(x));
            case RSQRT -> out.add("Reciprocal", List.of(out.add("Sqrt", List.of(x))));
            case EXP -> out.add("Exp", List.of(x));
            case FLOOR -> out.add("Floor", List.of(x));
            case ERF -> out.add("Erf", List.of(x));
        };
    }

    private String resize(Op.Resize resize, String x, Shape y) {
        String mode = switch (resize.centres()) {
            case HALF_PIXEL -> "half_pixel";
            case CORNER -> "asymmetric";
            case ALIGNED_CORNERS -> "align_corners";
        };
        return out.add(
                "Resize",
                List.of(x, "", "", out.integers(y.n(), y.c(), y.h(), y.w())),
                Attribute.text("mode", "linear"),
                Attribute.text("coordinate_transformation_mode", mode));
    }

    private String pad(Op.Pad pad, String x) {
        int rank = pad.before().size();
        int[] order = rank == 4
                ? new int[] {0, 3, 1, 2}
                : java.util.stream.IntStream.range(0, rank).toArray();
        int[] pads = new int[2 * rank];
        for (int i = 0; i < rank; i++) {
            pads[i] = pad.before().get(order[i]);
            pads[rank + i] = pad.after().get(order[i]);
        }
        return out.add("Pad", List.of(x, out.integers(pads), constant(Tensor.scalar(pad.value()))));
    }

    private String reshape(String x, Shape from, Shape to) {
        boolean flat = from.rank() == 4 && from.h() * from.w() == 1;
        String ordered = from.rank() == 4 && !flat
                ? out.add("Transpose", List.of(x), Attribute.integers("perm", 0, 2, 3, 1))
                : x;
        String reshaped = out.add("Reshape", List.of(ordered, out.integers(to.extents())));
        return to.rank() == 4
                ? out.add("Transpose", List.of(reshaped), Attribute.integers("perm", 0, 3, 1, 2))
                : reshaped;
    }
}
