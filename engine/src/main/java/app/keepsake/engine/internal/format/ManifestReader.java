package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.WeightShards;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the weights that a TensorFlow.js manifest describes. */
public final class ManifestReader {
    private ManifestReader() {}

    public static Map<String, Tensor> read(String source, String json, WeightShards shards) throws IOException {
        return read(source, Json.parse(source, json), shards);
    }

    static Map<String, Tensor> read(String source, @Nullable Object groups, WeightShards shards) throws IOException {
        if (!(groups instanceof List<?>)) {
            throw new ModelException(
                    "%s: expected a list of weight groups at the top. Maybe this is another kind of file."
                            .formatted(source));
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Object group : Json.elements(groups)) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (Object path : Json.elements(Json.member(group, "paths"))) {
                joined.write(shards.bytes(String.valueOf(path)));
            }
            ByteBuffer bytes = ByteBuffer.wrap(joined.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            for (Object weight : Json.elements(Json.member(group, "weights"))) {
                String name = Json.text(source, weight, "name");
                tensors.put(name, tensor(source, name, weight, bytes));
            }
            if (bytes.hasRemaining()) {
                throw new ModelException(
                        "%s: the weights end at byte %d, but their files have %d. Maybe the files are of another version."
                                .formatted(source, bytes.position(), bytes.limit()));
            }
        }
        return tensors;
    }

    private static Tensor tensor(String source, String name, Object weight, ByteBuffer bytes) {
        Shape shape = shape(source, name, Json.member(weight, "shape"));
        Object quantization = Json.member(weight, "quantization");
        String type = Json.text(source, weight, "dtype");
        String stored = quantization == null ? type : Json.text(source, quantization, "dtype");
        int width = width(source, name, stored);
        long needed = (long) shape.elements() * width;
        if (needed > bytes.remaining()) {
            throw new ModelException("%s: '%s' of shape %s needs %d bytes from byte %d, but only %d are left."
                            .formatted(source, name, shape, needed, bytes.position(), bytes.remaining())
                    + " Maybe the file is truncated.");
        }
        float scale = quantization == null ? 1 : number(quantization, "scale", 1);
        float minimum = quantization == null ? 0 : number(quantization, "min", 0);
        float[] data = new float[shape.elements()];
        for (int i = 0; i < data.length; i++) {
            data[i] = switch (stored) {
                case "float32" -> bytes.getFloat();
                case "float16" -> Float.float16ToFloat(bytes.getShort());
                case "int32" -> bytes.getInt();
                case "uint16" -> (bytes.getShort() & 0xffff) * scale + minimum;
                default -> (bytes.get() & 0xff) * scale + minimum;
            };
        }
        return Tensor.of(shape, data);
    }

    private static int width(String source, String name, String type) {
        return switch (type) {
            case "float32", "int32" -> 4;
            case "float16", "uint16" -> 2;
            case "uint8", "bool" -> 1;
            default ->
                throw new ModelException(
                        "%s: '%s' is stored as %s; expected float32, float16, int32, uint16, uint8 or bool."
                                .formatted(source, name, type));
        };
    }

    private static Shape shape(String source, String name, @Nullable Object extents) {
        try {
            Shape shape = Shape.of(Json.elements(extents).stream()
                    .mapToInt(extent -> extent instanceof Double number ? number.intValue() : -2)
                    .toArray());
            if (shape.isKnown()) {
                return shape;
            }
        } catch (ModelException e) {
            throw new ModelException("%s: '%s': %s".formatted(source, name, e.getMessage()));
        }
        throw new ModelException(
                "%s: '%s' has the shape %s, which is not one of positive numbers.".formatted(source, name, extents));
    }

    private static float number(Object node, String name, float otherwise) {
        return Json.member(node, name) instanceof Double number ? number.floatValue() : otherwise;
    }
}
