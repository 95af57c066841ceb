package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A town away from home to which one came back. */
public final class PlaceAgain implements Kind {
    private static final int LONG_AGO_DAYS = 60;
    /** A stop for one picture, or a place told wrongly, is no visit. */
    private static final int FEWEST_A_VISIT = 3;

    private static final double WEIGHT = 1.05;

    @Override
    public String key() {
        return "place";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        ThenAndNow.placesAway(context)
                .values()
                .forEach(items -> draft(items, context).ifPresent(drafts::add));
        return drafts;
    }

    private Optional<Draft> draft(List<Item> items, TellingContext context) {
        List<List<Item>> visits = visits(items);
        if (visits.size() < 2) {
            return Optional.empty();
        }
        Words words = context.words();
        List<Item> source = visits.stream().flatMap(List::stream).toList();
        return source.getFirst()
                .knownPlace()
                .flatMap(place -> context.draft(key(), place.name(), source)
                        .map(draft -> draft.slug(place.name())
                                .titled(
                                        words.town(place),
                                        words.years(draft.firstDay(), draft.lastDay()) + " \u00b7 "
                                                + words.text(
                                                        "place.visits", visits.size(), words.number(visits.size())))
                                .because(words.text("because.place", visits.size()))
                                .weighing(WEIGHT)));
    }

    private static List<List<Item>> visits(List<Item> items) {
        List<Item> known = items.stream().filter(Item::isOfOneDay).toList();
        List<List<Item>> visits = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= known.size(); i++) {
            boolean ends = i == known.size()
                    || known.get(i).epochDay() - known.get(i - 1).epochDay() > LONG_AGO_DAYS;
            if (ends && i - begin >= FEWEST_A_VISIT) {
                visits.add(known.subList(begin, i));
            }
            begin = ends ? i : begin;
        }
        return visits;
    }
}
