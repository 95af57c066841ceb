package app.keepsake.operations.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that does not answer. */
public final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    NoAnswer(Path folder) {
        super(words(folder));
    }

    /** What a person is told of a folder. */
    public static String words(Path folder) {
        return "The disk with %s does not answer. Check that it is switched on and connected.".formatted(folder);
    }
}
