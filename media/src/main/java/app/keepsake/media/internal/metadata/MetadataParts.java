package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.structure.Inflated;
import app.keepsake.media.internal.structure.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The parts of a JPEG, PNG or WebP that tell of it, as a file of its own: EXIF and XMP, and nothing that could be of any
 * size. XMP that is too large is the file's problem, since it may say that the picture is hidden.
 */
final class MetadataParts {
    /** Of one XMP packet. What editors write about their brush strokes has some hundred kilobytes. */
    static final int MOST_XMP_BYTES = 4 << 20;

    private static final int MOST_EXIF_BYTES = 4 << 20;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP = "http://ns.adobe.com/x".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG_XMP = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.US_ASCII);

    /** Photoshop's resources, which hold IPTC; kept of a JPEG beside EXIF and XMP. */
    private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);

    private final SourceFile source;
    private final Window file;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private long xmpBytes;

    private MetadataParts(SourceFile source, Window file) {
        this.source = source;
        this.file = file;
    }

    /** Empty for other formats, which are read as they are. */
    static Optional<InputStream> of(SourceFile source) throws MediaException {
        try (Window file = Window.open(source.path())) {
            MetadataParts found = new MetadataParts(source, file);
            try {
                switch (source.type()) {
                    case JPEG -> found.jpeg();
                    case PNG -> found.png();
                    case WEBP -> found.webp();
                    default -> {
                        return Optional.empty();
                    }
                }
            } catch (EOFException cutOff) {
                // What came before the end still tells.
            }
            return Optional.of(new ByteArrayInputStream(found.ended()));
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(source.path(), e);
        }
    }

    /** Segments up to the first scan: a marker, its length, and data. */
    private void jpeg() throws IOException {
        parts.writeBytes(file.bytes(0, 2));
        long at = 2;
        while (true) {
            int marker = file.u8(at + 1);
            if (file.u8(at) != 0xFF || marker == 0xFF || marker <= 1 || (marker >= 0xD0 && marker <= 0xD8)) {
                at++;
                continue;
            }
            if (marker == 0xDA || marker == 0xD9) {
                return;
            }
            int length = file.u16(at + 2);
            if (marker == 0xED && file.holds(at + 4, PHOTOSHOP) && parts.size() - xmpBytes < MOST_EXIF_BYTES) {
                parts.writeBytes(file.bytes(at, 2 + length));
            }
            boolean xmp = file.holds(at + 4, XMP);
            boolean exif = file.holds(at + 4, EXIF) && parts.size() - xmpBytes < MOST_EXIF_BYTES;
            if (marker == 0xE1 && (xmp || exif)) {
                count(xmp ? length : 0);
                parts.writeBytes(file.bytes(at, 2 + length));
            }
            at += 2 + Math.max(2, length);
        }
    }

    private void png() throws IOException {
        parts.writeBytes(file.bytes(0, 8));
        long at = 8;
        while (true) {
            long length = file.u32(at);
            String name = file.name(at + 4);
            boolean exif = name.equals("eXIf") && length <= MOST_EXIF_BYTES;
            boolean xmp = name.equals("iTXt") && file.holds(at + 8, PNG_XMP);
            if (xmp) {
                count(length);
                checkPacked(file.bytes(at + 8, (int) length));
            }
            if (exif || xmp || name.equals("IHDR") && length < MOST_EXIF_BYTES) {
                parts.writeBytes(file.bytes(at, (int) length + 12));
            }
            at += 12 + length;
        }
    }

    /** A keyword, a zero, whether it is compressed, the way, two texts that end in zero, and the packet. */
    private void checkPacked(byte[] text) throws MediaException {
        int at = PNG_XMP.length;
        if (at + 2 >= text.length || text[at] == 0) {
            return;
        }
        int from = at + 2;
        for (int zeros = 0; zeros < 2 && from < text.length; from++) {
            zeros += text[from] == 0 ? 1 : 0;
        }
        if (Inflated.of(text, from, text.length - from, MOST_XMP_BYTES).isEmpty()) {
            throw tooLarge("more, compressed");
        }
    }

    private void webp() throws IOException {
        parts.writeBytes(file.bytes(0, 12));
        long at = 12;
        while (true) {
            String name = file.name(at);
            long length = Integer.reverseBytes((int) file.u32(at + 4)) & 0xFFFFFFFFL;
            boolean xmp = name.equals("XMP ");
            count(xmp ? length : 0);
            if (xmp || name.equals("EXIF") && length <= MOST_EXIF_BYTES) {
                parts.writeBytes(file.bytes(at, (int) (8 + length)));
                parts.writeBytes(new byte[(int) (length & 1)]);
            }
            at += 8 + length + (length & 1);
        }
    }

    private void count(long bytes) throws MediaException {
        xmpBytes += bytes;
        if (xmpBytes > MOST_XMP_BYTES) {
            throw tooLarge("more");
        }
    }

    private MediaException tooLarge(String found) {
        return new MediaException(
                source.path(),
                "XMP metadata of at most %d MB".formatted(MOST_XMP_BYTES >> 20),
                found,
                "Save the picture without its editor's history, or leave it out.");
    }

    /** What is there, closed as its format is. */
    private byte[] ended() {
        switch (source.type()) {
            case JPEG -> parts.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
            case PNG ->
                parts.writeBytes(new byte[] {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82});
            default -> {
                byte[] all = parts.toByteArray();
                if (all.length >= 12) {
                    ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(4, all.length - 8);
                }
                return all;
            }
        }
        return parts.toByteArray();
    }
}
