package app.keepsake.engine.internal.format;

import app.keepsake.engine.Graph;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the format that {@link app.keepsake.engine.ModelFile} describes. */
public final class ModelFileReader {
    private final String source;
    private final ByteBuffer weights;
    private final int weightsAt;

    private ModelFileReader(String source, ByteBuffer weights, int weightsAt) {
        this.source = source;
        this.weights = weights;
        this.weightsAt = weightsAt;
    }

    public static Graph read(String source, ByteBuffer given) {
        ByteBuffer bytes = given.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < ModelFileWriter.PREFIX) {
            throw problem(source, bytes.limit(), "a model of at least 32 bytes", "the end of the file");
        }
        for (int i = 0; i < ModelFileWriter.MAGIC.length; i++) {
            if (bytes.get(i) != ModelFileWriter.MAGIC[i]) {
                throw problem(source, i, "the mark KEEPSAKE", "another byte; this is not a model of this engine");
            }
        }
        int version = bytes.getInt(8);
        if (version != ModelFileWriter.VERSION) {
            throw problem(source, 8, "version " + ModelFileWriter.VERSION, "version " + version);
        }
        long headerBytes = Integer.toUnsignedLong(bytes.getInt(12));
        long weightBytes = bytes.getLong(16);
        long expected = ModelFileWriter.PREFIX + headerBytes + weightBytes;
        if (weightBytes < 0 || expected != bytes.limit()) {
            throw problem(source, bytes.limit(), "a file of " + expected + " bytes", "the end of the file");
        }
        int weightsAt = ModelFileWriter.PREFIX + (int) headerBytes;
        ByteBuffer header = bytes.slice(ModelFileWriter.PREFIX, (int) headerBytes);
        ByteBuffer weights = bytes.slice(weightsAt, (int) weightBytes).order(ByteOrder.LITTLE_ENDIAN);
        check(source, "header", ModelFileWriter.PREFIX, bytes.getInt(24), header);
        check(source, "weights", weightsAt, bytes.getInt(28), weights);
        String json = StandardCharsets.UTF_8.decode(header.duplicate()).toString();
        return new ModelFileReader(source, weights, weightsAt).graph(Json.parse(source + " (header)", json));
    }

    private static void check(String source, String part, int at, int expected, ByteBuffer bytes) {
        int found = ModelFileWriter.checksum(bytes.duplicate());
        if (found != expected) {
            throw problem(source, at, "%s with the checksum %08x".formatted(part, expected), "%08x".formatted(found));
        }
    }

    private Graph graph(Object header) {
        List<Node> nodes = new ArrayList<>();
        for (Object node : Json.elements(Json.member(header, "nodes"))) {
            String name = Json.text(source, node, "name");
            List<String> inputs = Json.elements(Json.member(node, "inputs")).stream()
                    .map(String::valueOf)
                    .toList();
            boolean isConstant = Json.text(source, node, "op").equals("Constant");
            Op op = isConstant ? new Op.Constant(constant(name, node)) : OpFields.read(source, node);
            nodes.add(new Node(name, op, inputs));
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        if (Json.member(header, "outputs") instanceof Map<?, ?> named) {
            named.forEach((name, node) -> outputs.put(String.valueOf(name), String.valueOf(node)));
        }
        try {
            return new Graph(nodes, outputs);
        } catch (ModelException e) {
            throw new ModelException("%s: %s".formatted(source, e.getMessage()));
        }
    }

    private Tensor constant(String name, Object node) {
        Shape shape;
        try {
            shape = Shape.of(Json.elements(Json.member(node, "shape")).stream()
                    .mapToInt(extent -> extent instanceof Double number ? number.intValue() : -2)
                    .toArray());
        } catch (ModelException e) {
            throw new ModelException("%s: node '%s': %s".formatted(source, name, e.getMessage()));
        }
        boolean half = Json.text(source, node, "type").equals("float16");
        long at = Json.member(node, "at") instanceof Double offset ? offset.longValue() : -1;
        long end = at + (long) shape.elements() * (half ? 2 : 4);
        if (at < 0 || end > weights.limit()) {
            throw problem(
                    source,
                    weightsAt + Math.max(0, at),
                    "the weights '%s' of shape %s up to byte %d".formatted(name, shape, weightsAt + end),
                    "the end of the file");
        }
        float[] data = new float[shape.elements()];
        if (half) {
            for (int i = 0; i < data.length; i++) {
                data[i] = Float.float16ToFloat(weights.getShort((int) at + 2 * i));
            }
        } else {
            weights.slice((int) at, 4 * data.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(data);
        }
        return Tensor.of(shape, data);
    }

    private static ModelException problem(String source, long at, String expected, String found) {
        return new ModelException("%s: at byte %d expected %s, found %s. Maybe the file is truncated or damaged."
                .formatted(source, at, expected, found));
    }
}
