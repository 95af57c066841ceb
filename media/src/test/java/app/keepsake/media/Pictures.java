package app.keepsake.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/** Test pictures, encoded by the JDK. */
final class Pictures {
    private Pictures() {}

    /** Smooth colours with one marked corner, so that turning and mirroring show. */
    static RgbImage scene(int width, int height) {
        RgbImage image = RgbImage.black(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                boolean corner = x < width / 4 && y < height / 4;
                image.pixels()[at] = (byte) (corner ? 220 : 40 + 160 * x / width);
                image.pixels()[at + 1] = (byte) (corner ? 40 : 60 + 140 * y / height);
                image.pixels()[at + 2] = (byte) (corner ? 40 : 200 - 100 * x / width);
            }
        }
        return image;
    }

    static BufferedImage buffered(RgbImage image, int type) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), type);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int at = (y * image.width() + x) * 3;
                int rgb = (image.pixels()[at] & 0xFF) << 16
                        | (image.pixels()[at + 1] & 0xFF) << 8
                        | (image.pixels()[at + 2] & 0xFF);
                buffered.setRGB(x, y, 0xFF000000 | rgb);
            }
        }
        return buffered;
    }

    static byte[] jpeg(RgbImage image, boolean progressive) {
        JPEGImageWriteParam settings = new JPEGImageWriteParam(Locale.ROOT);
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0.95f);
        settings.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        return encode("jpeg", buffered(image, BufferedImage.TYPE_3BYTE_BGR), settings);
    }

    /** Encodes with the JDK's default settings. */
    static byte[] encode(String format, BufferedImage image) {
        ImageWriter writer = writer(format);
        return encode(format, image, writer.getDefaultWriteParam());
    }

    /** The JDK's own where there is one: other libraries bring writers that do less. */
    static ImageWriter writer(String format) {
        List<ImageWriter> all = new ArrayList<>();
        ImageIO.getImageWritersByFormatName(format).forEachRemaining(all::add);
        return all.stream()
                .filter(writer -> writer.getClass().getName().startsWith("com.sun."))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    static byte[] encode(String format, BufferedImage image, ImageWriteParam settings) {
        ImageWriter writer = writer(format);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
            writer.write(null, new IIOImage(image, null, metadata), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Puts segments behind a JPEG's start marker. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + body.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (body.length + 2));
        return out.put(body).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** An EXIF segment's body with nothing but an orientation. */
    static byte[] exifOrientation(int value) {
        ByteBuffer exif = ByteBuffer.allocate(32);
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        return exif.putShort((short) value).array();
    }

    /** Mean difference of 8-bit levels. */
    static double difference(RgbImage one, RgbImage other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            sum += Math.abs((one.pixels()[i] & 0xFF) - (other.pixels()[i] & 0xFF));
        }
        return sum / one.pixels().length;
    }
}
