package app.keepsake.media.internal.photo;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.SourceFile;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * FFmpeg decodes most TIFFs; those in tiles or with JPEG inside, which it does not, go to the JDK's reader, and those of
 * four inks among them are put together here. FFmpeg is asked to stop at whatever it does not know, which it would else
 * leave black; the JDK's reader may know it.
 */
final class TiffDecoder {
    private static final int SEPARATED = 5;
    private static final int LIGHT_AND_COLOURS = 6;
    private static final int JPEG = 7;

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
        if (!header.simple()) {
            return read(source, file, header, longSide, finish);
        }
        try {
            return PacketDecoder.decode(source, longSide, memory, finish);
        } catch (MediaException refused) {
            // The JDK's reader takes half of the colours that are stored apart from light for others.
            if (refused.isPassing() || TiffTags.read(file).value(TiffTags.COLOURS, 0) == LIGHT_AND_COLOURS) {
                throw refused;
            }
            try {
                return read(source, file, header, longSide, finish);
            } catch (MediaException again) {
                throw refused;
            }
        }
    }

    private static RgbImage read(
            SourceFile source, byte[] file, TiffHeader header, int longSide, Decoded.Consumer finish)
            throws MediaException {
        Orientation orientation = Orientation.ofExif(header.orientation());
        return JdkImage.lend(
                image(source, file, header, longSide),
                frame -> finish.take(new Decoded(frame, header.size(), orientation, Optional.empty())));
    }

    private static BufferedImage image(SourceFile source, byte[] file, TiffHeader header, int longSide)
            throws MediaException {
        TiffTags tags = TiffTags.read(file);
        if (tags.value(TiffTags.COLOURS, 0) == SEPARATED) {
            if (tags.value(TiffTags.COMPRESSION, 1) == JPEG) {
                return SeparatedTiff.read(source.path(), file, tags, header.size());
            }
            throw new MediaException(
                    source.path(),
                    "a TIFF image in red, green and blue",
                    "tiles in four inks",
                    "Convert it to JPEG in sRGB.");
        }
        BufferedImage image = JdkImage.read(source.path(), file, "tiff", PacketDecoder.step(header.size(), longSide));
        if (isBlack(image)) {
            throw new MediaException(
                    source.path(),
                    "a picture in the TIFF image",
                    "nothing but black, as of a kind that is not decoded",
                    "Convert it to JPEG.");
        }
        return image;
    }

    /** The reader leaves black what it does not know, and says nothing. */
    private static boolean isBlack(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int colour : row) {
                if ((colour & 0xFFFFFF) != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
