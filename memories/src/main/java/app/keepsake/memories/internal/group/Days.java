package app.keepsake.memories.internal.group;

import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.List;

/** A library day by day. */
public final class Days {
    private Days() {}

    /**
     * @param items in order of time
     * @return the days that have pictures, in order
     */
    public static List<List<Item>> of(List<Item> items) {
        List<List<Item>> days = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= items.size(); i++) {
            if (i == items.size() || items.get(i).epochDay() != items.get(begin).epochDay()) {
                days.add(items.subList(begin, i));
                begin = i;
            }
        }
        return days;
    }
}
