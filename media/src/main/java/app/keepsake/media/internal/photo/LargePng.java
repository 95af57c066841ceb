package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import java.nio.file.Path;
import java.util.Optional;

/** Reads every so-many-th pixel of a PNG row by row, where the whole would not fit. Its colour profile is not used. */
final class LargePng {
    private LargePng() {}

    static RgbImage decode(Path path, int step, StillHeader header, Decoded.Consumer finish) throws MediaException {
        return JdkImage.lend(
                JdkImage.read(path, "png", step),
                frame -> finish.take(new Decoded(frame, header.stored(), header.orientation(), Optional.empty())));
    }
}
