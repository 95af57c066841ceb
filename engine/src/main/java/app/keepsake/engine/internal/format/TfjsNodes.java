package app.keepsake.engine.internal.format;

import app.keepsake.engine.Activation;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.PixelCentres;
import app.keepsake.engine.Op.Reducer;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns TensorFlow's operations into the engine's. */
final class TfjsNodes {
    private final String source;
    private final Map<String, Tensor> weights;
    private final List<Node> nodes = new ArrayList<>();
    /** TensorFlow's name to the node that holds its result. */
    private final Map<String, String> results = new HashMap<>();

    TfjsNodes(String source, Map<String, Tensor> weights) {
        this.source = source;
        this.weights = weights;
    }

    List<Node> nodes() {
        return nodes;
    }

    boolean has(String name) {
        return results.containsKey(name);
    }

    String resultOf(String name) {
        return results.getOrDefault(name, name);
    }

    void add(String name, Object node, List<String> inputs) {
        String type = Json.text(source, node, "op");
        TfjsAttributes attributes = new TfjsAttributes(Json.member(node, "attr"));
        List<String> in = inputs.stream().map(this::resultOf).toList();
        try {
            results.put(name, convert(name, type, attributes, in));
        } catch (IndexOutOfBoundsException e) {
            throw problem(name, type, "too few inputs or attributes");
        }
    }

    private String convert(String name, String type, TfjsAttributes attributes, List<String> in) {
        return switch (type) {
            case "Placeholder" -> put(name, new Op.Input(attributes.shape("shape")), List.of());
            case "Const" -> put(name, new Op.Constant(weight(name)), List.of());
            case "Identity", "StopGradient", "Cast" -> in.get(0);
            case "Conv2D", "_FusedConv2D" -> conv(name, attributes, in, false);
            case "DepthwiseConv2dNative", "FusedDepthwiseConv2dNative" -> conv(name, attributes, in, true);
            case "Conv2DBackpropInput" ->
                put(
                        name,
                        new Op.TransposedConv2d(
                                attributes.integers("strides").get(1),
                                attributes.integers("strides").get(2),
                                attributes.padding()),
                        List.of(in.get(2), in.get(1)));
            case "_FusedMatMul", "MatMul" -> matMul(name, type, attributes, in);
            case "MaxPool" -> pool(name, Reducer.MAX, attributes, in);
            case "AvgPool" -> pool(name, Reducer.MEAN, attributes, in);
            case "Add", "AddV2", "BiasAdd" -> put(name, new Op.Binary(Arithmetic.ADD), in);
            case "AddN" -> addAll(name, in);
            case "Sub" -> put(name, new Op.Binary(Arithmetic.SUBTRACT), in);
            case "Mul" -> put(name, new Op.Binary(Arithmetic.MULTIPLY), in);
            case "RealDiv" -> put(name, new Op.Binary(Arithmetic.DIVIDE), in);
            case "Maximum" -> put(name, new Op.Binary(Arithmetic.MAXIMUM), in);
            case "Minimum" -> put(name, new Op.Binary(Arithmetic.MINIMUM), in);
            case "Relu" -> unary(name, Activation.RELU, in);
            case "Relu6" -> unary(name, Activation.RELU6, in);
            case "Sigmoid" -> unary(name, Activation.SIGMOID, in);
            case "Tanh" -> unary(name, Activation.TANH, in);
            case "Abs" -> unary(name, Activation.ABS, in);
            case "Neg" -> unary(name, Activation.NEGATE, in);
            case "Square" -> unary(name, Activation.SQUARE, in);
            case "Sqrt" -> unary(name, Activation.SQRT, in);
            case "Rsqrt" -> unary(name, Activation.RSQRT, in);
            case "Exp" -> unary(name, Activation.EXP, in);
            case "Floor" -> unary(name, Activation.FLOOR, in);
            case "LeakyRelu" -> put(name, new Op.LeakyRelu(attributes.number("alpha", 0.2f)), in);
            case "Prelu" -> put(name, new Op.Prelu(), in);
            case "Softmax" -> put(name, new Op.Softmax(), in);
            case "Mean" -> reduce(name, Reducer.MEAN, attributes, in);
            case "Sum" -> reduce(name, Reducer.SUM, attributes, in);
            case "Max" -> reduce(name, Reducer.MAX, attributes, in);
            case "Pad", "PadV2" -> pad(name, in);
            case "Reshape" -> put(name, new Op.Reshape(integers(name, in.get(1))), List.of(in.get(0)));
            case "Squeeze" -> put(name, new Op.Reshape(squeezed(name, type, attributes)), List.of(in.get(0)));
            case "Transpose" -> put(name, new Op.Transpose(integers(name, in.get(1))), List.of(in.get(0)));
            case "ConcatV2" ->
                put(name, new Op.Concat(integers(name, in.getLast()).getFirst()), in.subList(0, in.size() - 1));
            case "ResizeBilinear" -> resize(name, attributes, in);
            case "DepthToSpace" -> put(name, new Op.DepthToSpace((int) attributes.number("block_size", 1)), in);
            default -> throw problem(name, type, "the engine does not know this operation; choose outputs before it");
        };
    }

