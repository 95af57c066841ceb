package app.keepsake.memories.internal.group;

import app.keepsake.memories.Item;
import java.util.BitSet;
import java.util.List;

/**
 * Finds pictures of cameras whose clock began anew when the battery was empty: they are dated from the first of a
 * January on, know no place, and nothing else was taken in the month before and after.
 */
public final class ResetClocks {
    private static final int LONELY_DAYS = 31;
    private static final int LONGEST_DAYS = 3;

    private ResetClocks() {}

    /**
     * @param items in order of time
     * @return the positions of those whose date says nothing
     */
    public static BitSet of(List<Item> items) {
        BitSet found = new BitSet();
        List<List<Item>> days = Days.of(items);
        int at = 0;
        for (int i = 0; i < days.size(); i++) {
            int end = i;
            int count = days.get(i).size();
            while (end + 1 < days.size() && epochDay(days, end + 1) - epochDay(days, i) < LONGEST_DAYS) {
                end++;
                count += days.get(end).size();
            }
            if (isNewYear(days.get(i).getFirst())
                    && (i == 0 || epochDay(days, i) - epochDay(days, i - 1) >= LONELY_DAYS)
                    && (end + 1 == days.size() || epochDay(days, end + 1) - epochDay(days, end) >= LONELY_DAYS)
                    && items.subList(at, at + count).stream().allMatch(item -> item.location() == null)
                    && count < items.size()) {
                found.set(at, at + count);
            }
            at += days.get(i).size();
        }
        return found;
    }

    private static long epochDay(List<List<Item>> days, int i) {
        return days.get(i).getFirst().epochDay();
    }

    /** By the clock itself, because a day of people's begins later. */
    private static boolean isNewYear(Item item) {
        return item.time().getDayOfYear() == 1;
    }
}
