package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When and where photos and clips were taken, in files of every kind of source. */
final class TakenTest {
    private static final byte[] PLAIN = Pictures.jpeg(Pictures.scene(32, 32), false);

    @TempDir
    Path folder;

    private MediaInfo read(String name, byte[] content) throws IOException {
        return MediaReader.read(Files.write(folder.resolve(name), content));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Tags of text in the first directory and in EXIF's own. */
    private static byte[] exif(String modified, String original, String offset) {
        String[] texts = {modified, original, offset};
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 30 + 30 + 90);
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
        int texted = 8 + 30 + 30;
        exif.putShort((short) 2);
        exif.putShort((short) 0x0132).putShort((short) 2).putInt(20).putInt(texted);
        exif.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38).putInt(0);
        exif.putShort((short) 2);
        exif.putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(texted + 30);
        exif.putShort((short) 0x9011).putShort((short) 2).putInt(7).putInt(texted + 60);
        exif.putInt(0);
        for (String text : texts) {
            exif.put(text.getBytes(StandardCharsets.US_ASCII)).put(new byte[30 - text.length()]);
        }
        return Pictures.withSegment(PLAIN, 0xE1, exif.array());
    }

    /** Photoshop's resource of IPTC with datasets of the second record. */
    private static byte[] iptc(byte[] jpeg, String day, String time) {
        ByteArrayOutputStream sets = new ByteArrayOutputStream();
        for (Object[] set : new Object[][] {{55, day}, {60, time}}) {
            String text = (String) set[1];
            sets.writeBytes(new byte[] {0x1C, 2, ((Integer) set[0]).byteValue(), 0, (byte) text.length()});
            sets.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("Photoshop 3.0\0008BIM".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[] {4, 4, 0, 0, 0, 0, 0, (byte) sets.size()});
        body.writeBytes(sets.toByteArray());
        body.writeBytes(new byte[sets.size() % 2]);
        return Pictures.withSegment(jpeg, 0xED, body.toByteArray());
    }

    private static byte[] pngWith(String chunk, byte[] data) {
        byte[] png = Pictures.encode("png", Pictures.buffered(Pictures.scene(32, 32), 1));
        byte[] named = (chunk + new String(data, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(named);
        int header = 33;
        ByteBuffer out = ByteBuffer.allocate(png.length + data.length + 12);
        out.put(png, 0, header).putInt(data.length).put(named).putInt((int) sum.getValue());
        return out.put(png, header, png.length - header).array();
    }

    private static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }

    @Test
    void readsIptcWithItsZone() throws IOException {
        MediaInfo info = read("a.jpg", iptc(PLAIN, "20050929", "165100+0200"));
        assertThat(info.capturedAt()).contains(LocalDateTime.of(2005, 9, 29, 16, 51));
        assertThat(info.utcOffset()).contains(ZoneOffset.ofHours(2));
        assertThat(info.timeSource()).contains("IPTC");
        MediaInfo day = read("b.jpg", iptc(PLAIN, "20050900", "165100+0200"));
        assertThat(day.claims().getFirst().precision()).isEqualTo(TimeClaim.Precision.MONTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019:05:06 10:11:12",
                "2019-05-06T10:11:12",
                "Mon, 06 May 2019 10:11:12 +0200",
                "Mon 06 May 2019 10:11:12 AM CEST"
            })
    void readsCreationTimesOfPngs(String time) throws IOException {
        byte[] latin = text("Creation Time\0" + time, StandardCharsets.ISO_8859_1);
        byte[] international = text("Creation Time\0\0\0en\0Zeit\0" + time, StandardCharsets.UTF_8);
        LocalDateTime expected = LocalDateTime.of(2019, 5, 6, 10, 11, 12);
        assertThat(read("a.png", pngWith("tEXt", latin)).capturedAt()).contains(expected);
        assertThat(read("b.png", pngWith("iTXt", international)).capturedAt()).contains(expected);
        assertThat(read("b.png", pngWith("tEXt", latin)).timeSource()).contains("PNG");
    }

    @Test
    void damagedTextsOfPngsTellNothing() throws IOException {
        for (String data : new String[] {"Creation Time", "Creation Time\0", "Creation Time\0\1\0\0\0x", "\0\0"}) {
            assertThat(read("a.png", pngWith("iTXt", text(data, StandardCharsets.UTF_8)))
                            .timeSource())
                    .contains("file time");
        }
    }

    @Test
    void editingIsNoTaking() throws IOException {
        byte[] edited = exif("2023:05:06 07:08:09", "", "");
        assertThat(read("IMG_20150125_101112.jpg", edited).capturedAt())
                .contains(LocalDateTime.of(2015, 1, 25, 10, 11, 12));
        assertThat(read("a.jpg", iptc(edited, "20050929", "165100+0200")).timeSource())
                .contains("IPTC");
        write("b.jpg.supplemental-metadata.json", "{\"photoTakenTime\":{\"timestamp\":\"1422183600\"}}");
        assertThat(read("b.jpg", edited).timeSource()).contains("Takeout");
        assertThat(read("c.jpg", edited).capturedAt()).contains(LocalDateTime.of(2023, 5, 6, 7, 8, 9));
    }

    @Test
    void believesWhatItsOwnerCorrectedInTakeout() throws IOException {
        byte[] scan = exif("2016:10:09 08:48:04", "2016:10:09 08:48:04", "");
        write(
                "a.jpg.json",
                "{\"photoTakenTime\":{\"timestamp\":\"489060000\"},\"geoData\":{\"latitude\":48.1,\"longitude\":11.5},"
                        + "\"geoDataExif\":{\"latitude\":0.0,\"longitude\":0.0}}");
        MediaInfo info = read("a.jpg", scan);
        assertThat(info.capturedAt()).contains(LocalDateTime.of(1985, 7, 1, 10, 0));
        assertThat(info.claims())
                .extracting(TimeClaim::source)
                .startsWith(ClaimSource.TAKEOUT_CORRECTED, ClaimSource.EXIF_ORIGINAL);
        MediaInfo local = info.onWallClock(place -> Optional.of(ZoneId.of("Europe/Berlin")));
        assertThat(local.capturedAt()).contains(LocalDateTime.of(1985, 7, 1, 12, 0));
        assertThat(local.utcOffset()).contains(ZoneOffset.ofHours(2));
    }

    @Test
    void aSidecarWithoutZoneKeepsTheFiles() throws IOException {
        write(
                "a.jpg.xmp",
                "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        + "<rdf:Description rdf:about='' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
                        + " photoshop:DateCreated='2024-01-07T11:02:59'/></rdf:RDF></x:xmpmeta>");
        MediaInfo info = read("a.jpg", exif("2024:01:07 11:02:59", "2024:01:07 11:02:59", "+01:00"));
        assertThat(info.timeSource()).contains("XMP");
        assertThat(info.utcOffset()).contains(ZoneOffset.ofHours(1));
    }

    @Test
    void aClipOfALivePhotoWasTakenWithItsStill() throws IOException {
        byte[] still = exif("2024:01:07 11:02:59", "2024:01:07 11:02:59", "+01:00");
        write("IMG_1.jpg.json", "{\"geoData\":{\"latitude\":48.1,\"longitude\":11.5}}");
        read("IMG_1.jpg", still);
        MediaInfo half = MediaReader.read(clip("IMG_1.MP4"));
        assertThat(half.capturedAt()).contains(LocalDateTime.of(2024, 1, 7, 11, 2, 59));
        assertThat(half.utcOffset()).contains(ZoneOffset.ofHours(1));
        assertThat(half.location()).contains(new GeoPoint(48.1, 11.5));
        assertThat(half.timeSource()).contains("live photo");
        read("PXL_5.MP.jpg", still);
        assertThat(MediaReader.read(clip("PXL_5.MP")).timeSource()).contains("live photo");
        assertThat(MediaReader.read(clip("IMG_2.MP4")).timeSource()).contains("file time");
        read("IMG_3.jpg", PLAIN);
        assertThat(MediaReader.read(clip("IMG_3.MP4")).timeSource())
                .as("a still that does not know either")
                .contains("file time");
        write("IMG_4.jpg", "broken");
        assertThat(MediaReader.read(clip("IMG_4.MP4")).timeSource())
                .as("a still that is broken")
                .contains("file time");
    }

    @Test
    void aClipOfALivePhotoIsPutAwayWithItsStill() throws IOException {
        byte[] still = exif("2024:01:07 11:02:59", "2024:01:07 11:02:59", "+01:00");
        write("IMG_1.jpg.json", "{\"archived\":true}");
        read("IMG_1.jpg", still);
        assertThat(MediaReader.read(clip("IMG_1.MP4")).hidden()).isTrue();
        write("20240109_110259.jpg.json", "{\"archived\":true}");
        read("20240109_110259.jpg", still);
        assertThat(MediaReader.read(clip("20240109_110259.MP4")).hidden())
                .as("of another moment")
                .isFalse();
    }

    @Test
    void aClipOfAPhotosNameIsNotItsOwnStill() throws IOException {
        Path named = folder.resolve("IMG_1.JPG");
        Files.move(clip("IMG_1.MP4"), named);
        assertThat(MediaReader.read(named).timeSource()).contains("file time");
    }

    private Path clip(String name) throws IOException {
        Path clip = folder.resolve(name);
        try (MovieWriter writer = MovieWriter.create(clip, new MovieFormat(160, 90, 30))) {
            for (int i = 0; i < 10; i++) {
                writer.frame(Pictures.scene(160, 90));
            }
            writer.finish();
        }
        return clip;
    }
}
