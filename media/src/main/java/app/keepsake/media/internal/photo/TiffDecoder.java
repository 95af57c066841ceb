package app.keepsake.media.internal.photo;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.SourceFile;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

/**
 * FFmpeg decodes the usual TIFFs; all others, which it refuses, leaves black or gets wrong, go to a reader of ImageIO.
 * FFmpeg is asked to stop at whatever it does not know; the other may know it.
 */
final class TiffDecoder {
    /** Compressions that nothing here knows, by their numbers. */
    private static final Map<Integer, String> UNREAD = Map.of(
            34_661, "one in JBIG",
            34_712, "one in JPEG 2000",
            34_925, "one in LZMA",
            50_000, "one in Zstandard",
            50_001, "one in WebP",
            50_002, "one in JPEG XL",
            52_546, "one in JPEG XL");

    private static final TIFFImageReaderSpi READERS = new TIFFImageReaderSpi();

    private TiffDecoder() {}

    static RgbImage decode(SourceFile source, int longSide, DecodingMemory memory, Decoded.Consumer finish)
            throws MediaException {
        byte[] file = source.readAll(Limits.MAX_BYTES);
        TiffHeader header = TiffHeader.read(file, 0, file.length)
                .filter(found -> found.size().width() > 0 && found.size().height() > 0)
                .orElseThrow(() -> new MediaException(
                        source.path(),
                        "a TIFF image",
                        "%d bytes without a size".formatted(file.length),
                        "Restore it from a backup."));
        Limits.check(source.path(), header.size());
        if (header.pixelsEnd() > file.length) {
            throw new MediaException(
                    source.path(),
                    "a TIFF image of %d bytes or more".formatted(header.pixelsEnd()),
                    "%d bytes".formatted(file.length),
                    "Restore it from a backup.");
        }
        if (header.coarse() || UNREAD.containsKey(header.compression())) {
            String kind = UNREAD.getOrDefault(header.compression(), "colours of a few bits each");
            throw new MediaException(
                    source.path(),
                    "a TIFF image of a usual kind",
                    kind,
                    "Convert it to JPEG, or save it as usual TIFF.");
        }
        if (!header.simple()) {
            return read(source, file, header, longSide, memory, finish);
        }
        try {
            return PacketDecoder.decode(
                    source, longSide, memory, picture -> finish.take(picture.with(header.transparency())));
        } catch (MediaException refused) {
            if (refused.isPassing()) {
                throw refused;
            }
            try {
                return read(source, file, header, longSide, memory, finish);
            } catch (MediaException again) {
                throw refused;
            }
        }
    }

    private static RgbImage read(
            SourceFile source,
            byte[] file,
            TiffHeader header,
            int longSide,
            DecodingMemory memory,
            Decoded.Consumer finish)
            throws MediaException {
        Orientation orientation = Orientation.ofExif(header.orientation());
        int step = PacketDecoder.step(header.size(), longSide);
        try (DecodingMemory.Held held = memory.hold(PacketDecoder.need(header.size(), file.length))) {
            BufferedImage image = JdkImage.read(source.path(), file, READERS.createReaderInstance(null), "TIFF", step);
            if (isBlack(image)) {
                throw new MediaException(
                        source.path(),
                        "a picture in the TIFF image",
                        "nothing but black, as of a kind that is not decoded",
                        "Convert it to JPEG.");
            }
            // Where the reader's own model knows of it, it has undone it.
            Transparency transparency = image.isAlphaPremultiplied() ? Transparency.STRAIGHT : header.transparency();
            return JdkImage.lend(
                    source.path(),
                    image,
                    frame -> finish.take(
                            new Decoded(frame, header.size(), orientation, Optional.empty(), transparency)));
        }
    }

    /** What a reader does not know, it may leave black, and say nothing. */
    private static boolean isBlack(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            try {
                image.getRGB(0, y, row.length, 1, row, 0, row.length);
            } catch (RuntimeException odd) {
                // Whoever converts it says so.
                return false;
            }
            for (int colour : row) {
                if ((colour & 0xFFFFFF) != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
