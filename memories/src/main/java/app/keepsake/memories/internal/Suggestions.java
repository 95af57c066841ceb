package app.keepsake.memories.internal;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import app.keepsake.memories.Suggestion;
import app.keepsake.memories.internal.group.Departures.Departure;
import app.keepsake.memories.internal.kinds.TellingContext;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.rules.Work;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user may want to decide: whether to see those who stopped appearing again, who are kept out until then, and
 * whether to leave out days with several pictures of something sad, or what seems to be work.
 */
public final class Suggestions {
    private static final int FEWEST_SENSITIVE = 2;
    private static final long SAME_TIME_DAYS = 3;
    private static final int MUCH_WORK = 20;

    private Suggestions() {}

    public static List<Suggestion> of(TellingContext context) {
        List<Suggestion> all = new ArrayList<>();
        for (Departure departure : context.departures()) {
            all.add(departed(departure, context));
        }
        all.addAll(sensitiveDays(context));
        all.addAll(work(context));
        return List.copyOf(all);
    }

    private static Suggestion departed(Departure departure, TellingContext context) {
        Words words = context.words();
        List<Long> people = departure.people();
        String last = words.day(LocalDate.ofEpochDay(departure.lastDay()));
        List<String> names = people.stream().map(id -> name(id, context)).toList();
        return people.size() == 1
                ? new Suggestion(
                        Choice.Stance.ALLOW,
                        new Subject.OfPerson(people.getFirst()),
                        words.text("suggest.person", names.getFirst(), last))
                : new Suggestion(
                        Choice.Stance.ALLOW,
                        new Subject.OfPair(people.getFirst(), people.getLast()),
                        words.text("suggest.pair", words.list(names), last));
    }

    private static String name(long id, TellingContext context) {
        return context.analysis()
                .library()
                .person(id)
                .flatMap(Person::name)
                .orElse(context.words().text("person.unnamed", Long.toString(id)));
    }

    private static List<Suggestion> sensitiveDays(TellingContext context) {
        List<Suggestion> all = new ArrayList<>();
        List<Item> run = new ArrayList<>();
        for (Item item :
                context.analysis().between(Long.MIN_VALUE, context.today().toEpochDay())) {
            if (item.isOfOneDay()
                    && item.sensitive() >= Rules.LIKELY
                    && context.rules().forbidding(item).isEmpty()) {
                if (!run.isEmpty() && item.epochDay() - run.getLast().epochDay() > SAME_TIME_DAYS) {
                    addDays(run, context.words(), all);
                    run.clear();
                }
                run.add(item);
            }
        }
        addDays(run, context.words(), all);
        return all;
    }

    /** Of what memories could show now: once it is left out, nothing is left to suggest. */
    private static List<Suggestion> work(TellingContext context) {
        long work = context.analysis().all().stream()
                .filter(item -> Work.isShownBy(item) && context.isAllowed(item))
                .count();
        return work < MUCH_WORK
                ? List.of()
                : List.of(new Suggestion(
                        Choice.Stance.NEVER,
                        new Subject.OfTag(Work.TAG),
                        context.words().text("suggest.work", work)));
    }

    private static void addDays(List<Item> run, Words words, List<Suggestion> all) {
        if (run.size() >= FEWEST_SENSITIVE) {
            LocalDate first = run.getFirst().day();
            LocalDate last = run.getLast().day();
            all.add(new Suggestion(
                    Choice.Stance.NEVER,
                    new Subject.OfDates(first, last),
                    words.text("suggest.days", words.days(first, last), run.size())));
        }
    }
}
