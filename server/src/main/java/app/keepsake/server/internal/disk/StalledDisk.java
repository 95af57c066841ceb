package app.keepsake.server.internal.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that does not answer. */
public final class StalledDisk extends IOException {
    private static final long serialVersionUID = 1L;

    StalledDisk(Path folder) {
        super(
                "The disk with %s does not answer. Check that it is switched on and connected; it is asked again in a minute."
                        .formatted(folder));
    }
}
