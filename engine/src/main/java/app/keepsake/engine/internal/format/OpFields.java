package app.keepsake.engine.internal.format;

import app.keepsake.engine.Activation;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Op;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Op.PixelCentres;
import app.keepsake.engine.Op.Reducer;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations as fields of a JSON object and back; constants are left to the file's reader and writer. */
final class OpFields {
    private final String source;
    private final Object node;

    private OpFields(String source, Object node) {
        this.source = source;
        this.node = node;
    }

    static Map<String, Object> of(Op op) {
        return switch (op) {
            case Op.Input input -> Map.of("shape", list(input.shape()));
            case Op.Constant ignored -> Map.of();
            case Op.Packed ignored -> throw new IllegalArgumentException("The numbers of packed weights are gone.");
            case Op.Conv2d conv ->
                Map.of(
                        "strides",
                        List.of(conv.strideH(), conv.strideW()),
                        "dilations",
                        List.of(conv.dilationH(), conv.dilationW()),
                        "padding",
                        padding(conv.padding()),
                        "groups",
                        conv.groups());
            case Op.TransposedConv2d conv ->
                Map.of("strides", List.of(conv.strideH(), conv.strideW()), "padding", padding(conv.padding()));
            case Op.Pool pool ->
                Map.of(
                        "reducer",
                        pool.reducer().name(),
                        "window",
                        List.of(pool.windowH(), pool.windowW()),
                        "strides",
                        List.of(pool.strideH(), pool.strideW()),
                        "padding",
                        padding(pool.padding()));
            case Op.Reduce reduce ->
                Map.of("reducer", reduce.reducer().name(), "axes", reduce.axes(), "keeps", reduce.keepsAxes());
            case Op.Binary binary -> Map.of("function", binary.arithmetic().name());
            case Op.Unary unary -> Map.of("function", unary.function().name());
            case Op.LeakyRelu leaky -> Map.of("slope", leaky.slope());
            case Op.Resize resize ->
                Map.of(
                        "size",
                        List.of(resize.height(), resize.width(), resize.factor()),
                        "centres",
                        resize.centres().name());
            case Op.Concat concat -> Map.of("axis", concat.axis());
            case Op.Pad pad -> Map.of("before", pad.before(), "after", pad.after(), "value", pad.value());
            case Op.Reshape reshape -> Map.of("extents", reshape.extents());
            case Op.Squeeze squeeze -> Map.of("axes", squeeze.axes());
            case Op.Transpose transpose -> Map.of("order", transpose.order());
            case Op.DepthToSpace blocks -> Map.of("block", blocks.block());
            case Op.Slice slice -> Map.of("begin", slice.begin(), "size", slice.size());
            case Op.BatchNorm norm -> Map.of("epsilon", norm.epsilon());
            case Op.Prelu ignored -> Map.of();
            case Op.Softmax ignored -> Map.of();
            case Op.FullyConnected ignored -> Map.of();
            case Op.MatMul ignored -> Map.of();
            case Op.Gather ignored -> Map.of();
            case Op.ArgMax ignored -> Map.of();
        };
    }

    static List<Integer> list(Shape shape) {
        return Arrays.stream(shape.extents()).boxed().toList();
    }

    private static List<Integer> padding(Padding padding) {
        return switch (padding) {
            case Padding.Same ignored -> List.of();
            case Padding.Explicit e -> List.of(e.top(), e.bottom(), e.left(), e.right());
        };
    }

    static Op read(String source, Object node) {
        return new OpFields(source, node).op();
    }

    private Op op() {
        String label = Json.text(source, node, "op");
        return switch (label) {
            case "Input" ->
                new Op.Input(
                        Shape.of(integers("shape").stream().mapToInt(i -> i).toArray()));
            case "Conv2d" ->
                new Op.Conv2d(
                        at("strides", 0), at("strides", 1), at("dilations", 0), at("dilations", 1), padding(), (int)
                                number("groups"));
            case "TransposedConv2d" -> new Op.TransposedConv2d(at("strides", 0), at("strides", 1), padding());
            case "Pool" ->
                new Op.Pool(
                        choice(Reducer.class, "reducer"),
                        at("window", 0),
                        at("window", 1),
                        at("strides", 0),
                        at("strides", 1),
                        padding());
            case "Reduce" ->
                new Op.Reduce(
                        choice(Reducer.class, "reducer"),
                        integers("axes"),
                        Boolean.TRUE.equals(Json.member(node, "keeps")));
            case "Binary" -> new Op.Binary(choice(Arithmetic.class, "function"));
            case "Unary" -> new Op.Unary(choice(Activation.class, "function"));
            case "LeakyRelu" -> new Op.LeakyRelu((float) number("slope"));
            case "Prelu" -> new Op.Prelu();
            case "Softmax" -> new Op.Softmax();
            case "Resize" ->
                new Op.Resize(at("size", 0), at("size", 1), at("size", 2), choice(PixelCentres.class, "centres"));
            case "Concat" -> new Op.Concat((int) number("axis"));
            case "Pad" -> new Op.Pad(integers("before"), integers("after"), (float) number("value"));
            case "FullyConnected" -> new Op.FullyConnected();
            case "MatMul" -> new Op.MatMul();
            case "Gather" -> new Op.Gather();
            case "ArgMax" -> new Op.ArgMax();
            case "Squeeze" -> new Op.Squeeze(integers("axes"));
            case "Reshape" -> new Op.Reshape(integers("extents"));
            case "Transpose" -> new Op.Transpose(integers("order"));
            case "DepthToSpace" -> new Op.DepthToSpace((int) number("block"));
            case "Slice" -> new Op.Slice(integers("begin"), integers("size"));
            case "BatchNorm" -> new Op.BatchNorm((float) number("epsilon"));
            default -> throw problem("an operation of this version", label);
        };
    }

    private Padding padding() {
        List<Integer> sides = integers("padding");
        return sides.isEmpty()
                ? Padding.SAME
                : new Padding.Explicit(at("padding", 0), at("padding", 1), at("padding", 2), at("padding", 3));
    }

    private int at(String field, int index) {
        List<Integer> values = integers(field);
        if (index >= values.size()) {
            throw problem("at least " + (index + 1) + " numbers in '" + field + "'", values);
        }
        return values.get(index);
    }

    private List<Integer> integers(String field) {
        return Json.elements(Json.member(node, field)).stream()
                .map(value -> {
                    if (value instanceof Double number) {
                        return number.intValue();
                    }
                    throw problem("numbers in '" + field + "'", value);
                })
                .toList();
    }

    private double number(String field) {
        if (Json.member(node, field) instanceof Double number) {
            return number;
        }
        throw problem("a number '" + field + "'", Json.member(node, field));
    }

    private <E extends Enum<E>> E choice(Class<E> type, String field) {
        String name = Json.text(source, node, field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw problem("one of " + List.of(type.getEnumConstants()) + " as '" + field + "'", name);
    }

    private ModelException problem(String expected, @Nullable Object found) {
        return new ModelException("%s: node '%s': expected %s, found %s. Maybe the file is of a later version."
                .formatted(source, Json.member(node, "name"), expected, found));
    }
}
