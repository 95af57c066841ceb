package app.keepsake.media.internal.photo;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.raw.RawFile;

/** Decodes the largest JPEG in a camera's raw file, turned as the raw file says. */
final class RawDecoder {
    private RawDecoder() {}

    static RgbImage decode(SourceFile source, int longSide, DecodingMemory memory, Decoded.Consumer finish)
            throws MediaException {
        RawFile raw = RawFile.read(source);
        return JpegDecoder.decode(source.path(), raw.jpeg(), raw.orientation(), longSide, memory, finish);
    }
}
