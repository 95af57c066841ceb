package app.keepsake.operations.index;

import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.regex.Pattern;

/**
 * Which sidecars may belong to a photo, by name alone. Rather one too many than one too few: a sidecar that does not
 * belong costs one more look at the photo when it changes; which one is read is for the metadata reader to tell.
 */
final class SidecarNames {
    /** Takeout cuts a sidecar's name to 46 characters, and drops "-edited", in any language, and "(2)". */
    private static final int CERTAIN_LENGTH = 40;

    private static final Pattern ADDITIONS =
            Pattern.compile("(?:\\(\\d{1,9}\\))?(?:-\\p{L}[\\p{L}\\p{M} ]{0,24})?(?:\\(\\d{1,9}\\))?$");

    private SidecarNames() {}

    /**
     * @param photo any path
     * @param sidecars modification times by file name, of the same folder
     * @return the newest modification, 0 when none may belong
     */
    static long newest(Path photo, NavigableMap<String, Long> sidecars) {
        String name = photo.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = ADDITIONS.matcher(dot < 0 ? name : name.substring(0, dot)).replaceFirst("");
        String start = stem.substring(0, Math.min(stem.length(), CERTAIN_LENGTH));
        return sidecars.subMap(start, true, start + Character.MAX_VALUE, true).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
