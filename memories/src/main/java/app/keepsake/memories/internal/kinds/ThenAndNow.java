package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.group.Homes;
import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The same person, or the same place away from home, at the beginning and years later. */
public final class ThenAndNow implements Kind {
    private static final int FEWEST_YEARS = 4;
    private static final int FEWEST_EACH = 5;
    private static final int WINDOW_DAYS = 365;

    @Override
    public String key() {
        return "then-and-now";
    }

    @Override
    public List<Draft> drafts(Telling telling) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance one : telling.insight().people()) {
            Optional<Person> person = telling.named(one.people().getFirst());
            if (person.isPresent()) {
                String name = person.get().name().orElseThrow();
                told(name, "person " + telling.anchor(person.get()), one.items(), telling)
                        .map(draft -> draft.formerly(telling.formerly(person.get(), anchor -> "person " + anchor)))
                        .ifPresent(drafts::add);
            }
        }
        placesAway(telling)
                .forEach((place, items) ->
                        told(place, "place " + place, items, telling).ifPresent(drafts::add));
        return drafts;
    }

    private static Map<String, List<Item>> placesAway(Telling telling) {
        Homes homes = telling.insight().homes();
        List<Item> away = telling.insight()
                .where(
                        "away",
                        item -> item.location() != null
                                && item.place() != null
                                && !item.place().name().isEmpty()
                                && homes.isAway(item.location(), item.epochDay()));
        Map<String, List<Item>> byTown = new TreeMap<>();
        for (Item item : away) {
            item.knownPlace()
                    .ifPresent(place -> byTown.computeIfAbsent(place.name(), name -> new ArrayList<>())
                            .add(item));
        }
        return byTown;
    }

    private Optional<Draft> told(String name, String anchor, List<Item> items, Telling telling) {
        Optional<Item> first = items.stream().filter(telling::isAllowed).findFirst();
        Optional<Item> last =
                items.reversed().stream().filter(telling::isAllowed).findFirst();
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        LocalDate begin = first.get().day();
        LocalDate end = last.get().day();
        if (!begin.plusYears(FEWEST_YEARS).isBefore(end)) {
            return Optional.empty();
        }
        List<Item> then = Years.between(items, begin.toEpochDay(), begin.toEpochDay() + WINDOW_DAYS - 1);
        List<Item> now = Years.between(items, end.toEpochDay() - WINDOW_DAYS + 1, end.toEpochDay());
        if (then.stream().filter(telling::isAllowed).limit(FEWEST_EACH).count() < FEWEST_EACH
                || now.stream().filter(telling::isAllowed).limit(FEWEST_EACH).count() < FEWEST_EACH) {
            return Optional.empty();
        }
        Words words = telling.words();
        List<Item> both = new ArrayList<>(then);
        both.addAll(now);
        return telling.draft(this, anchor, both)
                .map(draft -> draft.slug(name)
                        .titled(
                                words.say("then-and-now.title", name),
                                words.say(
                                        "then-and-now.years",
                                        Integer.toString(begin.getYear()),
                                        Integer.toString(end.getYear())))
                        .because(words.say("because.then-and-now", name)));
    }
}
