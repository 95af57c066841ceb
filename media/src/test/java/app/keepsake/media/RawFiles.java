package app.keepsake.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small files that are built as the raw files of cameras are, with a JPEG in each and no sensor data to speak of. */
final class RawFiles {
    static final RgbImage SCENE = Pictures.scene(640, 400);

    private static final byte[] PICTURE = Pictures.jpeg(SCENE, false);
    private static final byte[] THUMBNAIL = Pictures.jpeg(Pictures.scene(160, 100), false);
    /** A lossless JPEG's header, as of sensor data. */
    private static final byte[] SENSOR = HexFormat.of().parseHex("ffd8ffc3000b0e0fa01770010111000000000000ffd9");

    private static final int NESTED = 0x014A;
    private static final int EXIF = 0x8769;
    private static final int SENSOR_COLOURS = 32_803;

    private RawFiles() {}

    /** One of each kind, by the ending of its name. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dng", dng(PICTURE, 1));
        files.put("cr2", cr2());
        files.put("cr3", cr3(1));
        files.put("nef", nef());
        files.put("nrw", nrw());
        files.put(
                "arw",
                camera().data(0x0201, 0x0202, PICTURE).nested(NESTED, sensor()).file(ByteOrder.LITTLE_ENDIAN));
        files.put(
                "srw",
                camera().nested(NESTED, sensor(), directory().data(0x0201, 0x0202, PICTURE))
                        .file(ByteOrder.LITTLE_ENDIAN));
        files.put(
                "pef",
                camera().shorts(0x0106, SENSOR_COLOURS)
                        .next(directory()
                                .data(0x0201, 0x0202, THUMBNAIL)
                                .next(directory().data(0x0201, 0x0202, PICTURE)))
                        .file(ByteOrder.BIG_ENDIAN));
        files.put("orf", orf("IIRO", "OLYMPUS\0II\3\0"));
        files.put("2.orf", orf("IIRS", "OM SYSTEM\0\0\0II\4\0"));
        files.put("rw2", camera().bytes(0x002E, PICTURE).file(ByteOrder.LITTLE_ENDIAN, "IIU\0", new byte[16]));
        files.put("raf", raf(PICTURE));
        return files;
    }

    static byte[] dng(byte[] picture, int turn) {
        return camera().shorts(0x0112, turn)
                .data(0x0111, 0x0117, THUMBNAIL)
                .bytes(0xC612, new byte[] {1, 4, 0, 0})
                .nested(NESTED, sensor(), directory().data(0x0111, 0x0117, picture))
                .file(ByteOrder.LITTLE_ENDIAN);
    }

    /** A picture that tells the turn itself, as those in raw files do. */
    static byte[] turned(int turn) {
        return Pictures.withSegment(PICTURE, 0xE1, Pictures.exifOrientation(turn));
    }

    static byte[] raf(byte[] picture) {
        ByteBuffer file = ByteBuffer.allocate(160 + picture.length);
        file.put("FUJIFILMCCD-RAW 0201FF393201Tiny".getBytes(StandardCharsets.US_ASCII));
        return file.putInt(84, 160).putInt(88, picture.length).put(160, picture).array();
    }

    static byte[] cr3(int turn) {
        byte[] camera = camera().shorts(0x0112, turn).file(ByteOrder.LITTLE_ENDIAN);
        byte[] exif = exif().file(ByteOrder.LITTLE_ENDIAN);
        byte[] own = join(
                HexFormat.of().parseHex("85c0b687820f11e08111f4ce462b6a48"), box("CMT1", camera), box("CMT2", exif));
        byte[] small = join(ByteBuffer.allocate(16).putInt(12, THUMBNAIL.length).array(), THUMBNAIL);
        byte[] preview =
                join(HexFormat.of().parseHex("eaf42b5e1c984b88b9fbb7dc406e4d16"), new byte[8], box("PRVW", small));
        byte[] start = join(box("ftyp", "crx \0\0\0\1crx isom".getBytes(StandardCharsets.US_ASCII)));
        // The offset in the track has the same length, whatever it is.
        int length = start.length + moov(own, 0).length + box("uuid", preview).length + 8;
        return join(start, moov(own, length), box("uuid", preview), box("mdat", PICTURE));
    }

    private static byte[] moov(byte[] own, int offset) {
        byte[] length =
                ByteBuffer.allocate(12).putInt(4, PICTURE.length).putInt(8, 1).array();
        byte[] place = ByteBuffer.allocate(16).putInt(4, 1).putLong(8, offset).array();
        byte[] table = box("stbl", box("stsz", length), box("co64", place));
        return box("moov", box("uuid", own), box("trak", box("mdia", box("minf", table))));
    }

    private static byte[] cr2() {
        TinyTiff.Directory last = directory().data(0x0111, 0x0117, SENSOR).shorts(0x0103, 6);
        return camera().shorts(0x0103, 6)
                .data(0x0111, 0x0117, PICTURE)
                .next(directory().data(0x0201, 0x0202, THUMBNAIL).next(last))
                .file(ByteOrder.LITTLE_ENDIAN, "II*\0", "CR\2\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] nef() {
        return camera().nested(NESTED, sensor(), directory().data(0x0201, 0x0202, PICTURE))
                .file(ByteOrder.BIG_ENDIAN);
    }

    /** The maker's note holds a structure of its own. */
    private static byte[] nrw() {
        TinyTiff.Directory note = directory().nested(0x0011, directory().data(0x0201, 0x0202, PICTURE));
        byte[] start = "Nikon\0\2\20\0\0".getBytes(StandardCharsets.ISO_8859_1);
        return camera().nested(NESTED, sensor())
                .nested(EXIF, directory().bytes(0x927C, join(start, note.file(ByteOrder.LITTLE_ENDIAN))))
                .file(ByteOrder.BIG_ENDIAN);
    }

    /** Offsets in the maker's note count from its begin. */
    private static byte[] orf(String mark, String start) {
        int header = start.length();
        int settings = header + 2 + 12 + 4;
        int picture = settings + 2 + 24 + 4;
        ByteBuffer note = ByteBuffer.allocate(picture + PICTURE.length).order(ByteOrder.LITTLE_ENDIAN);
        note.put(start.getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 1);
        note.putShort((short) 0x2020)
                .putShort((short) 13)
                .putInt(1)
                .putInt(settings)
                .putInt(0);
        note.putShort((short) 2);
        note.putShort((short) 0x0101).putShort((short) 4).putInt(1).putInt(picture);
        note.putShort((short) 0x0102)
                .putShort((short) 4)
                .putInt(1)
                .putInt(PICTURE.length)
                .putInt(0);
        note.put(PICTURE);
        return camera().nested(EXIF, exif().bytes(0x927C, note.array()))
                .file(ByteOrder.LITTLE_ENDIAN, mark, new byte[0]);
    }

    private static TinyTiff.Directory directory() {
        return new TinyTiff.Directory();
    }

    private static TinyTiff.Directory camera() {
        return directory().text(0x010F, "Maker").text(0x0110, "Tiny 1");
    }

    private static TinyTiff.Directory sensor() {
        return directory().shorts(0x0106, SENSOR_COLOURS).data(0x0111, 0x0117, SENSOR);
    }

    private static TinyTiff.Directory exif() {
        return directory().text(0x9003, "2021:05:12 12:21:21").text(0x9011, "+02:00");
    }

    private static byte[] box(String name, byte[]... bodies) {
        byte[] body = join(bodies);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
