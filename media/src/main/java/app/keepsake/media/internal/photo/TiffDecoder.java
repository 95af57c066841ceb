package app.keepsake.media.internal.photo;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.SourceFile;
import java.util.Optional;

/** FFmpeg decodes most TIFFs; those in tiles or with JPEG inside, which it does not, go to the JDK's reader. */
final class TiffDecoder {
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
        if (header.simple()) {
            return PacketDecoder.decode(source, longSide, memory, finish);
        }
        int step = PacketDecoder.step(header.size(), longSide);
        Orientation orientation = Orientation.ofExif(header.orientation());
        return JdkImage.lend(
                JdkImage.read(source.path(), file, "tiff", step),
                frame -> finish.take(new Decoded(frame, header.size(), orientation, Optional.empty())));
    }
}
