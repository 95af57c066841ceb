package app.keepsake.engine.internal.format;

import app.keepsake.engine.Graph;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes the format that {@link app.keepsake.engine.ModelFile} describes. */
public final class ModelFileWriter {
    static final byte[] MAGIC = "KEEPSAKE".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;
    static final int PREFIX = 32;
    static final int ALIGNMENT = 64;

    private final ByteArrayOutputStream weights = new ByteArrayOutputStream();
    private final boolean halves;

    private ModelFileWriter(boolean halves) {
        this.halves = halves;
    }

    /** @param halves whether weights are stored in half precision */
    public static ByteBuffer bytes(Graph graph, boolean halves) {
        ModelFileWriter writer = new ModelFileWriter(halves);
        byte[] header = writer.header(graph).getBytes(StandardCharsets.UTF_8);
        int padded = Math.ceilDiv(PREFIX + header.length, ALIGNMENT) * ALIGNMENT - PREFIX;
        byte[] spaced = new byte[padded];
        java.util.Arrays.fill(spaced, (byte) ' ');
        System.arraycopy(header, 0, spaced, 0, header.length);
        byte[] data = writer.weights.toByteArray();
        ByteBuffer out = ByteBuffer.allocate(PREFIX + padded + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putInt(VERSION).putInt(padded).putLong(data.length);
        out.putInt(checksum(ByteBuffer.wrap(spaced))).putInt(checksum(ByteBuffer.wrap(data)));
        return out.put(spaced).put(data).flip();
    }

    static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private String header(Graph graph) {
        StringBuilder json = new StringBuilder("{\"outputs\":");
        append(json, graph.outputs());
        json.append(",\"nodes\":[");
        String separator = "\n";
        for (Node node : graph.nodes()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", node.name());
            fields.put("op", node.op().label());
            fields.put("inputs", node.inputs());
            fields.putAll(
                    node.op() instanceof Op.Constant constant ? constant(constant.value()) : OpFields.of(node.op()));
            append(json.append(separator), fields);
            separator = ",\n";
        }
        return json.append("]}\n").toString();
    }

    private Map<String, Object> constant(Tensor tensor) {
        int width = halves ? 2 : 4;
        ByteBuffer bytes = ByteBuffer.allocate(width * tensor.data().length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : tensor.data()) {
            if (halves) {
                bytes.putShort(Float.floatToFloat16(value));
            } else {
                bytes.putFloat(value);
            }
        }
        weights.writeBytes(new byte[Math.floorMod(-weights.size(), ALIGNMENT)]);
        int at = weights.size();
        weights.writeBytes(bytes.array());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("shape", OpFields.list(tensor.shape()));
        fields.put("type", halves ? "float16" : "float32");
        fields.put("at", at);
        return fields;
    }

    private static void append(StringBuilder json, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                json.append('{');
                String separator = "";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.append(separator)
                            .append(quoted(String.valueOf(entry.getKey())))
                            .append(':');
                    append(json, entry.getValue());
                    separator = ",";
                }
                json.append('}');
            }
            case List<?> list -> {
                json.append('[');
                for (int i = 0; i < list.size(); i++) {
                    json.append(i == 0 ? "" : ",");
                    append(json, list.get(i));
                }
                json.append(']');
            }
            case String text -> json.append(quoted(text));
            default -> json.append(value);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
