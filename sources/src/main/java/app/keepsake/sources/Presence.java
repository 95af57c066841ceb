package app.keepsake.sources;

import java.util.List;
import java.util.Set;

/**
 * In what the assets that are known here differ from those that may be shown there.
 *
 * @param gone keys of those that may not be shown any more
 * @param missed those that may be shown and are not known here
 */
public record Presence(Set<String> gone, List<SourceAsset> missed) {
    public Presence {
        gone = Set.copyOf(gone);
        missed = List.copyOf(missed);
    }
}
