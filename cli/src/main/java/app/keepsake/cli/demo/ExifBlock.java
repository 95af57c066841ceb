package app.keepsake.cli.demo;

import app.keepsake.media.GeoPoint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the EXIF data (CIPA DC-008) that says when and where a photo was taken: a big-endian TIFF with three tables. */
final class ExifBlock {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);
    private static final int START = 8;

    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private ExifBlock() {}

    static byte[] of(OffsetDateTime taken, Optional<GeoPoint> where) {
        Table exif = new Table()
                .ascii(0x9003, TIME.format(taken))
                .ascii(0x9004, TIME.format(taken))
                .ascii(0x9011, OFFSET.format(taken));
        Optional<Table> gps = where.map(ExifBlock::gps);
        int exifStart = START + main(taken, 0, gps.map(table -> 0)).length();
        int gpsStart = exifStart + exif.length();
        Table main = main(taken, exifStart, gps.map(table -> gpsStart));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, START});
        out.writeBytes(main.at(START));
        out.writeBytes(exif.at(exifStart));
        gps.ifPresent(table -> out.writeBytes(table.at(gpsStart)));
        return out.toByteArray();
    }

    private static Table main(OffsetDateTime taken, int exifStart, Optional<Integer> gpsStart) {
        Table table = new Table()
                .ascii(0x010F, "Keepsake")
                .ascii(0x0110, "Sample camera")
                .number(0x0112, SHORT, 1)
                .ascii(0x0132, TIME.format(taken))
                .number(0x8769, LONG, exifStart);
        gpsStart.ifPresent(start -> table.number(0x8825, LONG, start));
        return table;
    }

    private static Table gps(GeoPoint where) {
        return new Table()
                .add(0, BYTE, 4, new byte[] {2, 3, 0, 0})
                .ascii(1, where.latitude() < 0 ? "S" : "N")
                .degrees(2, where.latitude())
                .ascii(3, where.longitude() < 0 ? "W" : "E")
                .degrees(4, where.longitude());
    }

    /** An image file directory; entries are added by ascending tag. */
    private static final class Table {
        private static final int ENTRY = 12;
        private static final int INLINE = 4;

        private record Entry(int tag, int type, int count, byte[] value) {}

        private final List<Entry> entries = new ArrayList<>();

        Table add(int tag, int type, int count, byte[] value) {
            entries.add(new Entry(tag, type, count, value));
            return this;
        }

        Table ascii(int tag, String text) {
            byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
            return add(tag, ASCII, value.length, value);
        }

        Table number(int tag, int type, int value) {
            ByteBuffer bytes = ByteBuffer.allocate(INLINE);
            if (type == SHORT) {
                bytes.putShort((short) value);
            } else {
                bytes.putInt(value);
            }
            return add(tag, type, 1, bytes.array());
        }

        /** Degrees, minutes and ten-thousandths of seconds. */
        Table degrees(int tag, double value) {
            long rest = Math.round(Math.abs(value) * 3600 * 10_000);
            int whole = (int) (rest / (3600 * 10_000));
            int minutes = (int) (rest / (60 * 10_000) % 60);
            int seconds = (int) (rest % (60 * 10_000));
            return add(
                    tag,
                    RATIONAL,
                    3,
                    ByteBuffer.allocate(24)
                            .putInt(whole)
                            .putInt(1)
                            .putInt(minutes)
                            .putInt(1)
                            .putInt(seconds)
                            .putInt(10_000)
                            .array());
        }

        int length() {
            return entriesLength()
                    + entries.stream().mapToInt(entry -> beyond(entry.value())).sum();
        }

        private int entriesLength() {
            return 2 + ENTRY * entries.size() + 4;
        }

        /** Bytes that a value takes behind the entries, padded to a whole number of words. */
        private static int beyond(byte[] value) {
            return value.length <= INLINE ? 0 : value.length + value.length % 2;
        }

        /** The table as it stands at an offset of the TIFF data. */
        byte[] at(int start) {
            ByteBuffer out = ByteBuffer.allocate(length());
            int beyond = start + entriesLength();
            out.putShort((short) entries.size());
            for (Entry entry : entries) {
                out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
                byte[] value = entry.value();
                if (value.length <= INLINE) {
                    out.put(value).position(out.position() + INLINE - value.length);
                } else {
                    out.putInt(beyond).put(beyond - start, value);
                    beyond += beyond(value);
                }
            }
            return out.array();
        }
    }
}
