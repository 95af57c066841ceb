package app.keepsake.memories.internal;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import app.keepsake.memories.Suggestion;
import app.keepsake.memories.internal.group.Departures.Departure;
import app.keepsake.memories.internal.kinds.Telling;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user may want to decide: whether to see those who stopped appearing again, who are kept out until then, and
 * whether to leave out days with several pictures of something sad.
 */
public final class Suggestions {
    private static final int FEWEST_SENSITIVE = 2;
    private static final long SAME_TIME_DAYS = 3;

    private Suggestions() {}

    public static List<Suggestion> of(Telling telling) {
        List<Suggestion> all = new ArrayList<>();
        for (Departure departure : telling.departures()) {
            all.add(departed(departure, telling));
        }
        all.addAll(sensitiveDays(telling));
        return List.copyOf(all);
    }

    private static Suggestion departed(Departure departure, Telling telling) {
        Words words = telling.words();
        List<Long> people = departure.people();
        String last = words.day(LocalDate.ofEpochDay(departure.lastDay()));
        List<String> names = people.stream().map(id -> name(id, telling)).toList();
        return people.size() == 1
                ? new Suggestion(
                        Choice.Stance.ALLOW,
                        new Subject.OfPerson(people.getFirst()),
                        words.say("suggest.person", names.getFirst(), last))
                : new Suggestion(
                        Choice.Stance.ALLOW,
                        new Subject.OfPair(people.getFirst(), people.getLast()),
                        words.say("suggest.pair", words.list(names), last));
    }

    private static String name(long id, Telling telling) {
        return telling.insight()
                .library()
                .person(id)
                .flatMap(Person::name)
                .orElse(telling.words().say("person.unnamed", Long.toString(id)));
    }

    private static List<Suggestion> sensitiveDays(Telling telling) {
        List<Suggestion> all = new ArrayList<>();
        List<Item> run = new ArrayList<>();
        for (Item item :
                telling.insight().between(Long.MIN_VALUE, telling.today().toEpochDay())) {
            if (item.sensitive() >= Rules.LIKELY
                    && telling.rules().forbidding(item).isEmpty()) {
                if (!run.isEmpty() && item.epochDay() - run.getLast().epochDay() > SAME_TIME_DAYS) {
                    addDays(run, telling.words(), all);
                    run.clear();
                }
                run.add(item);
            }
        }
        addDays(run, telling.words(), all);
        return all;
    }

    private static void addDays(List<Item> run, Words words, List<Suggestion> all) {
        if (run.size() >= FEWEST_SENSITIVE) {
            LocalDate first = run.getFirst().day();
            LocalDate last = run.getLast().day();
            all.add(new Suggestion(
                    Choice.Stance.NEVER,
                    new Subject.OfDates(first, last),
                    words.say("suggest.days", words.days(first, last), run.size())));
        }
    }
}
