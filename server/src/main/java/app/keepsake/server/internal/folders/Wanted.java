package app.keepsake.server.internal.folders;

import java.util.Locale;
import java.util.Set;

/** Which files are listed beside folders. */
public enum Wanted {
    /** None. */
    FOLDERS(Set.of()),
    /** Exports and backups. */
    ZIP(Set.of("zip")),
    /** Catalogs of other programs. */
    DB(Set.of("db"));

    private final Set<String> endings;

    Wanted(Set<String> endings) {
        this.endings = endings;
    }

    boolean takes(String name) {
        return endings.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
