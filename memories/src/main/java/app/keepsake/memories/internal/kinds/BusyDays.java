package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.time.DayOfWeek;
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
    private static final int DAYS_OF_SMALL_LIBRARY = 60;
    private static final double SAME_AREA_KM = 50;

    @Override
    public String key() {
        return "days";
    }

    @Override
    public List<Draft> drafts(Telling telling) {
        double enough = MORE_THAN_USUAL * usualCount(telling.insight().days());
        List<Draft> drafts = new ArrayList<>();
        List<Item> run = List.of();
        for (List<Item> day : telling.insight().days()) {
            if (day.size() >= enough
                    && !telling.insight().isOnTrip(day.getFirst().epochDay())) {
                if (!run.isEmpty() && continues(run, day)) {
                    run = telling.insight()
                            .between(run.getFirst().epochDay(), day.getLast().epochDay());
                } else {
                    draft(run, telling).ifPresent(drafts::add);
                    run = day;
                }
            }
        }
        draft(run, telling).ifPresent(drafts::add);
        return drafts;
    }

    /** The median count of a day; in a small library each day is worth telling. */
    private static double usualCount(List<List<Item>> days) {
        if (days.size() < DAYS_OF_SMALL_LIBRARY) {
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

    private Optional<Draft> draft(List<Item> run, Telling telling) {
        return run.isEmpty()
                ? Optional.empty()
                : telling.draft(this, "from " + run.getFirst().epochDay(), run).map(draft -> told(draft, telling));
    }

    private static Draft told(Draft draft, Telling telling) {
        Words words = telling.words();
        LocalDate first = draft.firstDay();
        LocalDate last = draft.lastDay();
        long count = last.toEpochDay() - first.toEpochDay() + 1;
        boolean isWeekend = count == 2 && first.getDayOfWeek() == DayOfWeek.SATURDAY;
        Optional<String> place = telling.places().of(draft.pool());
        String days = words.days(first, last);
        String number = words.number(count);
        Draft told;
        if (place.isPresent()) {
            String title = isWeekend
                    ? words.say("weekend.in", place.get())
                    : count > 1
                            ? words.say("days.in", number, place.get())
                            : isDayOut(draft.pool(), telling) ? words.say("day.in", place.get()) : place.get();
            told = draft.titled(words.capital(title), days);
        } else {
            told = draft.titled(
                    isWeekend ? words.say("weekend") : days,
                    isWeekend
                            ? days
                            : count == 1 ? words.weekday(first) : words.capital(words.say("days.count", number)));
        }
        return told.slug(telling.slug(draft.pool()))
                .because(words.say("because.days", draft.pool().size()));
    }

    private static boolean isDayOut(List<Item> pool, Telling telling) {
        return pool.stream().allMatch(telling.insight()::mayBeAway);
    }
}