    private String put(String name, Op op, List<String> inputs) {
        nodes.add(new Node(name, op, inputs));
        return name;
    }

    private String unary(String name, Activation function, List<String> in) {
        return put(name, new Op.Unary(function), in);
    }

    private Tensor weight(String name) {
        Tensor weight = weights.get(name);
        if (weight == null) {
            throw new ModelException("%s: the manifest has no weights for the constant '%s'.".formatted(source, name));
        }
        return weight;
    }

    private String conv(String name, TfjsAttributes attributes, List<String> in, boolean depthwise) {
        String weightName = in.get(1);
        Shape shape = constant(name, weightName).shape();
        int groups = 1;
        if (depthwise) {
            groups = shape.dim(2);
            weightName = depthwiseWeights(weightName, shape);
        }
        List<Integer> strides = attributes.integers("strides");
        List<Integer> dilations = attributes.integersOr("dilations", List.of(1, 1, 1, 1));
        Op.Conv2d conv = new Op.Conv2d(
                strides.get(1), strides.get(2), dilations.get(1), dilations.get(2), attributes.padding(), groups);
        List<String> inputs =
                in.size() > 2 ? List.of(in.get(0), weightName, in.get(2)) : List.of(in.get(0), weightName);
        return fused(name, conv, inputs, attributes, in);
    }

    private String depthwiseWeights(String weightName, Shape shape) {
        String grouped = weightName + "/grouped";
        if (nodes.stream().noneMatch(node -> node.name().equals(grouped))) {
            Shape four = Shape.of(shape.dim(0), shape.dim(1), 1, shape.dim(2) * shape.dim(3));
            put(grouped, new Op.Constant(weight(weightName).reshaped(four)), List.of());
        }
        return grouped;
    }

    private String matMul(String name, String type, TfjsAttributes attributes, List<String> in) {
        if (attributes.flag("transpose_a") || attributes.flag("transpose_b")) {
            throw problem(name, type, "transposed factors are not supported");
        }
        return fused(name, new Op.FullyConnected(), in.subList(0, Math.min(3, in.size())), attributes, in);
    }

    /** What TensorFlow fuses into a node becomes a node of its own; the engine decides itself what to fuse. */
    private String fused(String name, Op op, List<String> inputs, TfjsAttributes attributes, List<String> in) {
        Op after = null;
        List<String> more = List.of();
        for (String function : attributes.texts("fused_ops")) {
            switch (function) {
                case "BiasAdd" -> {}
                case "Relu" -> after = new Op.Unary(Activation.RELU);
                case "Relu6" -> after = new Op.Unary(Activation.RELU6);
                case "Sigmoid" -> after = new Op.Unary(Activation.SIGMOID);
                case "LeakyRelu" -> after = new Op.LeakyRelu(attributes.number("leakyrelu_alpha", 0.2f));
                case "Prelu" -> {
                    after = new Op.Prelu();
                    more = List.of(in.get(3));
                }
                default -> throw problem(name, function, "the engine does not know this fused function");
            }
        }
        if (after == null) {
            return put(name, op, inputs);
        }
        String before = put(name + "/linear", op, inputs);
        List<String> all = new ArrayList<>(List.of(before));
        all.addAll(more);
        return put(name, after, all);
    }

    private String pool(String name, Reducer reducer, TfjsAttributes attributes, List<String> in) {
        List<Integer> window = attributes.integers("ksize");
        List<Integer> strides = attributes.integers("strides");
        Op pool = new Op.Pool(
                reducer, window.get(1), window.get(2), strides.get(1), strides.get(2), attributes.padding());
        return put(name, pool, in);
    }

