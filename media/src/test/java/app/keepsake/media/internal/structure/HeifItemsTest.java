package app.keepsake.media.internal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.HdrKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class HeifItemsTest {
    private static final String TIFF = "4d4d002a00000008";
    private static final String XMP = "<x:xmpmeta/>";

    @Test
    void tellsWhetherAPropertyOfThePictureTurnsIt() throws IOException {
        assertThat(items("ispe irot", "0001 02 01 82").isTurned()).isTrue();
        assertThat(items("ispe imir", "0001 02 01 82").isTurned()).isTrue();
        // Another picture's property.
        assertThat(items("ispe irot", "0004 02 01 82").isTurned()).isFalse();
        assertThat(items("ispe irot", "0001 02 01 80").isTurned()).isFalse();
        assertThat(items("ispe free", "0001 02 01 82").isTurned()).isFalse();
    }

    @Test
    void leavesOutPropertiesOfNumberNone() throws IOException {
        assertThat(items("ispe irot", "0001 02 01 82").patches()).isEmpty();
        byte[] file = file("ispe free", "0001 03 80 01 02", false);
        HeifItems.Patch patch = HeifItems.read(Window.of(file)).patches().getFirst();
        assertThat(Arrays.copyOfRange(file, (int) patch.at(), (int) patch.at() + 6))
                .isEqualTo(hex("000103800102"));
        assertThat(patch.bytes()).isEqualTo(hex("000102010200"));
        // One that there is not.
        byte[] beyond = file("ispe free", "0001 03 85 01 02", false);
        assertThat(HeifItems.read(Window.of(beyond)).patches().getFirst().bytes())
                .isEqualTo(hex("000102010200"));
    }

    @Test
    void findsThePicturesOwnExifAndXmp() throws IOException {
        for (boolean inItemData : new boolean[] {false, true}) {
            byte[] file = file("ispe", "0001 01 01", inItemData);
            HeifItems items = HeifItems.read(Window.of(file));
            assertThat(items.exif(1 << 20)).contains(hex(TIFF));
            assertThat(items.xmp(1 << 20)).contains(XMP.getBytes(StandardCharsets.UTF_8));
            for (int length = 0; length < file.length; length++) {
                HeifItems cut = HeifItems.read(Window.of(Arrays.copyOf(file, length)));
                assertThat(cut.exif(1 << 20).map(exif -> exif.length).orElse(8)).isEqualTo(8);
            }
        }
    }

    @Test
    void findsASecondPictureOfBrightness() throws IOException {
        assertThat(items("ispe irot", "0001 02 01 82").gainMap()).isEmpty();
        byte[] apple = box("auxC", hex("00000000"), text("urn:com:apple:photo:2020:aux:hdrgainmap\0"));
        byte[] file = box("meta", hex("00000000"), box("iprp", box("ipco", apple)));
        assertThat(HeifItems.read(Window.of(file)).gainMap()).contains(HdrKind.APPLE_GAIN_MAP);
        byte[] depth = box("auxC", hex("00000000"), text("urn:com:apple:photo:2018:aux:depth\0"));
        byte[] other = box("meta", hex("00000000"), box("iprp", box("ipco", depth)));
        assertThat(HeifItems.read(Window.of(other)).gainMap()).isEmpty();
        byte[] derived = box("meta", hex("00000000"), box("iinf", hex("00000000 0001"), info(1, "tmap")));
        assertThat(HeifItems.read(Window.of(derived)).gainMap()).contains(HdrKind.GAIN_MAP);
    }

    private static HeifItems items(String properties, String association) throws IOException {
        return HeifItems.read(Window.of(file(properties, association, false)));
    }

    /** A picture, its EXIF and its XMP, and the XMP of another picture before it. */
    private static byte[] file(String properties, String association, boolean inItemData) {
        byte[] data = join(hex("00000006"), text("Exif\0\0"), hex(TIFF), text(XMP));
        byte[] head = box("ftyp", text("heic"), hex("00000000"));
        // The place of the data depends on the length of what tells of it, which does not depend on the place.
        byte[] first = meta(properties, association, inItemData, 0, data);
        int at = inItemData ? 0 : head.length + first.length + 8;
        return join(head, meta(properties, association, inItemData, at, data), box("mdat", data));
    }

    private static byte[] meta(String properties, String association, boolean inItemData, int at, byte[] data) {
        ByteArrayOutputStream boxes = new ByteArrayOutputStream();
        for (String property : properties.split(" ", -1)) {
            boxes.writeBytes(box(property, hex("00")));
        }
        String method = inItemData ? "0001" : "0000";
        ByteBuffer places = ByteBuffer.allocate(200);
        places.put(hex("01000000 4400 0003"));
        place(places, 2, method, at, 18);
        place(places, 3, method, at + 18, XMP.length());
        place(places, 5, method, at + 18, 3);
        return box(
                "meta",
                hex("00000000"),
                box("pitm", hex("00000000 0001")),
                box("iinf", hex("00000000 0004"), info(1, "hvc1"), info(2, "Exif"), xmp(5), xmp(3)),
                box(
                        "iref",
                        hex("00000000"),
                        box("cdsc", hex("0002 0001 0001")),
                        box("cdsc", hex("0005 0001 0004")),
                        box("cdsc", hex("0003 0001 0001"))),
                box("iprp", box("ipco", boxes.toByteArray()), box("ipma", hex("00000000 00000001"), hex(association))),
                box("iloc", Arrays.copyOf(places.array(), places.position())),
                inItemData ? box("idat", data) : new byte[0]);
    }

    private static void place(ByteBuffer places, int item, String method, int at, int length) {
        places.putShort((short) item).put(hex(method)).putShort((short) 0).putShort((short) 1);
        places.putInt(at).putInt(length);
    }

    private static byte[] info(int item, String type) {
        return box("infe", hex("02000000 00%02d 0000".formatted(item)), text(type + "\0"));
    }

    private static byte[] xmp(int item) {
        return info(item, "mime\0application/rdf+xml");
    }

    private static byte[] box(String name, byte[]... parts) {
        byte[] body = join(parts);
        return join(ByteBuffer.allocate(4).putInt(body.length + 8).array(), text(name), body);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
