package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.CakeDays;
import app.keepsake.memories.internal.group.CakeDays.Celebrated;
import app.keepsake.memories.internal.group.Signs;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Birthdays of which only cakes and candles tell, year by year and all together; whose they are is not known. */
public final class Cakes implements Kind {
    private static final long PARTY_MILLIS = 4 * 3_600_000;
    private static final int NEAR_DAYS = 7;
    private static final double WEIGHT = 1.1;
    private static final double WEIGHT_OF_ALL = 1.35;

    @Override
    public String key() {
        return Birthday.KEY;
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        long today = context.today().toEpochDay();
        List<Item> cakes =
                context.analysis().where("cakes", item -> item.isOfOneDay() && Signs.shows(item, Signs.CAKE)).stream()
                        .filter(item -> item.epochDay() <= today)
                        .toList();
        if (cakes.isEmpty()) {
            return drafts;
        }
        int years = context.today().getYear()
                - context.analysis().items().getFirst().day().getYear()
                + 1;
        for (Celebrated birthday : CakeDays.of(cakes, years)) {
            if (!isKnown(birthday, context)) {
                drafts.addAll(of(birthday, cakes, context));
            }
        }
        return drafts;
    }

    /** Whether it is the birthday of somebody with a name, which is told under that. */
    private static boolean isKnown(Celebrated birthday, TellingContext context) {
        MonthDay first = MonthDay.from(birthday.days().getFirst());
        return context.analysis().birthdays().entrySet().stream()
                .filter(entry -> context.named(entry.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .anyMatch(known -> Birthday.distance(known, first.atYear(2001)) <= NEAR_DAYS);
    }

    private List<Draft> of(Celebrated birthday, List<Item> cakes, TellingContext context) {
        Words words = context.words();
        List<Draft> drafts = new ArrayList<>();
        List<Item> all = new ArrayList<>();
        for (LocalDate day : birthday.days()) {
            List<Item> party = party(day, cakes, context);
            all.addAll(party);
            context.draft(key(), "cake " + day, party)
                    .map(draft -> draft.slug(context.slug("cake.title"))
                            .titled(words.text("cake.title"), words.day(day))
                            .because(words.text("because.cake"))
                            .weighing(WEIGHT))
                    .ifPresent(drafts::add);
        }
        String when = birthday.usual()
                .map(words::dayOfYear)
                .orElseGet(() -> words.monthName(birthday.days().getFirst().getMonthValue()));
        Optional<Draft> together =
                context.draft(key(), "cakes " + MonthDay.from(birthday.days().getFirst()), all);
        together.map(draft -> draft.slug(context.slug("cakes.title"))
                        .titled(
                                words.text("cakes.title"),
                                when + " \u00b7 " + words.years(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.cakes", birthday.days().size()))
                        .weighing(WEIGHT_OF_ALL))
                .ifPresent(drafts::add);
        return drafts;
    }

    /** What was taken around the cake. */
    private static List<Item> party(LocalDate day, List<Item> cakes, TellingContext context) {
        long epochDay = day.toEpochDay();
        List<Item> ofDay =
                cakes.stream().filter(item -> item.epochDay() == epochDay).toList();
        long from = ofDay.getFirst().wallMillis() - PARTY_MILLIS;
        long to = ofDay.getLast().wallMillis() + PARTY_MILLIS;
        return context.analysis().between(epochDay, epochDay).stream()
                .filter(item -> !item.timed() || (item.wallMillis() >= from && item.wallMillis() <= to))
                .toList();
    }
}
