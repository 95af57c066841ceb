package app.keepsake.operations.index;

/** Which files are looked at, by name alone. */
public final class MediaNames {
    private MediaNames() {}

    /** Whether a file has the name of a photo or clip. */
    public static boolean isPhotoOrClip(String name) {
        return FolderScan.isPhotoOrClip(name);
    }
}
