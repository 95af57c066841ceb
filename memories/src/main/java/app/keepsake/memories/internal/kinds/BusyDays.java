package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.select.Selection;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days with many more pictures than usual, and not on a trip: days out, weekends, celebrations. Neighbouring days in
 * the same area are one memory.
 */
public final class BusyDays implements Kind {
    private static final double MORE_THAN_USUAL = 2.5;
    private static final double SAME_AREA_KM = 50;

    @Override
    public String key() {
        return "days";
    }

    @Override
    public List<Draft> drafts(Telling telling) {
        double usual = usualCount(telling.insight().days());
        List<Draft> drafts = new ArrayList<>();
        List<Item> run = new ArrayList<>();
        for (List<Item> day : telling.insight().days()) {
            long epochDay = day.getFirst().epochDay();
            boolean isBusy =
                    day.size() >= MORE_THAN_USUAL * usual && !telling.insight().isOnTrip(epochDay);
            List<Item> pool = isBusy ? telling.pool(day) : List.of();
            if (!pool.isEmpty()) {
                if (!run.isEmpty() && !continues(run, pool)) {
                    draft(run, telling).ifPresent(drafts::add);
                    run = new ArrayList<>();
                }
                run.addAll(pool);
            }
        }
        draft(run, telling).ifPresent(drafts::add);
        return drafts;
    }

    /** The median count of a day, less what would make each day of a small library too common to tell. */
    private static double usualCount(List<List<Item>> days) {
        if (days.size() < 60) {
            return 0;
        }
        int[] counts = days.stream().mapToInt(List::size).sorted().toArray();
        return counts[counts.length / 2];
    }

    private static boolean continues(List<Item> run, List<Item> day) {
        if (day.getFirst().epochDay() - run.getLast().epochDay() > 1) {
            return false;
        }
        Location before = lastLocation(run);
        Location now = lastLocation(day);
        return before == null || now == null || before.kilometresTo(now) <= SAME_AREA_KM;
    }

    private static @Nullable Location lastLocation(List<Item> items) {
        for (Item item : items.reversed()) {
            if (item.location() != null) {
                return item.location();
            }
        }
        return null;
    }

    private Optional<Draft> draft(List<Item> pool, Telling telling) {
        if (pool.size() < Selection.FEWEST) {
            return Optional.empty();
        }
        Words words = telling.words();
        LocalDate first = pool.getFirst().day();
        LocalDate last = pool.getLast().day();
        long count = last.toEpochDay() - first.toEpochDay() + 1;
        Optional<String> place = telling.places().of(pool);
        String days = words.days(first, last);
        String title;
        String subtitle;
        if (place.isEmpty()) {
            title = days;
            subtitle = count == 1 ? words.weekday(first) : words.capital(words.say("days.count", words.number(count)));
        } else {
            title = count == 1 ? place.get() : words.capital(words.say("days.in", words.number(count), place.get()));
            subtitle = days;
        }
        return Optional.of(new Draft(
                key(), "days " + first, telling.slug(pool), title, subtitle, first, last, List.copyOf(pool), 1));
    }
}
