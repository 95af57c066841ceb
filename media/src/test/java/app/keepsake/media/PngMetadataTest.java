package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PngMetadataTest {
    /** Behind the mark and the header. */
    private static final int BEFORE_PIXELS = 33;

    private static final int END_CHUNK = 12;
    private static final LocalDateTime TAKEN = LocalDateTime.of(1988, 12, 1, 18, 53, 44);
    private static final String PACKET = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"
             exif:DateTimeOriginal="1988-12-01T18:53:44"/></rdf:RDF></x:xmpmeta>""";

    @TempDir
    Path folder;

    private final byte[] png =
            Pictures.encode("png", Pictures.buffered(Pictures.scene(60, 40), BufferedImage.TYPE_3BYTE_BGR));

    @ParameterizedTest
    @ValueSource(strings = {"exif", "APP1", "Exif"})
    void readsExifInDigits(String name) throws IOException {
        byte[] exif = Pictures.exifOrientation(6);
        byte[] structure = Arrays.copyOfRange(exif, 6, exif.length);
        byte[] profile = name.equals("exif") ? structure : exif;
        byte[] text = digits(name, profile);
        for (int at : new int[] {BEFORE_PIXELS, png.length - END_CHUNK}) {
            assertTurned(with(at, "tEXt", bytes("Raw profile type " + name + "\0"), text));
            assertTurned(with(at, "zTXt", bytes("Raw profile type " + name + "\0\0"), packed(text)));
            assertTurned(with(at, "iTXt", bytes("Raw profile type " + name + "\0\1\0\0\0"), packed(text)));
            assertTurned(with(at, "eXIf", structure));
        }
    }

    private void assertTurned(Path file) throws MediaException {
        assertThat(MediaReader.read(file).width()).isEqualTo(40);
        RgbImage image = PhotoDecoder.create().decode(file, 100);
        assertThat(image.width()).isEqualTo(40);
        // The marked corner went from the upper left to the upper right.
        assertThat(image.pixels()[3 * 39] & 0xFF).isGreaterThan(200);
    }

    @Test
    void readsXmpInDigitsAndAsText() throws MediaException, IOException {
        byte[] text = digits("xmp", bytes(PACKET));
        assertThat(taken(with(BEFORE_PIXELS, "zTXt", bytes("Raw profile type xmp\0\0"), packed(text))))
                .isEqualTo(TAKEN);
        byte[] segment = digits("APP1", bytes("http://ns.adobe.com/xap/1.0/\0" + PACKET));
        assertThat(taken(with(BEFORE_PIXELS, "tEXt", bytes("Raw profile type APP1\0"), segment)))
                .isEqualTo(TAKEN);
        byte[] packet = bytes(PACKET);
        assertThat(taken(with(png.length - END_CHUNK, "iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0"), packet)))
                .isEqualTo(TAKEN);
        byte[] packed = packed(packet);
        assertThat(taken(with(BEFORE_PIXELS, "iTXt", bytes("XML:com.adobe.xmp\0\1\0en\0name\0"), packed)))
                .isEqualTo(TAKEN);
        assertThat(taken(with(BEFORE_PIXELS, "zTXt", bytes("XML:com.adobe.xmp\0\0"), packed)))
                .isEqualTo(TAKEN);
    }

    @Test
    void passesOverWhatIsDamaged() throws IOException {
        for (String text :
                new String[] {"", "\n", "\nexif\n", "\nexif\n 99\n4d4d", "\nexif\n 2\nxy", "\nexif\n -1\n"}) {
            Path file = with(BEFORE_PIXELS, "tEXt", bytes("Raw profile type exif\0"), bytes(text));
            assertThat(MediaReader.read(file).width()).isEqualTo(60);
        }
        byte[] cut = Arrays.copyOf(packed(bytes(PACKET)), 60);
        Path file = with(BEFORE_PIXELS, "iTXt", bytes("XML:com.adobe.xmp\0\1\0\0\0"), cut);
        assertThat(MediaReader.read(file).timeSource()).contains("file time");
    }

    @Test
    void unpacksNoMoreThanItReads() throws IOException {
        byte[] bomb = packed(new byte[64 << 20]);
        Path exif = with(BEFORE_PIXELS, "zTXt", bytes("Raw profile type exif\0\0"), bomb);
        assertThat(MediaReader.read(exif).width()).isEqualTo(60);
        Path xmp = with(BEFORE_PIXELS, "zTXt", bytes("Raw profile type xmp\0\0"), bomb);
        assertThatThrownBy(() -> MediaReader.read(xmp)).hasMessageContaining("XMP metadata of at most 4 MB");
    }

    @Test
    void readsWhatProgramsWrote() throws MediaException {
        for (String name : new String[] {"exif-legacy.png", "exif-legacy-app1.png"}) {
            MediaInfo info = MediaReader.read(SharedCases.file("png-raw-profile-exif/" + name));
            assertThat(info.capturedAt().orElseThrow().toLocalDate()).isEqualTo("2023-07-09");
            assertThat(info.location()).isPresent();
        }
        MediaInfo gimp = MediaReader.read(SharedCases.file("png-raw-profile-exif/gimp.png"));
        assertThat(gimp.camera()).contains("Canon EOS M3");
        MediaInfo scan = MediaReader.read(SharedCases.file("xmp-followed-by-garbage/fastfoto.png"));
        assertThat(scan.capturedAt()).contains(TAKEN);
        assertThat(scan.regions()).extracting(NamedRegion::name).containsExactly("Ann Example");
    }

    @Test
    void readsWhenItWasChangedWhereNothingElseIsTold() throws IOException {
        byte[] changed = {0x07, (byte) 0xE3, 5, 6, 10, 11, 12};
        MediaInfo told = MediaReader.read(with(BEFORE_PIXELS, "tIME", changed));
        assertThat(told.capturedAt()).contains(LocalDateTime.of(2019, 5, 6, 10, 11, 12));
        assertThat(told.utcOffset()).contains(ZoneOffset.UTC);
        assertThat(taken(with(BEFORE_PIXELS, "tEXt", bytes("date:create\0" + "2019-05-06T10:11:12+02:00"))))
                .isEqualTo(LocalDateTime.of(2019, 5, 6, 10, 11, 12));
        assertThat(MediaReader.read(with(BEFORE_PIXELS, "tIME", new byte[7])).timeSource())
                .contains("file time");
    }

    private LocalDateTime taken(Path file) throws MediaException {
        return MediaReader.read(file).capturedAt().orElseThrow();
    }

    private static byte[] digits(String name, byte[] profile) {
        String digits = HexFormat.of().formatHex(profile).replaceAll("(.{72})", "$1\n");
        return bytes("\n%s\n%8d\n%s\n".formatted(name, profile.length, digits));
    }

    private Path with(int at, String chunk, byte[]... parts) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(bytes(chunk));
        for (byte[] part : parts) {
            data.writeBytes(part);
        }
        CRC32 sum = new CRC32();
        sum.update(data.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, at);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.size() - 4).array());
        file.writeBytes(data.toByteArray());
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        file.write(png, at, png.length - at);
        return Files.write(Files.createTempFile(folder, "picture", ".png"), file.toByteArray());
    }

    private static byte[] packed(byte[] data) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(data);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
