package app.keepsake.memories.internal.group;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a library into moments: assets close in time and place.
 *
 * <p>A gap in time ends a moment when it is long against the gaps around it, as in PhotoTOC (Platt, Czerwinski and
 * Field, "PhotoTOC: automatic clustering for browsing personal photographs", 2003): log g(n) >= log 17 + the mean of
 * log g over the 21 gaps around n. Two limits are added, because the mean says little for sparse libraries: a gap of
 * four hours always ends a moment and one of five minutes never does. So does a leap of more than ten kilometres.
 */
public final class Moments {
    private static final int NEIGHBOURS = 10;
    private static final double CONTRAST = Math.log(17);
    private static final long ALWAYS_MILLIS = 4 * 3_600_000;
    private static final long NEVER_MILLIS = 5 * 60_000;
    private static final double LEAP_KM = 10;

    private Moments() {}

    /**
     * @param items in order of time
     * @return the moments in order, each in order of time; together they are all the items
     */
    public static List<List<Item>> of(List<Item> items) {
        List<List<Item>> moments = new ArrayList<>();
        double[] sums = sumsOfLogGaps(items);
        int begin = 0;
        Location last = null;
        for (int i = 0; i < items.size(); i++) {
            Location here = items.get(i).location();
            boolean ends = i + 1 == items.size() || isBoundary(items, sums, i);
            if (!ends) {
                last = here == null ? last : here;
                Location next = items.get(i + 1).location();
                ends = last != null && next != null && last.kilometresTo(next) > LEAP_KM;
            }
            if (ends) {
                moments.add(items.subList(begin, i + 1));
                begin = i + 1;
                last = null;
            }
        }
        return moments;
    }

    private static double[] sumsOfLogGaps(List<Item> items) {
        double[] sums = new double[Math.max(1, items.size())];
        for (int i = 0; i + 1 < items.size(); i++) {
            sums[i + 1] = sums[i] + logGap(items, i);
        }
        return sums;
    }

    private static boolean isBoundary(List<Item> items, double[] sums, int i) {
        long gap = gap(items, i);
        if (gap >= ALWAYS_MILLIS || gap <= NEVER_MILLIS) {
            return gap >= ALWAYS_MILLIS;
        }
        int from = Math.max(0, i - NEIGHBOURS);
        int to = Math.min(sums.length - 1, i + NEIGHBOURS + 1);
        return logGap(items, i) >= CONTRAST + (sums[to] - sums[from]) / (to - from);
    }

    private static long gap(List<Item> items, int i) {
        return items.get(i + 1).wallMillis() - items.get(i).wallMillis();
    }

    private static double logGap(List<Item> items, int i) {
        // A second at least, for the shots of a burst carry the same time.
        return Math.log(Math.max(1000, gap(items, i)));
    }
}
