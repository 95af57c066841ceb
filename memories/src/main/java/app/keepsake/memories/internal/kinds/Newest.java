package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The newest month of a library, also while it goes on. */
public final class Newest implements Kind {
    private static final int FRESH_DAYS = 45;
    private static final double WEIGHT = 0.9;
    private static final double WEIGHT_FRESH = 1.4;

    @Override
    public String key() {
        return "newest";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        long today = context.today().toEpochDay();
        List<Item> past = context.analysis().between(Long.MIN_VALUE, today);
        if (past.isEmpty()) {
            return List.of();
        }
        YearMonth newest = YearMonth.from(past.getLast().day());
        // A month that has only begun may have too few pictures yet.
        return draft(newest, context).or(() -> draft(newest.minusMonths(1), context)).stream()
                .toList();
    }

    private Optional<Draft> draft(YearMonth month, TellingContext context) {
        Words words = context.words();
        long today = context.today().toEpochDay();
        long last = Math.min(today, month.atEndOfMonth().toEpochDay());
        boolean goesOn = month.equals(YearMonth.from(context.today()));
        boolean isFresh = today - month.atEndOfMonth().toEpochDay() <= FRESH_DAYS;
        List<Item> source = context.analysis().between(month.atDay(1).toEpochDay(), last);
        return context.draft(key(), month.toString(), source)
                .map(draft -> draft.between(month.atDay(1), LocalDate.ofEpochDay(last))
                        .slug(context.slug("newest.slug"))
                        .titled(
                                goesOn
                                        ? words.text("newest.now", words.monthName(month.getMonthValue()))
                                        : words.month(month),
                                words.text("newest.below"))
                        .because(words.text("because.newest", draft.pool().size()))
                        .weighing(isFresh ? WEIGHT_FRESH : WEIGHT));
    }
}
