package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened around this day in years past, three days to either side: a year by itself where it has enough
 * pictures, and all years together.
 */
public final class OnThisDay implements Kind {
    private static final int DAYS_AROUND = 3;
    private static final double WEIGHT = 1.7;

    @Override
    public String key() {
        return "on-this-day";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        List<Item> together = new ArrayList<>();
        if (context.analysis().items().isEmpty()) {
            return drafts;
        }
        LocalDate today = context.today();
        int firstYear = context.analysis().items().getFirst().day().getYear();
        for (int ago = today.getYear() - firstYear + 1; ago >= 1; ago--) {
            LocalDate then = today.minusYears(ago);
            List<Item> around =
                    context.analysis().between(then.toEpochDay() - DAYS_AROUND, then.toEpochDay() + DAYS_AROUND);
            yearAgo(context, ago, around).ifPresent(drafts::add);
            together.addAll(around);
        }
        together(context, together).ifPresent(drafts::add);
        return drafts;
    }

    private Optional<Draft> yearAgo(TellingContext context, int ago, List<Item> around) {
        return context.draft(key(), context.today() + " " + ago, around)
                .map(draft -> titled(draft, ago, context)
                        .slug(context.slug(draft.pool()))
                        .because(context.words().text("because.on-this-day", ago))
                        .weighing(WEIGHT));
    }

    /** "Five years ago in Lisbon" when one was on a trip all the time; else the place stands below. */
    private static Draft titled(Draft draft, int ago, TellingContext context) {
        Words words = context.words();
        String since = words.text("ago", ago, words.number(ago));
        String days = words.days(draft.firstDay(), draft.lastDay());
        Optional<String> place = context.places().of(draft.pool());
        if (place.isEmpty()) {
            return draft.titled(words.capital(since), days);
        }
        boolean away = draft.pool().stream().allMatch(item -> context.analysis().isOnTrip(item.epochDay()));
        return away
                ? draft.titled(words.capital(words.text("ago.in", since, words.within(place.get()))), days)
                : draft.titled(words.capital(since), place.get() + " \u00b7 " + days);
    }

    private Optional<Draft> together(TellingContext context, List<Item> items) {
        Words words = context.words();
        return context.draft(key(), context.today().toString(), items)
                .filter(draft -> draft.firstDay().isBefore(draft.lastDay().minusDays(2L * DAYS_AROUND + 1)))
                .map(draft -> draft.slug("on-this-day")
                        .titled(
                                words.text("on-this-day.title"),
                                words.dayOfYear(MonthDay.from(context.today())) + " \u00b7 "
                                        + words.years(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.on-these-days"))
                        .weighing(WEIGHT));
    }
}
