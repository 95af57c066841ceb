package app.keepsake.sources;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;

/** What is known here of a source's assets. */
public interface Known {
    /** How many there are in each month, by {@link SourceAsset#month()}; none with zero. */
    Map<YearMonth, Integer> months();

    /** Their keys, in a month. */
    Set<String> keys(YearMonth month);
}
