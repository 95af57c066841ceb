package app.keepsake.server.internal.folders;

import app.keepsake.operations.library.MediaNames;
import java.util.Set;

/** Which files are listed beside folders. */
public enum Wanted {
    /** None. */
    FOLDERS(Set.of()),
    MUSIC(Set.copyOf(MediaNames.musicEndings())),
    /** Exports and backups. */
    ZIP(Set.of("zip")),
    /** Catalogs of other programs. */
    DB(Set.of("db"));

    private final Set<String> endings;

    Wanted(Set<String> endings) {
        this.endings = endings;
    }

    boolean takes(String name) {
        return endings.contains(MediaNames.ending(name));
    }
}
