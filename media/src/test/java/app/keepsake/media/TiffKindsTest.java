package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TIFF and BMP of all kinds are decoded right, or refused; none comes black. */
final class TiffKindsTest {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int WIDTH = 64;
    private static final int STRIP = 24;

    @TempDir
    Path folder;

    private final PhotoDecoder decoder = PhotoDecoder.create();

    @Test
    void decodesFourInksInStripsWithJpegInside() throws IOException {
        RgbImage image = decoder.decode(Files.write(folder.resolve("inks.tif"), inks(7)), 1000);
        assertThat(image.width()).isEqualTo(WIDTH);
        assertThat(image.height()).isEqualTo(2 * STRIP);
        // Magenta and yellow make red; half of the black ink makes it darker, from the second strip on.
        assertNear(image, 5, 255, 0, 0);
        assertNear(image, STRIP + 5, 128, 0, 0);
    }

    @Test
    void refusesWhatItCannotDecode() throws IOException {
        byte[] cut = inks(7);
        // The first strip begins with something else than a picture.
        Arrays.fill(cut, 8, 200, (byte) 0);
        Path damaged = Files.write(folder.resolve("damaged.tif"), cut);
        assertThatThrownBy(() -> decoder.decode(damaged, 100)).isInstanceOf(MediaException.class);
        byte[] unknown = inks(34_712);
        Path odd = Files.write(folder.resolve("unknown.tif"), unknown);
        assertThatThrownBy(() -> decoder.decode(odd, 100)).hasMessageContaining("found one in JPEG 2000");
        Path coarse = Files.write(folder.resolve("coarse.tif"), levels(2, 4, new byte[64 * 40 * 2], 3));
        assertThatThrownBy(() -> decoder.decode(coarse, 100)).hasMessageContaining("colours of a few bits each");
        Path big = Files.write(folder.resolve("big.tif"), new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> decoder.decode(big, 100)).isInstanceOf(MediaException.class);
    }

    @Test
    void tellsHowManyPagesThereAre() throws IOException {
        byte[] pixels = fours(10, 20, 30, 0);
        TinyTiff.Directory smaller = page(pixels).longs(0x00FE, 1);
        TinyTiff.Directory last = page(pixels);
        byte[] two = page(pixels).next(smaller.next(last)).file(ByteOrder.BIG_ENDIAN);
        assertThat(MediaReader.read(Files.write(folder.resolve("two.tif"), two))
                        .details()
                        .pages())
                .isEqualTo(2);
        byte[] one = page(pixels).file(ByteOrder.BIG_ENDIAN);
        assertThat(MediaReader.read(Files.write(folder.resolve("one.tif"), one))
                        .details()
                        .pages())
                .isEqualTo(1);
    }

    private static TinyTiff.Directory page(byte[] pixels) {
        return shape(2, 8, 4, 40).data(0x0111, 0x0117, pixels);
    }

    @Test
    void readsBigTiff() throws IOException {
        RgbImage scene = Pictures.scene(64, 40);
        byte[] big = Pictures.encode("BigTIFF", Pictures.buffered(scene, BufferedImage.TYPE_3BYTE_BGR));
        assertThat(big[2]).as("the mark of BigTIFF").isZero();
        assertThat(big[3]).isEqualTo((byte) 43);
        Path file = Files.write(folder.resolve("big.tif"), big);
        assertThat(MediaReader.read(file).width()).isEqualTo(64);
        assertThat(decoder.decode(file, 1000).pixels()).isEqualTo(scene.pixels());
    }

    @Test
    void takesGreyOfTwoBytesAndBesideTransparencyForWhatItIs() throws IOException {
        Path deep = Files.write(folder.resolve("deep.tif"), levels(1, 16, pairs(0x4C4C), 1));
        assertNear(decoder.decode(deep, 1000), 5, 76, 76, 76);
        byte[] four = new byte[4 * WIDTH * 40];
        Arrays.fill(four, (byte) 0x4C);
        assertNear(decode("four.tif", levels(1, 32, four, 1)), 5, 76, 76, 76);
        // Of grey 76, the half that is seen lies over white.
        Path clear = Files.write(folder.resolve("clear.tif"), levels(1, 8, pairs(0x4C80), 2, 2));
        assertNear(decoder.decode(clear, 1000), 5, 165, 165, 165);
    }

