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
    public List<Draft> drafts(Telling telling) {
        List<Draft> drafts = new ArrayList<>();
        List<Item> items = telling.insight().items();
        if (items.isEmpty()) {
            return drafts;
        }
        YearMonth now = YearMonth.from(telling.today());
        Words words = telling.words();
        for (YearMonth month = YearMonth.from(items.getFirst().day());
                month.isBefore(now);
                month = month.plusMonths(1)) {
            period(month.atDay(1), month.atEndOfMonth(), FEWEST_A_MONTH, words.month(month), WEIGHT_OF_MONTH, telling)
                    .ifPresent(drafts::add);
        }
        for (int year = items.getFirst().day().getYear(); year < now.getYear(); year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            period(first, last, FEWEST_A_YEAR, Integer.toString(year), WEIGHT_OF_YEAR, telling)
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<Draft> period(
            LocalDate first, LocalDate last, int fewest, String name, double weight, Telling telling) {
        List<Item> source = telling.insight().between(first.toEpochDay(), last.toEpochDay());
        Words words = telling.words();
        return telling.draft(this, first + " " + last, source)
                .filter(draft -> draft.pool().size() >= fewest)
                .map(draft -> draft.between(first, last)
                        .slug("best")
                        .titled(words.say("best-of.title", name), words.say("best-of.subtitle"))
                        .because(words.say("because.period", draft.pool().size()))
                        .weighing(weight));
    }
}
