package app.keepsake.server.internal.folders;

import java.nio.file.Path;

/**
 * A folder, or a file of the kind that was asked for.
 *
 * @param name as people see it; empty where a tree of folders begins
 * @param path the whole of it, to ask or choose it by
 * @param leadsTo where a link leads; empty for what is none
 */
public record Entry(String name, String path, Sort sort, String leadsTo) {
    /** What it is. */
    public enum Sort {
        FOLDER,
        FILE,
        /** The user's pictures. */
        PICTURES,
        /** The user's clips. */
        VIDEOS,
        /** The user's music. */
        MUSIC,
        /** All of the user's. */
        HOME,
        /** Where a disk hangs. */
        DISK,
        /** Where the tree begins. */
        MACHINE
    }

    static Entry at(Path path, Sort sort) {
        return new Entry(path.getFileName() == null ? "" : path.getFileName().toString(), path.toString(), sort, "");
    }
}
