package app.keepsake.memories.internal.group;

import app.keepsake.memories.Item;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Pictures by day and year, found by halving because they are in order of time. */
public final class Years {
    private Years() {}

    /**
     * @param items in order of time
     * @return for each year with pictures, those, as views; without those of which the year is not known
     */
    public static SortedMap<Integer, List<Item>> of(List<Item> items) {
        SortedMap<Integer, List<Item>> years = new TreeMap<>();
        int from = 0;
        while (from < items.size()) {
            int year = items.get(from).day().getYear();
            int to = firstFrom(items, LocalDate.of(year + 1, 1, 1).toEpochDay());
            List<Item> begun = items.subList(from, to);
            List<Item> ofYear = begun.stream().allMatch(Item::isOfOneYear)
                    ? begun
                    : begun.stream().filter(Item::isOfOneYear).toList();
            if (!ofYear.isEmpty()) {
                years.put(year, ofYear);
            }
            from = to;
        }
        return years;
    }

    /** Whether every month from one day to another, of whatever year, is one of some. */
    public static boolean areOf(Set<Month> months, LocalDate first, LocalDate last) {
        YearMonth end = YearMonth.from(last);
        return Stream.iterate(YearMonth.from(first), month -> !month.isAfter(end), month -> month.plusMonths(1))
                .allMatch(month -> months.contains(month.getMonth()));
    }

    /** The pictures that are dated, or begin to be, from one day to another, both inclusive, as a view. */
    public static List<Item> between(List<Item> items, long first, long last) {
        return items.subList(firstFrom(items, first), firstFrom(items, last + 1));
    }

    private static int firstFrom(List<Item> items, long epochDay) {
        int from = 0;
        int to = items.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (items.get(middle).epochDay() < epochDay) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
