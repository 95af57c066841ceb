package app.keepsake.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * That a memory was shown on a day.
 *
 * @param assetIds what it consisted of then, ascending
 */
public record Showing(LocalDate day, String memoryId, String kind, List<Long> assetIds) {
    public Showing {
        assetIds = List.copyOf(assetIds);
    }
}
