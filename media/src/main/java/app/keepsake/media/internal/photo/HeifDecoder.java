package app.keepsake.media.internal.photo;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.HeifPicture;

/** Decodes HEIF stills. Their turn is the container's, which EXIF repeats; it is EXIF's where the container says nothing. */
final class HeifDecoder {
    /** Half a colour sample for each of light, of up to two bytes. */
    private static final long BYTES_PER_PIXEL = 3;

    private HeifDecoder() {}

    static RgbImage decode(SourceFile source, DecodingMemory memory, Decoded.Consumer finish) throws MediaException {
        try (HeifPicture picture = HeifPicture.open(source.path())) {
            Limits.check(source.path(), picture.size());
            Sizes size = picture.size();
            try (DecodingMemory.Held held = memory.hold(need(size))) {
                return finish.take(
                        new Decoded(picture.decode(), size, StillHeader.orientation(picture), picture.profile()));
            }
        }
    }

    /** Native bytes. */
    static long need(Sizes size) {
        return BYTES_PER_PIXEL * size.width() * size.height();
    }
}
