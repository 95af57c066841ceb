package app.keepsake.bench;

import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Collects nodes and constants of an ONNX graph (operator set 14). */
final class OnnxNodes {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Protobuf graph = new Protobuf().text(2, "engine");
    private int names;

    /** An attribute of a node. */
    record Attribute(String name, Protobuf encoded) {
        static Attribute integer(String name, long value) {
            return new Attribute(
                    name, new Protobuf().text(1, name).number(3, value).number(20, 2));
        }

        static Attribute decimal(String name, float value) {
            return new Attribute(
                    name, new Protobuf().text(1, name).decimal(2, value).number(20, 1));
        }

        static Attribute text(String name, String value) {
            return new Attribute(
                    name, new Protobuf().text(1, name).text(4, value).number(20, 3));
        }

        static Attribute integers(String name, int... values) {
            Protobuf encoded = new Protobuf().text(1, name);
            for (int value : values) {
                encoded.number(8, value);
            }
            return new Attribute(name, encoded.number(20, 7));
        }
    }

    String fresh() {
        return "t" + names++;
    }

    String add(String type, List<String> inputs, Attribute... attributes) {
        String result = fresh();
        addNamed(type, inputs, result, attributes);
        return result;
    }

    void addNamed(String type, List<String> inputs, String result, Attribute... attributes) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, result).text(3, result).text(4, type);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.encoded());
        }
        graph.message(1, node);
    }

    String constant(Tensor tensor) {
        ByteBuffer raw = ByteBuffer.allocate(4 * tensor.data().length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(tensor.data());
        return constant(FLOAT, tensor.shape().extents(), raw);
    }

    String integers(int... values) {
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

    void input(String name, Shape shape) {
        graph.message(11, value(name, shape));
    }

    void output(String name, Shape shape) {
        graph.message(12, value(name, shape));
    }

    private static Protobuf value(String name, Shape shape) {
        Protobuf dims = new Protobuf();
        for (int extent : shape.extents()) {
            dims.message(1, new Protobuf().number(1, extent));
        }
        Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, dims);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    byte[] model() {
        return new Protobuf()
                .number(1, 8)
                .text(2, "keepsake-bench")
                .message(7, graph)
                .message(8, new Protobuf().text(1, "").number(2, 14))
                .toBytes();
    }
}