    private String addAll(String name, List<String> in) {
        String sum = in.get(0);
        for (int i = 1; i < in.size(); i++) {
            String next = i == in.size() - 1 ? name : name + "/" + i;
            sum = put(next, new Op.Binary(Arithmetic.ADD), List.of(sum, in.get(i)));
        }
        return sum;
    }

    private String reduce(String name, Reducer reducer, TfjsAttributes attributes, List<String> in) {
        boolean keeps = attributes.flag("keep_dims");
        return put(name, new Op.Reduce(reducer, integers(name, in.get(1)), keeps), List.of(in.get(0)));
    }

    private String pad(String name, List<String> in) {
        List<Integer> both = integers(name, in.get(1));
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int i = 0; i < both.size(); i += 2) {
            before.add(both.get(i));
            after.add(both.get(i + 1));
        }
        float value = in.size() > 2 ? constant(name, in.get(2)).data()[0] : 0;
        return put(name, new Op.Pad(before, after, value), List.of(in.get(0)));
    }

    /** Models here squeeze the plane of pooled maps away: {@code [n, 1, 1, c]} to {@code [n, c]}. */
    private List<Integer> squeezed(String name, String type, TfjsAttributes attributes) {
        if (attributes.integersOr("squeeze_dims", List.of()).equals(List.of(1, 2))) {
            return List.of(0, -1);
        }
        throw problem(name, type, "only axes 1 and 2 can be squeezed away");
    }

    private String resize(String name, TfjsAttributes attributes, List<String> in) {
        List<Integer> size = integers(name, in.get(1));
        PixelCentres centres = attributes.flag("align_corners")
                ? PixelCentres.ALIGNED_CORNERS
                : attributes.flag("half_pixel_centers") ? PixelCentres.HALF_PIXEL : PixelCentres.CORNER;
        return put(name, Op.Resize.to(size.get(0), size.get(1), centres), List.of(in.get(0)));
    }

    private List<Integer> integers(String name, String constant) {
        List<Integer> values = new ArrayList<>();
        for (float value : constant(name, constant).data()) {
            values.add((int) value);
        }
        return values;
    }

    private Tensor constant(String reader, String name) {
        for (Node node : nodes) {
            if (node.name().equals(name) && node.op() instanceof Op.Constant constant) {
                return constant.value();
            }
        }
        throw new ModelException(
                "%s: node '%s' needs '%s' as a constant, but it is computed.".formatted(source, reader, name));
    }

    private ModelException problem(String name, String type, String what) {
        return new ModelException("%s: node '%s' (%s): %s.".formatted(source, name, type, what));
    }

    /** The attributes of a node, which TensorFlow.js writes as {@code {"name": {"type": value}}}. */
    private record TfjsAttributes(@Nullable Object attributes) {
        private @Nullable Object value(String name, String kind) {
            return Json.member(Json.member(attributes, name), kind);
        }

        List<Integer> integers(String name) {
            return integersOr(name, List.of());
        }

        List<Integer> integersOr(String name, List<Integer> otherwise) {
            Object list = value(name, "list");
            return list == null
                    ? otherwise
                    : Json.elements(Json.member(list, "i")).stream()
                            .map(TfjsAttributes::integer)
                            .toList();
        }

        private static int integer(Object value) {
            return value instanceof Double number ? number.intValue() : Integer.parseInt(String.valueOf(value));
        }

        List<String> texts(String name) {
            return Json.elements(Json.member(value(name, "list"), "s")).stream()
                    .map(text -> decoded(String.valueOf(text)))
                    .toList();
        }

        float number(String name, float otherwise) {
            Object number = value(name, "f") == null ? value(name, "i") : value(name, "f");
            return number == null ? otherwise : Float.parseFloat(String.valueOf(number));
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(value(name, "b"));
        }

        Padding padding() {
            String text = decoded(String.valueOf(value("padding", "s")));
            return switch (text) {
                case "SAME" -> Padding.SAME;
                case "VALID" -> Padding.VALID;
                default -> throw new ModelException("The padding must be SAME or VALID, found %s.".formatted(text));
            };
        }

        Shape shape(String name) {
            return Shape.of(Json.elements(Json.member(value(name, "shape"), "dim")).stream()
                    .mapToInt(dim -> integer(java.util.Objects.requireNonNullElse(Json.member(dim, "size"), "-1")))
                    .toArray());
        }

        private static String decoded(String base64) {
            try {
                return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return base64;
            }
        }
    }
}
