package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Holidays.Feast;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public holidays of the country where one was, year by year, and those of several years together. */
public final class Feasts implements Kind {
    private static final int NEAR_DAYS = 10;
    private static final int FEWEST_YEARS = 3;
    private static final double WEIGHT = 1.1;
    private static final double WEIGHT_NEAR = 1.6;

    @Override
    public String key() {
        return "holiday";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        Map<String, List<Feast>> byKey = new LinkedHashMap<>();
        Map<String, List<Item>> itemsByKey = new LinkedHashMap<>();
        context.analysis().countries().forEach((year, country) -> {
            for (Feast feast : context.holidays().of(country, year)) {
                List<Item> source =
                        context
                                .analysis()
                                .between(
                                        feast.first().toEpochDay(), feast.last().toEpochDay())
                                .stream()
                                .filter(item -> context.holidays().isOn(feast.key(), item))
                                .toList();
                if (!source.isEmpty()) {
                    ofYear(feast, year, source, context).ifPresent(drafts::add);
                    byKey.computeIfAbsent(feast.key(), key -> new ArrayList<>()).add(feast);
                    itemsByKey
                            .computeIfAbsent(feast.key(), key -> new ArrayList<>())
                            .addAll(source);
                }
            }
        });
        byKey.forEach((key, feasts) -> {
            if (feasts.size() >= FEWEST_YEARS) {
                ofAllYears(feasts.getLast(), itemsByKey.getOrDefault(key, List.of()), context)
                        .ifPresent(drafts::add);
            }
        });
        return drafts;
    }

    private Optional<Draft> ofYear(Feast feast, int year, List<Item> source, TellingContext context) {
        Words words = context.words();
        String name = feast.name(words);
        return context.draft(key(), feast.key() + " " + year, source)
                .map(draft -> draft.slug(feast.key())
                        .titled(
                                name + " " + year,
                                context.places().of(draft.pool()).orElse(words.days(draft.firstDay(), draft.lastDay())))
                        .because(words.text("because.holiday", name))
                        .weighing(weight(feast, context.today())));
    }

    private Optional<Draft> ofAllYears(Feast feast, List<Item> source, TellingContext context) {
        Words words = context.words();
        String name = feast.name(words);
        return context.draft(key(), feast.key(), source)
                .filter(draft -> draft.firstDay().getYear() < draft.lastDay().getYear())
                .map(draft -> draft.slug(feast.key())
                        .titled(words.text("years.title", name), words.years(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.holiday", name))
                        .weighing(weight(feast, context.today())));
    }

    /** Moveable feasts are taken to be near where they were in that year. */
    private static double weight(Feast feast, LocalDate today) {
        int distance = Math.abs(feast.first().getDayOfYear() - today.getDayOfYear());
        return Math.min(distance, 365 - distance) <= NEAR_DAYS ? WEIGHT_NEAR : WEIGHT;
    }
}
