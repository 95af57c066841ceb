package app.keepsake.sources.internal.http;

import app.keepsake.sources.Known;
import app.keepsake.sources.Presence;
import app.keepsake.sources.SourceAsset;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What is gone and what was missed, where the other side tells of it only by the list of all. */
public final class WholeList {
    private WholeList() {}

    /**
     * Compares.
     *
     * @param there what is told of all that may be shown, by key
     * @param asset reads what is told of one; empty where it makes no sense
     */
    public static <T> Presence compare(Known known, Map<String, T> there, Function<T, Optional<SourceAsset>> asset) {
        Map<String, T> missed = new TreeMap<>(there);
        Set<String> gone = new HashSet<>();
        for (YearMonth month : known.months().keySet()) {
            for (String key : known.keys(month)) {
                if (missed.remove(key) == null) {
                    gone.add(key);
                }
            }
        }
        return new Presence(
                gone,
                missed.values().stream().map(asset).flatMap(Optional::stream).toList());
    }
}
