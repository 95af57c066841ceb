package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Days;
import app.keepsake.memories.internal.group.Signs;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The first snow of a winter and the first day at the sea of a year, each by itself and of all years together. What was
 * seen in the months before is no first.
 */
public final class Firsts implements Kind {
    private static final int LONG_AGO_DAYS = 120;
    private static final int FEWEST_PICTURES = 3;
    private static final double PART_OF_DAY = 0.3;
    private static final int FEWEST_YEARS = 3;
    private static final double WEIGHT_OF_ALL = 1.15;

    /** What is seen for the first time, as words know it after "first.". */
    private record First(String key, Set<String> signs) {}

    private static final List<First> ALL = List.of(new First("snow", Signs.SNOW), new First("sea", Signs.SEA));

    @Override
    public String key() {
        return "first";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (First first : ALL) {
            List<Item> shown = context.analysis()
                    .where("first " + first.key, item -> item.isOfOneDay() && Signs.shows(item, first.signs));
            drafts.addAll(of(first, shown, context));
        }
        return drafts;
    }

    private List<Draft> of(First first, List<Item> shown, TellingContext context) {
        Words words = context.words();
        List<Draft> drafts = new ArrayList<>();
        List<Item> all = new ArrayList<>();
        int years = 0;
        long before = Long.MIN_VALUE / 2;
        for (List<Item> day : Days.of(shown)) {
            long epochDay = day.getFirst().epochDay();
            List<Item> ofDay = context.analysis().between(epochDay, epochDay);
            boolean isFirst = epochDay - before > LONG_AGO_DAYS;
            boolean isSure = day.size() >= Math.max(FEWEST_PICTURES, PART_OF_DAY * ofDay.size());
            before = epochDay;
            if (isFirst && isSure && epochDay <= context.today().toEpochDay()) {
                years++;
                all.addAll(day);
                context.draft(key(), first.key + " " + epochDay, ofDay)
                        .map(draft -> draft.slug(context.slug("first." + first.key))
                                .titled(words.text("first." + first.key), context.placeAndDay(draft))
                                .because(words.text("because.first." + first.key)))
                        .ifPresent(drafts::add);
            }
        }
        if (years >= FEWEST_YEARS) {
            context.draft(key(), first.key, all)
                    .map(draft -> draft.slug(context.slug("first." + first.key))
                            .titled(words.text("firsts." + first.key), words.years(draft.firstDay(), draft.lastDay()))
                            .because(words.text("because.first." + first.key))
                            .weighing(WEIGHT_OF_ALL))
                    .ifPresent(drafts::add);
        }
        return drafts;
    }
}
