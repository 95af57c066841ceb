package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The fields of a Protocol Buffers message in wire format; nested messages and packed lists are read on demand. */
record ProtoFields(String source, List<Field> fields) {
    /** @param value of varints and fixed-width fields; bytes of the others */
    record Field(int number, long value, ByteBuffer bytes) {}

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    /**
     * @throws ModelException if a field runs over the message's end; names the byte offset in it
     */
    static ProtoFields read(String source, ByteBuffer message) {
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            int at = in.position();
            try {
                fields.add(field(in));
            } catch (java.nio.BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
                throw new ModelException(
                        "%s: expected a field at byte %d, found the end or damage. Maybe the file was cut off."
                                .formatted(source, at),
                        e);
            }
        }
        return new ProtoFields(source, fields);
    }

    private static Field field(ByteBuffer in) {
        long key = varint(in);
        int number = Math.toIntExact(key >>> 3);
        return switch ((int) (key & 7)) {
            case 0 -> new Field(number, varint(in), NONE);
            case 1 -> new Field(number, in.getLong(), NONE);
            case 2 -> {
                int length = (int) Math.min(Integer.MAX_VALUE, varint(in) & Long.MAX_VALUE);
                ByteBuffer bytes = in.slice(in.position(), checked(length, in)).order(ByteOrder.LITTLE_ENDIAN);
                in.position(in.position() + length);
                yield new Field(number, 0, bytes);
            }
            case 5 -> new Field(number, in.getInt(), NONE);
            default -> throw new IllegalArgumentException("wire type");
        };
    }

    private static int checked(int length, ByteBuffer in) {
        if (length > in.remaining()) {
            throw new IllegalArgumentException("length");
        }
        return length;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("varint");
    }

    List<Field> all(int number) {
        return fields.stream().filter(field -> field.number() == number).toList();
    }

    List<ProtoFields> messages(int number) {
        return all(number).stream().map(field -> read(source, field.bytes())).toList();
    }

    List<String> texts(int number) {
        return all(number).stream().map(field -> text(field.bytes())).toList();
    }

    String text(int number) {
        List<String> texts = texts(number);
        return texts.isEmpty() ? "" : texts.getLast();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    long number(int number, long otherwise) {
        List<Field> found = all(number);
        return found.isEmpty() ? otherwise : found.getLast().value();
    }

    /** Whole numbers, each in a field of its own or packed together. */
    List<Long> numbers(int number) {
        List<Long> numbers = new ArrayList<>();
        for (Field field : all(number)) {
            if (field.bytes() == NONE) {
                numbers.add(field.value());
            } else {
                ByteBuffer packed = field.bytes().duplicate();
                while (packed.hasRemaining()) {
                    numbers.add(varint(packed));
                }
            }
        }
        return numbers;
    }
}
