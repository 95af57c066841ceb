package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.HeifPicture;

/** Decodes HEIF stills; their rotation is the container's, never EXIF's, which repeats it. */
final class HeifDecoder {
    private HeifDecoder() {}

    static RgbImage decode(SourceFile source, Decoded.Consumer finish) throws MediaException {
        try (HeifPicture picture = HeifPicture.open(source.path())) {
            Limits.check(source.path(), picture.size());
            Sizes size = picture.size();
            return finish.take(new Decoded(picture.decode(), size, picture.orientation(), picture.profile()));
        }
    }
}
