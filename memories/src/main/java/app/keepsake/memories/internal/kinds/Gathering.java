package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Days on which many people came together: the family, friends. Of a year only those with the most. Who travels together
 * is together each day, and a trip tells of that.
 */
public final class Gathering implements Kind {
    private static final int FEWEST_PEOPLE = 5;
    private static final int TOGETHER = 3;
    private static final int FEWEST_TOGETHER = 3;
    private static final int MOST_A_YEAR = 2;
    private static final double WEIGHT = 1.2;

    @Override
    public String key() {
        return "gathering";
    }

    private record Day(List<Item> items, int people) {}

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Day> days = new ArrayList<>();
        for (List<Item> items : context.analysis().days()) {
            boolean away = context.analysis().isOnTrip(items.getFirst().epochDay());
            int people = away ? 0 : people(items, context.analysis().pets());
            if (people >= FEWEST_PEOPLE) {
                days.add(new Day(items, people));
            }
        }
        days.sort(Comparator.comparingInt((Day day) -> -day.people)
                .thenComparing(day -> day.items.getFirst().epochDay()));
        Map<Integer, Integer> ofYear = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        Words words = context.words();
        for (Day day : days) {
            int year = day.items.getFirst().day().getYear();
            if (ofYear.merge(year, 1, Integer::sum) <= MOST_A_YEAR) {
                context.draft(key(), day.items.getFirst().day().toString(), day.items)
                        .map(draft -> draft.slug(context.slug("gathering.title"))
                                .titled(words.text("gathering.title"), context.placeAndDay(draft))
                                .because(words.text("because.gathering", day.people))
                                .weighing(WEIGHT))
                        .ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    /** How many, without animals, are seen on a day of which several pictures show some together; 0 on others. */
    private static int people(List<Item> items, Set<Long> pets) {
        int together = 0;
        for (Item item : items) {
            together +=
                    item.people().stream().filter(one -> !pets.contains(one)).count() >= TOGETHER ? 1 : 0;
        }
        if (together < FEWEST_TOGETHER) {
            return 0;
        }
        Set<Long> people = new HashSet<>();
        items.forEach(item -> people.addAll(item.people()));
        people.removeAll(pets);
        return people.size();
    }
}
