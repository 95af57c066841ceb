package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The best of a month or a year that is over. */
public final class BestOf implements Kind {
    private static final int FEWEST_A_MONTH = 20;
    private static final int FEWEST_A_YEAR = 40;
    private static final double WEIGHT_OF_MONTH = 0.85;
    private static final double WEIGHT_OF_YEAR = 1.15;

    @Override
    public String key() {
        return "best-of";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        List<Item> items = context.analysis().items();
        if (items.isEmpty()) {
            return drafts;
        }
        YearMonth now = YearMonth.from(context.today());
        Words words = context.words();
        for (YearMonth month = YearMonth.from(items.getFirst().day());
                month.isBefore(now);
                month = month.plusMonths(1)) {
            period(month.atDay(1), month.atEndOfMonth(), FEWEST_A_MONTH, words.month(month), WEIGHT_OF_MONTH, context)
                    .ifPresent(drafts::add);
        }
        for (int year = items.getFirst().day().getYear(); year < now.getYear(); year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            period(first, last, FEWEST_A_YEAR, words.year(year), WEIGHT_OF_YEAR, context)
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<Draft> period(
            LocalDate first, LocalDate last, int fewest, String name, double weight, TellingContext context) {
        List<Item> source = context.analysis().between(first.toEpochDay(), last.toEpochDay());
        Words words = context.words();
        return context.draft(key(), first + " " + last, source)
                .filter(draft -> draft.pool().size() >= fewest)
                .map(draft -> draft.between(first, last)
                        .slug("best")
                        .titled(words.text("best-of.title", name), words.text("best-of.subtitle"))
                        .because(words.text("because.period", draft.pool().size()))
                        .weighing(weight));
    }
}
