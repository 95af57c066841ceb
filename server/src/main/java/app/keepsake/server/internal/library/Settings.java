package app.keepsake.server.internal.library;

import java.util.List;
import java.util.Optional;

/**
 * What the user set.
 *
 * @param folders that are watched, absolute
 * @param language of the pages and of titles: "en", "de", or empty for the system's and the browser's
 * @param background whether the service works by itself
 * @param thumbnailMegabytes how much disk small pictures may take
 * @param cores how many of the machine's cores background work may use; empty for all
 */
public record Settings(
        List<String> folders, String language, boolean background, int thumbnailMegabytes, Optional<Integer> cores) {
    public static final Settings INITIAL = new Settings(List.of(), "", true, 500, Optional.empty());

    public Settings {
        folders = List.copyOf(folders);
    }

    public Settings withFolders(List<String> changed) {
        return new Settings(changed, language, background, thumbnailMegabytes, cores);
    }
}
