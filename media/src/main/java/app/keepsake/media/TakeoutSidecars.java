package app.keepsake.media;

import app.keepsake.media.internal.metadata.TakeoutNames;
import java.util.Set;

/** Which files of Google Takeout tell of a photo or clip. Thread-safe. */
public final class TakeoutSidecars {
    private TakeoutSidecars() {}

    /**
     * The names that a sidecar can have, in the same folder, the likeliest first.
     *
     * @param name of a photo or clip, without its folder
     */
    public static Set<String> namesFor(String name) {
        return TakeoutNames.ofSidecars(name);
    }
}
