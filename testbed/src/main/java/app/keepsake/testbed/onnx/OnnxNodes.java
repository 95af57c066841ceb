package app.keepsake.testbed.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Writes nodes and constants of an ONNX graph (operator set 14). */
public final class OnnxNodes {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Protobuf graph = new Protobuf().text(2, "engine");
    private int names;

    /** An attribute of a node. */
    public record Attribute(String name, Protobuf encoded) {
        public static Attribute integer(String name, long value) {
            return new Attribute(
                    name, new Protobuf().text(1, name).number(3, value).number(20, 2));
        }

        public static Attribute decimal(String name, float value) {
            return new Attribute(
                    name, new Protobuf().text(1, name).decimal(2, value).number(20, 1));
        }

        public static Attribute text(String name, String value) {
            return new Attribute(
                    name, new Protobuf().text(1, name).text(4, value).number(20, 3));
        }

        public static Attribute integers(String name, int... values) {
            Protobuf encoded = new Protobuf().text(1, name);
            for (int value : values) {
                encoded.number(8, value);
            }
            return new Attribute(name, encoded.number(20, 7));
        }
    }

    private String fresh() {
        return "t" + names++;
    }

    /** Adds a node, and gives the name of its result. */
    public String add(String type, List<String> inputs, Attribute... attributes) {
        String result = fresh();
        addNamed(type, inputs, result, attributes);
        return result;
    }

    public void addNamed(String type, List<String> inputs, String result, Attribute... attributes) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, result).text(3, result).text(4, type);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.encoded());
        }
        graph.message(1, node);
    }

    public String floats(int[] extents, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(FLOAT, extents, raw);
    }

    /** A whole number of no axis. */
    public String integer(int value) {
        return constant(
                INT64,
                new int[0],
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value));
    }

    public String integers(int... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(raw::putLong);
        return constant(INT64, new int[] {values.length}, raw);
    }

    private String constant(int type, int[] extents, ByteBuffer raw) {
        String name = fresh();
        Protobuf tensor = new Protobuf();
        for (int extent : extents) {
            tensor.number(1, extent);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw.array()));
        return name;
    }

    public void input(String name, int... extents) {
        graph.message(11, value(name, FLOAT, extents));
    }

    /** An input of whole numbers. */
    public void wholeInput(String name, int... extents) {
        graph.message(11, value(name, INT64, extents));
    }

    public void output(String name, int... extents) {
        graph.message(12, value(name, FLOAT, extents));
    }

    /** An extent of -1 is told as one that may vary. */
    private static Protobuf value(String name, int type, int[] extents) {
        Protobuf dims = new Protobuf();
        for (int extent : extents) {
            dims.message(1, extent < 0 ? new Protobuf().text(2, "any") : new Protobuf().number(1, extent));
        }
        Protobuf tensor = new Protobuf().number(1, type).message(2, dims);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    public byte[] model() {
        return new Protobuf()
                .number(1, 8)
                .text(2, "keepsake-bench")
                .message(7, graph)
                .message(8, new Protobuf().text(1, "").number(2, 14))
                .toBytes();
    }
}
