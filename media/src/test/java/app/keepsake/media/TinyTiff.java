package app.keepsake.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes TIFF structures with whatever tags, nested directories and data a test needs. */
final class TinyTiff {
    static final int SHORT = 3;
    static final int LONG = 4;
    static final int BYTES = 7;

    private final ByteBuffer out;
    private int end;

    private TinyTiff(ByteOrder order) {
        out = ByteBuffer.allocate(1 << 20).order(order);
    }

    /** A directory in the making. */
    static final class Directory {
        private final List<Entry> entries = new ArrayList<>();
        private Directory next;

        Directory shorts(int tag, int... values) {
            entries.add(new Entry(tag, SHORT, values.length, values, new byte[0], List.of()));
            return this;
        }

        Directory longs(int tag, int... values) {
            entries.add(new Entry(tag, LONG, values.length, values, new byte[0], List.of()));
            return this;
        }

        Directory text(int tag, String text) {
            byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
            entries.add(new Entry(tag, 2, bytes.length, new int[0], bytes, List.of()));
            return this;
        }

        Directory bytes(int tag, byte[] bytes) {
            entries.add(new Entry(tag, BYTES, bytes.length, new int[0], bytes, List.of()));
            return this;
        }

        /** Data whose place and length two tags tell. */
        Directory data(int place, int length, byte[] data) {
            entries.add(new Entry(place, LONG, -1, new int[0], data, List.of()));
            return longs(length, data.length);
        }

        Directory nested(int tag, Directory... inner) {
            entries.add(new Entry(tag, LONG, inner.length, new int[0], new byte[0], List.of(inner)));
            return this;
        }

        Directory next(Directory following) {
            next = following;
            return this;
        }

        /** As a file of its own. */
        byte[] file(ByteOrder order) {
            return file(order, order == ByteOrder.LITTLE_ENDIAN ? "II*\0" : "MM\0*", new byte[0]);
        }

        /** The same with a mark of four letters, and something between it and the directory. */
        byte[] file(ByteOrder order, String mark, byte[] between) {
            TinyTiff tiff = new TinyTiff(order);
            tiff.out.put(mark.getBytes(StandardCharsets.ISO_8859_1)).position(8).put(between);
            tiff.end = 8 + between.length;
            tiff.out.putInt(4, tiff.write(this));
            return Arrays.copyOf(tiff.out.array(), tiff.end);
        }
    }

    private record Entry(int tag, int type, int count, int[] numbers, byte[] bytes, List<Directory> inner) {}

    private int write(Directory directory) {
        int at = end;
        int count = directory.entries.size();
        end += 2 + 12 * count + 4;
        out.putShort(at, (short) count);
        for (int i = 0; i < count; i++) {
            write(directory.entries.get(i), at + 2 + 12 * i);
        }
        if (directory.next != null) {
            out.putInt(at + 2 + 12 * count, write(directory.next));
        }
        return at;
    }

    private void write(Entry entry, int at) {
        out.putShort(at, (short) entry.tag).putShort(at + 2, (short) entry.type);
        out.putInt(at + 4, entry.count < 0 ? 1 : entry.count);
        if (entry.count < 0) {
            out.putInt(at + 8, put(entry.bytes));
            return;
        }
        byte[] values = values(entry);
        if (values.length <= 4) {
            out.put(at + 8, values);
        } else {
            out.putInt(at + 8, put(values));
        }
    }

    private byte[] values(Entry entry) {
        int[] numbers = entry.inner.isEmpty()
                ? entry.numbers
                : entry.inner.stream().mapToInt(this::write).toArray();
        if (numbers.length == 0) {
            return entry.bytes;
        }
        ByteBuffer values = ByteBuffer.allocate(numbers.length * (entry.type == SHORT ? 2 : 4))
                .order(out.order());
        for (int number : numbers) {
            if (entry.type == SHORT) {
                values.putShort((short) number);
            } else {
                values.putInt(number);
            }
        }
        return values.array();
    }

    private int put(byte[] data) {
        int at = end;
        out.put(at, data);
        end += data.length;
        return at;
    }
}