    @Test
    void takesTheFourthChannelForWhatTheFileSays() throws IOException {
        byte[] half = fours(100, 20, 60, 128);
        assertNear(decode("straight.tif", levels(2, 8, half, 4, 2)), 5, 177, 137, 157);
        assertNear(decode("multiplied.tif", levels(2, 8, half, 4, 1)), 5, 227, 147, 187);
        assertNear(decode("mask.tif", levels(2, 8, half, 4, 0)), 5, 100, 20, 60);
        assertNear(decode("empty.tif", levels(2, 8, fours(100, 20, 60, 0), 4, 2)), 5, 100, 20, 60);
    }

    @Test
    void decodesTransparencyWithJpegInside() throws IOException {
        byte[] strip = jpeg(WIDTH, STRIP, 100, 20, 60, 128);
        TinyTiff.Directory directory = shape(2, 8, 4, STRIP).shorts(0x0152, 2).data(0x0111, 0x0117, strip);
        byte[] file = directory.shorts(0x0103, 7).file(ByteOrder.LITTLE_ENDIAN);
        assertNear(decode("jpeg.tif", file), 5, 177, 137, 157);
    }

    @Test
    void decodesFourInksWithoutJpeg() throws IOException {
        assertNear(decode("inks.tif", levels(5, 8, fours(0, 255, 255, 0), 4)), 5, 255, 0, 0);
    }

    private RgbImage decode(String name, byte[] file) throws IOException {
        return decoder.decode(Files.write(folder.resolve(name), file), 1000);
    }

    /** A picture of 64 x 40 pixels in one strip. */
    private static byte[] levels(int colours, int depth, byte[] pixels, int samples, int... extra) {
        TinyTiff.Directory directory = shape(colours, depth, samples, 40).data(0x0111, 0x0117, pixels);
        if (extra.length > 0) {
            directory.shorts(0x0152, extra);
        }
        return directory.file(ByteOrder.LITTLE_ENDIAN);
    }

    private static TinyTiff.Directory shape(int colours, int depth, int samples, int height) {
        int[] depths = new int[samples];
        Arrays.fill(depths, depth);
        return new TinyTiff.Directory()
                .shorts(0x0100, WIDTH)
                .shorts(0x0101, height)
                .shorts(0x0102, depths)
                .shorts(0x0106, colours)
                .shorts(0x0115, samples)
                .shorts(0x0116, height);
    }

