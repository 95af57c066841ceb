package app.keepsake.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Gives a JPEG new EXIF data; the picture's own bytes stay as they are. */
final class JpegMetadata {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    /** EXIF and XMP, and Photoshop's block: they tell when the picture was edited. */
    private static final int APP1 = 0xE1;

    private static final int APP13 = 0xED;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private JpegMetadata() {}

    /**
     * @param tiff EXIF data from its TIFF header on, less than 64 KiB
     * @throws IOException when the bytes are no JPEG
     */
    static byte[] replaced(byte[] jpeg, byte[] tiff) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + tiff.length + 16);
        if (jpeg.length < 4 || (jpeg[0] & 0xFF) != 0xFF || (jpeg[1] & 0xFF) != START_OF_IMAGE) {
            throw new IOException("Expected a JPEG, which begins with FF D8.");
        }
        out.write(jpeg, 0, 2);
        int length = 2 + EXIF.length + tiff.length;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) APP1, (byte) (length >> 8), (byte) length});
        out.writeBytes(EXIF);
        out.writeBytes(tiff);
        int at = 2;
        while (true) {
            if (at + 4 > jpeg.length || (jpeg[at] & 0xFF) != 0xFF) {
                throw new IOException("Expected a JPEG marker at byte %d.".formatted(at));
            }
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == START_OF_SCAN) {
                out.write(jpeg, at, jpeg.length - at);
                return out.toByteArray();
            }
            int end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if (marker != APP1 && marker != APP13) {
                out.write(jpeg, at, Math.min(end, jpeg.length) - at);
            }
            at = end;
        }
    }
}
