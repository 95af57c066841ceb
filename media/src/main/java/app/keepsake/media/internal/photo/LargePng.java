package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads every so-many-th pixel of a PNG row by row, where the whole would not fit. Its colour profile is not used. */
final class LargePng {
    private LargePng() {}

    static RgbImage decode(Path path, int step, Sizes stored, Decoded.Consumer finish) throws MediaException {
        // EXIF may stand behind the pixels.
        Orientation orientation = orientation(path);
        return JdkImage.lend(
                path,
                JdkImage.read(path, "png", step),
                frame -> finish.take(new Decoded(frame, stored, orientation, Optional.empty())));
    }

    private static Orientation orientation(Path path) throws MediaException {
        try (Window file = Window.open(path)) {
            return StillHeader.pngOrientation(file);
        } catch (IOException e) {
            throw MediaException.ofDisk(path, e);
        }
    }
}
