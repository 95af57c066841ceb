package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.ToLongFunction;

/** Tensors of ONNX files, and their way into the engine's order of axes. */
final class OnnxTensor {
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int INT32 = 6;
    private static final int INT64 = 7;
    private static final int BOOL = 9;
    private static final int FLOAT16 = 10;
    private static final int DOUBLE = 11;

    /** Fields of a {@code TensorProto}. */
    private static final int INTS = 5;

    private static final int LONGS = 7;
    private static final int RAW = 9;
    private static final int DOUBLES = 10;
    private static final int LOCATION = 14;

    private OnnxTensor() {}

    /** Whether a message {@code TensorProto} has whole numbers, or truth values. */
    static boolean isWhole(ProtoFields message) {
        return isWhole((int) message.number(2, 0));
    }

    /** @param type of a {@code TensorProto} */
    static boolean isWhole(int type) {
        return type != FLOAT && type != FLOAT16 && type != DOUBLE;
    }

    /** Reads a message {@code TensorProto}; whole numbers become floats. */
    static Tensor read(ProtoFields message) {
        if (message.number(LOCATION, 0) != 0) {
            throw new ModelException(
                    "%s: tensor '%s' is kept in a second file; only models in one file are read. Export it again without external data."
                            .formatted(message.source(), message.text(8)));
        }
        int[] extents = message.numbers(1).stream().mapToInt(Math::toIntExact).toArray();
        Shape shape = Shape.of(extents);
        float[] values = new float[shape.elements()];
        int type = (int) message.number(2, 0);
        List<ProtoFields.Field> raw = message.all(RAW);
        if (type == FLOAT && !raw.isEmpty()) {
            ByteBuffer bytes = sized(message, raw.getLast().bytes(), values.length, Float.BYTES);
            bytes.asFloatBuffer().get(values);
        } else if (type == FLOAT) {
            readFloats(message, values);
        } else if (type == FLOAT16 && !raw.isEmpty()) {
            ByteBuffer bytes = sized(message, raw.getLast().bytes(), values.length, Short.BYTES);
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.float16ToFloat(bytes.getShort());
            }
        } else if (type == DOUBLE) {
            readDoubles(message, values);
        } else if (type == BOOL) {
            readWhole(message, INTS, 1, ByteBuffer::get, values);
        } else if (type == INT64) {
            readWhole(message, LONGS, Long.BYTES, ByteBuffer::getLong, values);
        } else if (type == UINT8) {
            readWhole(message, INTS, 1, bytes -> bytes.get() & 0xFF, values);
        } else if (type == INT8) {
            readWhole(message, INTS, 1, ByteBuffer::get, values);
        } else if (type == INT32) {
            readWhole(message, INTS, Integer.BYTES, ByteBuffer::getInt, values);
        } else {
            throw new ModelException(
                    "%s: tensor '%s' has the type %d; only float (1), 8 bits (2, 3), int32 (6), int64 (7), bool (9), float16 (10) and double (11) are read."
                            .formatted(message.source(), message.text(8), type));
        }
        return Tensor.of(shape, values);
    }

    private static void readFloats(ProtoFields message, float[] values) {
        int n = 0;
        for (ProtoFields.Field field : message.all(4)) {
            if (field.bytes().capacity() == 0 && n < values.length) {
                values[n++] = Float.intBitsToFloat((int) field.value());
            } else {
                int count = Math.min(values.length - n, field.bytes().capacity() / Float.BYTES);
                little(field.bytes()).asFloatBuffer().get(values, n, count);
                n += count;
            }
        }
        check(message, n, values.length);
    }

    /** The floats of a field that stand there one by one or packed. */
    static float[] floats(ProtoFields message, int number) {
        int count = message.all(number).stream()
                .mapToInt(field ->
                        field.bytes().capacity() == 0 ? 1 : field.bytes().capacity() / Float.BYTES)
                .sum();
        float[] values = new float[count];
        int n = 0;
        for (ProtoFields.Field field : message.all(number)) {
            if (field.bytes().capacity() == 0) {
                values[n++] = Float.intBitsToFloat((int) field.value());
            } else {
                ByteBuffer bytes = little(field.bytes());
                while (bytes.remaining() >= Float.BYTES) {
                    values[n++] = bytes.getFloat();
                }
            }
        }
        return values;
    }

    private static void readDoubles(ProtoFields message, float[] values) {
        List<ProtoFields.Field> raw = message.all(RAW);
        List<ProtoFields.Field> fields = raw.isEmpty() ? message.all(DOUBLES) : raw;
        int n = 0;
        for (ProtoFields.Field field : fields) {
            ByteBuffer bytes = little(field.bytes());
            if (bytes.remaining() == 0 && n < values.length) {
                values[n++] = (float) Double.longBitsToDouble(field.value());
            }
            while (bytes.remaining() >= Double.BYTES && n < values.length) {
                values[n++] = (float) bytes.getDouble();
            }
        }
        check(message, n, values.length);
    }

    /**
     * @param field where the numbers are when they are not raw
     * @param size of a raw one in bytes
     */
    private static void readWhole(
            ProtoFields message, int field, int size, ToLongFunction<ByteBuffer> next, float[] values) {
        List<ProtoFields.Field> raw = message.all(RAW);
        if (raw.isEmpty()) {
            List<Long> numbers = message.numbers(field);
            check(message, numbers.size(), values.length);
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers.get(i);
            }
        } else {
            ByteBuffer bytes = sized(message, raw.getLast().bytes(), values.length, size);
            for (int i = 0; i < values.length; i++) {
                values[i] = next.applyAsLong(bytes);
            }
        }
    }

    private static ByteBuffer sized(ProtoFields message, ByteBuffer bytes, int count, int size) {
        check(message, bytes.capacity() / size, count);
        return little(bytes);
    }

    private static ByteBuffer little(ByteBuffer bytes) {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void check(ProtoFields message, int found, int expected) {
        if (found != expected) {
            throw new ModelException("%s: tensor '%s' should have %d values, but has %d. Maybe the file is damaged."
                    .formatted(message.source(), message.text(8), expected, found));
        }
    }

    /** Axis {@code order[i]} moves to place {@code i}; for tensors of rank 4. */
    static Tensor transposed(Tensor x, int... order) {
        int[] from = x.shape().extents();
        int[] strides = {from[1] * from[2] * from[3], from[2] * from[3], from[3], 1};
        Shape shape = Shape.of(from[order[0]], from[order[1]], from[order[2]], from[order[3]]);
        float[] values = new float[x.data().length];
        int n = 0;
        for (int a = 0; a < shape.dim(0); a++) {
            for (int b = 0; b < shape.dim(1); b++) {
                for (int c = 0; c < shape.dim(2); c++) {
                    for (int d = 0; d < shape.dim(3); d++) {
                        values[n++] = x.data()[
                                a * strides[order[0]]
                                        + b * strides[order[1]]
                                        + c * strides[order[2]]
                                        + d * strides[order[3]]];
                    }
                }
            }
        }
        return Tensor.of(shape, values);
    }

    /** A constant that is added to or multiplied with maps, in the engine's order of axes. */
    static Tensor forMaps(Tensor x) {
        int rank = x.shape().rank();
        if (rank > 4 || x.data().length == 1) {
            return x;
        }
        int[] extents = {1, 1, 1, 1};
        System.arraycopy(x.shape().extents(), 0, extents, 4 - rank, rank);
        return transposed(x.reshaped(Shape.of(extents)), 0, 2, 3, 1);
    }
}
