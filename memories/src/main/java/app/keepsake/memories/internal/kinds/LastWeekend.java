package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.internal.words.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The weekend that has just gone by, told from Monday to Thursday. */
public final class LastWeekend implements Kind {
    private static final double WEIGHT = 1.6;

    @Override
    public String key() {
        return "last-weekend";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        LocalDate today = context.today();
        if (today.getDayOfWeek().getValue() > DayOfWeek.THURSDAY.getValue()) {
            return List.of();
        }
        Words words = context.words();
        LocalDate sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        return context
                .draft(
                        key(),
                        sunday.toString(),
                        context.analysis().between(sunday.toEpochDay() - 1, sunday.toEpochDay()))
                .map(draft -> draft.slug(context.slug(draft.pool()))
                        .titled(
                                words.text("last-weekend.title"),
                                context.places().of(draft.pool()).orElse(words.days(draft.firstDay(), draft.lastDay())))
                        .because(words.text("because.last-weekend"))
                        .weighing(WEIGHT))
                .stream()
                .toList();
    }
}
