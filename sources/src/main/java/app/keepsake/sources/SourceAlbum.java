package app.keepsake.sources;

import java.util.List;
import java.util.Optional;

/**
 * An album.
 *
 * @param key of the source's own
 * @param version another one after it has changed
 * @param description may be empty
 * @param shared whether others see it there
 * @param assets keys of what is in it, of a shared one only what may be shown; empty when the version is the known one, and it was not asked
 */
public record SourceAlbum(
        String key, String version, String title, String description, boolean shared, Optional<List<String>> assets) {
    public SourceAlbum {
        assets = assets.map(List::copyOf);
    }
}
