package app.keepsake.operations.index;

import app.keepsake.media.MediaException;
import java.nio.file.Path;

/** What a library throws over a file for which it was not made: the file's problem, and no reason to end a run. */
final class Defect {
    private Defect() {}

    static MediaException in(Path file, Throwable thrown) {
        return new MediaException(
                file,
                "a photo or clip that can be looked at",
                "one over which a decoder fails (%s)".formatted(thrown),
                "Save it anew, or leave it out.");
    }
}
