package app.keepsake.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A memory that was rendered.
 *
 * @param path of the film's file, absolute
 * @param assetIds of what it shows
 * @param withdrawnBecause which choice withdrew it; empty while it may be shown
 */
public record Film(
        Path path, String memoryId, Instant renderedAt, List<Long> assetIds, Optional<String> withdrawnBecause) {
    public Film {
        assetIds = List.copyOf(assetIds);
    }
}
