package app.keepsake.server.internal.work;

/** Whether a folder that is watched is there. */
public enum FolderStanding {
    THERE,
    /** There is no such folder. */
    GONE,
    /** There is one, in which nothing is any more, as where a disk was mounted. */
    EMPTY,
    /** Its disk does not answer. */
    SILENT
}
