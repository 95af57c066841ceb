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
 * Days that stand out from the {@linkplain UsualDays usual}, and not on a trip: days out, weekends, celebrations.
 * Neighbouring days in the same area are one memory; a day in two countries far apart is two.
 */
public final class BusyDays implements Kind {
    private static final double SAME_AREA_KM = 50;

    @Override
    public String key() {
        return "days";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        UsualDays usual = UsualDays.of(context.analysis());
        List<Draft> drafts = new ArrayList<>();
        List<Item> run = List.of();
        for (List<Item> day : context.analysis().days()) {
            if (usual.standsOut(day)
                    && !context.analysis().isOnTrip(day.getFirst().epochDay())) {
                List<List<Item>> parts = Whereabouts.of(day, context.fewest());
                if (parts.size() > 1) {
                    draft(run, usual, context).ifPresent(drafts::add);
                    run = List.of();
                    for (int i = 0; i < parts.size(); i++) {
                        ofPart(parts.get(i), i + 1, usual, context).ifPresent(drafts::add);
                    }
                } else if (!run.isEmpty() && continues(run, day)) {
                    run = context.analysis()
                            .between(run.getFirst().epochDay(), day.getLast().epochDay());
                } else {
                    draft(run, usual, context).ifPresent(drafts::add);
                    run = day;
                }
            }
        }
        draft(run, usual, context).ifPresent(drafts::add);
        return drafts;
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

    private Optional<Draft> draft(List<Item> run, UsualDays usual, TellingContext context) {
        return run.isEmpty() ? Optional.empty() : draft(run, "", usual, context);
    }

    /** @param number of the part of the day, from 1 */
    private Optional<Draft> ofPart(List<Item> part, int number, UsualDays usual, TellingContext context) {
        return draft(part, " part " + number, usual, context);
    }

    private Optional<Draft> draft(List<Item> items, String part, UsualDays usual, TellingContext context) {
        return context.draft(key(), "from " + items.getFirst().epochDay() + part, items)
                .map(draft -> titled(draft, context).because(usual.reason(draft.pool(), context.words())));
    }

    private static Draft titled(Draft draft, TellingContext context) {
        Words words = context.words();
        LocalDate first = draft.firstDay();
        LocalDate last = draft.lastDay();
        long count = last.toEpochDay() - first.toEpochDay() + 1;
        boolean isWeekend = count == 2 && first.getDayOfWeek() == DayOfWeek.SATURDAY;
        Optional<String> place = context.places().of(draft.pool());
        String days = words.days(first, last);
        String number = words.number(count);
        Draft told;
        if (place.isPresent()) {
            String title = isWeekend
                    ? words.text("weekend.in", words.within(place.get()))
                    : count > 1
                            ? words.text("days.in", count, words.within(place.get()), number)
                            : words.text("day.in", partOfDay(draft.pool(), words), words.within(place.get()));
            told = draft.titled(words.capital(title), days);
        } else {
            told = draft.titled(
                    isWeekend ? words.text("weekend") : days,
                    isWeekend
                            ? days
                            : count == 1
                                    ? words.capital(partOfDay(draft.pool(), words))
                                    : words.capital(words.text("days.count", count, number)));
        }
        Draft named = Themes.shownBy(draft.pool())
                .map(theme -> draft.titled(
                        words.text("theme." + theme),
                        place.map(name -> name + " \u00b7 ").orElse("") + days))
                .orElse(told);
        return named.slug(context.slug(draft.pool()));
    }

    /** "Saturday"; "Saturday evening" when all pictures are known to be of it. */
    private static String partOfDay(List<Item> pool, Words words) {
        String weekday = words.weekday(pool.getFirst().day());
        List<String> parts = pool.stream()
                .map(item -> partOfDay(item.time().getHour()))
                .distinct()
                .toList();
        return parts.size() == 1 && pool.stream().allMatch(Item::timed)
                ? words.text("day." + parts.getFirst(), weekday)
                : weekday;
    }

    private static String partOfDay(int hour) {
        return hour < 4 || hour >= 18 ? "evening" : hour < 12 ? "morning" : "afternoon";
    }
}
