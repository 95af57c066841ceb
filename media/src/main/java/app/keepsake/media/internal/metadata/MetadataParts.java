package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.raw.Cr3;
import app.keepsake.media.internal.raw.RawFile;
import app.keepsake.media.internal.structure.HeifItems;
import app.keepsake.media.internal.structure.PngProfiles;
import app.keepsake.media.internal.structure.TiffXmp;
import app.keepsake.media.internal.structure.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The parts of a JPEG, PNG, WebP, HEIF or RAF that tell of it, as a file of its own: EXIF and XMP, and nothing that could be of any
 * size. XMP that is too large is the file's problem, since it may say that the picture is hidden.
 */
final class MetadataParts {
    /** Of one XMP packet. What editors write about their brush strokes has some hundred kilobytes. */
    static final int MOST_XMP_BYTES = 4 << 20;

    private static final int MOST_EXIF_BYTES = 4 << 20;
    /** In which some scanners say who they are. */
    private static final int COMMENT = 0xFE;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    /** What stands in front of a packet in a JPEG. */
    static final byte[] XMP_PACKET = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    /** Packets, and the parts of those that are longer than a segment. */
    private static final byte[] XMP = "http://ns.adobe.com/x".getBytes(StandardCharsets.US_ASCII);
    /** The mark and the header's chunk. */
    private static final int PNG_HEADER = 33;

    /** The mark, and the header of a picture of one grey pixel. */
    private static final byte[] EMPTY_PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55");

    /** The name of a text that is not packed and of no language. */
    private static final byte[] PNG_XMP = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

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
            boolean raf = source.type() == MediaType.RAW && RawFile.isRaf(file);
            // A RAF's metadata are those of the JPEG in it.
            Window told = raf ? Window.of(RawFile.read(source).jpeg()) : file;
            MetadataParts found = new MetadataParts(source, told);
            try {
                switch (source.type()) {
                    case JPEG -> found.jpeg();
                    case RAW -> {
                        if (!raf) {
                            return Optional.empty();
                        }
                        found.jpeg();
                    }
                    case PNG -> found.png();
                    case WEBP -> found.webp();
                    case HEIF -> {
                        if (!found.heif()) {
                            return Optional.empty();
                        }
                    }
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

    /** The XMP packet of a TIFF or a raw file; empty for other formats. */
    static Optional<byte[]> tiffPacket(SourceFile source) throws MediaException {
        if (source.type() != MediaType.TIFF && source.type() != MediaType.RAW) {
            return Optional.empty();
        }
        try (Window file = Window.open(source.path())) {
            if (Cr3.is(file)) {
                Optional<Cr3.Note> packet = Cr3.read(file).note(Cr3.About.XMP);
                return packet.isEmpty()
                        ? Optional.empty()
                        : Optional.of(file.bytes(packet.get().at(), packet.get().length()));
            }
            return TiffXmp.read(file, MOST_XMP_BYTES);
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
            boolean small = marker == COMMENT || (marker == 0xED && file.holds(at + 4, PHOTOSHOP));
            if (small && parts.size() - xmpBytes < MOST_EXIF_BYTES) {
                parts.writeBytes(file.bytes(at, 2 + length));
            }
            boolean xmp = file.holds(at + 4, XMP);
            boolean exif = file.holds(at + 4, EXIF) && parts.size() - xmpBytes < MOST_EXIF_BYTES;
            if (marker == 0xE1 && (xmp || exif)) {
                count(xmp ? length : 0);
                segment(file.bytes(at, 2 + length));
            }
            at += 2 + Math.max(2, length);
        }
    }

    /** A segment as it is, but for an XMP packet, of which only what can be parsed is kept. */
    private void segment(byte[] segment) {
        int body = 4 + XMP_PACKET.length;
        if (segment.length < body || !Arrays.equals(segment, 4, body, XMP_PACKET, 0, XMP_PACKET.length)) {
            parts.writeBytes(segment);
            return;
        }
        byte[] packet = XmpBytes.cleaned(Arrays.copyOfRange(segment, body, segment.length));
        if (body - 2 + packet.length > 0xFFFF) {
            parts.writeBytes(segment);
            return;
        }
        parts.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) 0xFFE1)
                .putShort((short) (body - 2 + packet.length))
                .array());
        parts.writeBytes(XMP_PACKET);
        parts.writeBytes(packet);
    }

    /** The header, and the profiles as chunks that the library reads. */
    private void png() throws IOException {
        parts.writeBytes(file.bytes(0, PNG_HEADER));
        for (PngProfiles.Profile profile : PngProfiles.read(file, MOST_XMP_BYTES)) {
            switch (profile.kind()) {
                case EXIF -> profile.content().ifPresent(exif -> chunk("eXIf", exif));
                case IPTC -> profile.content().ifPresent(iptc -> chunk("tEXt", IptcText.of(iptc)));
                case XMP -> {
                    byte[] packet = XmpBytes.cleaned(profile.content().orElseThrow(() -> tooLarge("more")));
                    count(packet.length);
                    chunk("iTXt", packet, PNG_XMP);
                }
            }
        }
    }

    /** EXIF and XMP of the main picture, as chunks of a PNG; false where there is neither. */
    private boolean heif() throws IOException {
        HeifItems items = HeifItems.read(file);
        Optional<byte[]> exif = items.exif(MOST_EXIF_BYTES);
        Optional<byte[]> xmp = items.xmp(MOST_XMP_BYTES);
        parts.writeBytes(EMPTY_PNG);
        exif.ifPresent(bytes -> chunk("eXIf", bytes));
        if (xmp.isPresent()) {
            byte[] packet = XmpBytes.cleaned(xmp.get());
            count(xmp.get().length);
            chunk("iTXt", packet, PNG_XMP);
        }
        return exif.isPresent() || xmp.isPresent();
    }

    private void chunk(String name, byte[] data) {
        chunk(name, data, new byte[0]);
    }

    private void chunk(String name, byte[] data, byte[] before) {
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(named);
        sum.update(before);
        sum.update(data);
        parts.writeBytes(
                ByteBuffer.allocate(4).putInt(before.length + data.length).array());
        parts.writeBytes(named);
        parts.writeBytes(before);
        parts.writeBytes(data);
        parts.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
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
                byte[] data = file.bytes(at + 8, (int) length);
                webpChunk(name, xmp ? XmpBytes.cleaned(data) : data);
            }
            at += 8 + length + (length & 1);
        }
    }

    private void webpChunk(String name, byte[] data) {
        parts.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        parts.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(data.length)
                .array());
        parts.writeBytes(data);
        parts.writeBytes(new byte[data.length & 1]);
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
            case JPEG, RAW -> parts.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
            case PNG, HEIF ->
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
