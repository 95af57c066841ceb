package app.keepsake.operations.index;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoReader;
import java.nio.file.Path;
import java.util.Optional;

/** Opens files, in this process or in another. Safe for use by several threads. */
interface Opening {
    /** See {@link app.keepsake.media.MediaReader#read}. */
    MediaInfo info(Path file) throws MediaException;

    /** See {@link app.keepsake.media.PhotoDecoder#decode}. */
    RgbImage photo(Path file, int longSide) throws MediaException;

    /** See {@link VideoReader#open}. A thread closes what it opened. */
    default VideoReader clip(Path file, int longSide) throws MediaException {
        return clip(file, Optional.empty(), longSide);
    }

    /** The same of a clip that may be a part of a file. */
    VideoReader clip(Path file, Optional<Inset> inset, int longSide) throws MediaException;
}
