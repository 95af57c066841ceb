package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides a day by where it was spent: one begins far away from where it ends when somebody flies. */
final class Whereabouts {
    private static final double FAR_KM = 150;

    private Whereabouts() {}

    /**
     * The parts of a day that are far from one another. What knows no place belongs to what came before.
     *
     * @param day in order of time
     * @param fewest a part with fewer pictures is none: its place may have been told wrongly
     */
    static List<List<Item>> of(List<Item> day, int fewest) {
        List<List<Item>> parts = new ArrayList<>();
        int begin = 0;
        @Nullable Location last = null;
        for (int i = 0; i < day.size(); i++) {
            Location here = day.get(i).location();
            if (here != null) {
                if (last != null && last.kilometresTo(here) > FAR_KM) {
                    parts.add(day.subList(begin, i));
                    begin = i;
                }
                last = here;
            }
        }
        parts.add(day.subList(begin, day.size()));
        return parts.stream().allMatch(part -> part.size() >= fewest) ? parts : List.of(day);
    }
}
