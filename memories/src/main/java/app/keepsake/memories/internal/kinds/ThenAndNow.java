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
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance one : context.analysis().people()) {
            Optional<Person> person = context.named(one.people().getFirst());
            if (person.isPresent()) {
                String name = person.get().name().orElseThrow();
                draftOf(name, "person " + context.anchor(person.get()), one.items(), context)
                        .map(draft -> draft.formerly(context.formerly(person.get(), anchor -> "person " + anchor)))
                        .ifPresent(drafts::add);
            }
        }
        placesAway(context)
                .forEach((place, items) ->
                        draftOf(place, "place " + place, items, context).ifPresent(drafts::add));
        return drafts;
    }

    /** Pictures away from home by the town's name in the catalog, in order of time. */
    static Map<String, List<Item>> placesAway(TellingContext context) {
        Homes homes = context.analysis().homes();
        List<Item> away = context.analysis()
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

    private Optional<Draft> draftOf(String name, String anchor, List<Item> seen, TellingContext context) {
        List<Item> items = seen.stream().filter(Item::isOfOneYear).toList();
        Optional<Item> first = items.stream().filter(context::isAllowed).findFirst();
        Optional<Item> last =
                items.reversed().stream().filter(context::isAllowed).findFirst();
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
        if (then.stream().filter(context::isAllowed).limit(FEWEST_EACH).count() < FEWEST_EACH
                || now.stream().filter(context::isAllowed).limit(FEWEST_EACH).count() < FEWEST_EACH) {
            return Optional.empty();
        }
        Words words = context.words();
        List<Item> both = new ArrayList<>(then);
        both.addAll(now);
        return context.draft(key(), anchor, both)
                .map(draft -> draft.slug(name)
                        .titled(
                                words.text("then-and-now.title", name),
                                words.text(
                                        "then-and-now.years",
                                        Integer.toString(begin.getYear()),
                                        Integer.toString(end.getYear())))
                        .because(words.text("because.then-and-now", name)));
    }
}