    private static byte[] pairs(int both) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * WIDTH * 40);
        while (pixels.hasRemaining()) {
            pixels.putShort((short) both);
        }
        return pixels.array();
    }

    private static byte[] fours(int... levels) {
        ByteBuffer pixels = ByteBuffer.allocate(4 * WIDTH * 40);
        while (pixels.hasRemaining()) {
            for (int level : levels) {
                pixels.put((byte) level);
            }
        }
        return pixels.array();
    }

    @Test
    void takesGreyForWhatItIs() throws IOException {
        BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64 * 48; i++) {
            grey.getRaster().setSample(i % 64, i / 64, 0, 76);
        }
        ImageWriteParam settings = Pictures.writer("tiff").getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionType("JPEG");
        Path file = Files.write(folder.resolve("grey.tif"), Pictures.encode("tiff", grey, settings));
        assertNear(decoder.decode(file, 1000), 5, 76, 76, 76);
    }

    @Test
    void readsPacketsWithRemainsBehindThem() throws IOException {
        String packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='5'/></rdf:RDF>"
                + "</x:xmpmeta>cription></rdf:RDF></x:xmpmeta>";
        byte[] jpeg = Pictures.jpeg(Pictures.scene(64, 40), false);
        byte[] mark = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
        byte[] xmp = packet.getBytes(StandardCharsets.US_ASCII);
        byte[] segment = Arrays.copyOf(mark, mark.length + xmp.length);
        System.arraycopy(xmp, 0, segment, mark.length, xmp.length);
        Path photo = Files.write(folder.resolve("packet.jpg"), Pictures.withSegment(jpeg, 0xE1, segment));
        assertThat(MediaReader.read(photo).favourite()).isTrue();
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer tiff = ByteBuffer.allocate(50 + xmp.length).order(order);
            tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
            tiff.putShort((short) 42).putInt(8).putShort((short) 3);
            for (int tag = 0x0100; tag <= 0x0101; tag++) {
                tiff.putShort((short) tag).putShort((short) LONG).putInt(1).putInt(64);
            }
            entry(tiff, 0x02BC, 1, xmp.length, 50);
            tiff.putInt(0).put(xmp);
            Path scan = Files.write(folder.resolve("packet.tif"), tiff.array());
            assertThat(MediaReader.read(scan).favourite()).as("%s", order).isTrue();
        }
    }

    @Test
    void decodesBmp() throws IOException {
        RgbImage scene = Pictures.scene(61, 40);
        byte[] bmp = Pictures.encode("bmp", Pictures.buffered(scene, BufferedImage.TYPE_3BYTE_BGR));
        Path file = Files.write(folder.resolve("picture.bmp"), bmp);
        MediaInfo info = MediaReader.read(file);
        assertThat(info.type()).isEqualTo(MediaType.BMP);
        assertThat(info.width()).isEqualTo(61);
        assertThat(info.height()).isEqualTo(40);
        assertThat(decoder.decode(file, 1000).pixels()).isEqualTo(scene.pixels());
        Path cut = Files.write(folder.resolve("cut.bmp"), Arrays.copyOf(bmp, bmp.length / 2));
        assertThatThrownBy(() -> decoder.decode(cut, 1000)).isInstanceOf(MediaException.class);
    }

    @Test
    void decodesWhatImageMagickWrote() throws MediaException {
        RgbImage image = decoder.decode(SharedCases.file("cmyk-jpeg-in-tiff-black/cmykj.tif"), 1000);
        int at = 3 * (8 * image.width() + 8);
        assertThat(image.pixels()[at] & 0xFF).isGreaterThan(250);
        assertThat(image.pixels()[at + 1] & 0xFF).isLessThan(5);
    }

    private static void assertNear(RgbImage image, int row, int... colour) {
        int at = 3 * (row * image.width() + 5);
        for (int c = 0; c < 3; c++) {
            assertThat(image.pixels()[at + c] & 0xFF).isBetween(colour[c] - 6, colour[c] + 6);
        }
    }

    /** A TIFF of two strips in four inks. */
    private static byte[] inks(int compression) throws IOException {
        byte[] first = strip(0);
        byte[] second = strip(127);
        int places = 8 + first.length + second.length;
        int lengths = places + 8;
        int directory = lengths + 8;
        ByteBuffer tiff = ByteBuffer.allocate(directory + 2 + 12 * 10 + 4).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(directory).put(first).put(second);
        tiff.putInt(8).putInt(8 + first.length);
        tiff.putInt(first.length).putInt(second.length);
        tiff.putShort((short) 10);
        entry(tiff, 0x0100, SHORT, 1, WIDTH);
        entry(tiff, 0x0101, SHORT, 1, 2 * STRIP);
        entry(tiff, 0x0102, SHORT, 1, 8);
        entry(tiff, 0x0103, SHORT, 1, compression);
        entry(tiff, 0x0106, SHORT, 1, 5);
        entry(tiff, 0x0111, LONG, 2, places);
        entry(tiff, 0x0115, SHORT, 1, 4);
        entry(tiff, 0x0116, SHORT, 1, STRIP);
        entry(tiff, 0x0117, LONG, 2, lengths);
        entry(tiff, 0x011C, SHORT, 1, 1);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] strip(int black) throws IOException {
        return jpeg(WIDTH, STRIP, 0, 255, 255, black);
    }

    /** A JPEG of four planes, each of one level. */
    private static byte[] jpeg(int width, int height, int... levels) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int i = 0; i < width * height; i++) {
            raster.setPixel(i % width, i / width, levels);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
