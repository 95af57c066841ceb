package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A decoded picture in native memory, as stored: not yet upright, in its own colours and maybe larger than wanted.
 *
 * @param frame the pixels, valid while the decoder's callback runs
 * @param full size of the picture before any reduction, as stored
 * @param orientation how it becomes upright
 * @param profile ICC profile of its colours
 * @param transparency what its fourth channel means, if it has one
 */
record Decoded(
        AVFrame frame, Sizes full, Orientation orientation, Optional<byte[]> profile, Transparency transparency) {
    Decoded(AVFrame frame, Sizes full, Orientation orientation, Optional<byte[]> profile) {
        this(frame, full, orientation, profile, Transparency.STRAIGHT);
    }

    Decoded with(Transparency other) {
        return new Decoded(frame, full, orientation, profile, other);
    }

    /** Takes a picture before its native memory is freed. */
    interface Consumer {
        RgbImage take(Decoded picture) throws MediaException;
    }
}
