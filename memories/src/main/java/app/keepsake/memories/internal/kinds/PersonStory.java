package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person: a year, and all years. Of those without a name, for whom who is who is less certain, only the most seen are
 * told of, through several years.
 */
public final class PersonStory implements Kind {
    private static final String UNNAMED = "unnamed ";
    private static final int FEWEST_A_YEAR = 20;
    private static final double WEIGHT = 1.05;
    private static final double WEIGHT_GROWING_UP = 1.3;
    private static final int FEWEST_YEARS = 3;
    private static final int FEWEST_UNNAMED = 16;
    private static final int MOST_UNNAMED = 3;
    private static final int GROWN_UP = 18;

    @Override
    public String key() {
        return "person";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance one : context.analysis().people()) {
            Optional<Person> person = context.named(one.people().getFirst()).filter(each -> !each.pet());
            if (person.isPresent()) {
                drafts.addAll(stories(key(), person.get(), one.items(), context));
            }
        }
        drafts.addAll(unnamed(context));
        return drafts;
    }

    private List<Draft> unnamed(TellingContext context) {
        Words words = context.words();
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance one : context.analysis().people()) {
            boolean told = drafts.size() < MOST_UNNAMED
                    && one.items().size() >= FEWEST_UNNAMED
                    && context.isUnnamed(one.people().getFirst());
            if (told) {
                context.draft(key(), UNNAMED + one.people().getFirst(), one.items())
                        .filter(PersonStory::isOfYears)
                        .map(draft -> draft.slug(context.slug("unnamed.title"))
                                .titled(words.text("unnamed.title"), words.years(draft.firstDay(), draft.lastDay()))
                                .because(words.text(
                                        "because.unnamed", one.items().size())))
                        .ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private static boolean isOfYears(Draft draft) {
        return draft.lastDay().getYear() - draft.firstDay().getYear() >= FEWEST_YEARS - 1;
    }

    /** Whether somebody is told of while growing up. */
    private static boolean growsUp(Person person, Draft draft) {
        return isOfYears(draft)
                && !person.pet()
                && person.born()
                        .filter(born -> born.plusYears(GROWN_UP)
                                .isAfter(draft.firstDay().plusYears(FEWEST_YEARS - 1L)))
                        .isPresent();
    }

    private static String title(Person person, Draft draft, Words words) {
        String name = person.name().orElseThrow();
        if (person.pet()) {
            return isOfYears(draft) ? words.text("years.title", name) : name;
        }
        return growsUp(person, draft) ? words.text("person.grows", name) : name;
    }

    /** All years together, and each year that is over and has enough pictures. */
    static List<Draft> stories(String kind, Person person, List<Item> items, TellingContext context) {
        Words words = context.words();
        String name = person.name().orElseThrow();
        List<Draft> drafts = new ArrayList<>();
        context.draft(kind, context.anchor(person), items)
                .map(draft -> draft.slug(name)
                        .formerly(former(person, context))
                        .titled(title(person, draft, words), words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.person", name, items.size()))
                        .weighing(growsUp(person, draft) ? WEIGHT_GROWING_UP : WEIGHT))
                .ifPresent(drafts::add);
        Years.of(items).forEach((year, ofYear) -> {
            if (ofYear.size() >= FEWEST_A_YEAR && year < context.today().getYear()) {
                context.draft(kind, context.anchor(person) + " " + year, ofYear)
                        .map(draft -> draft.slug(name)
                                .formerly(context.formerly(person, anchor -> anchor + " " + year))
                                .titled(
                                        words.text("person.year", name, Integer.toString(year)),
                                        words.text("person.best"))
                                .because(words.text("because.person", name, ofYear.size())))
                        .ifPresent(drafts::add);
            }
        });
        return drafts;
    }

    /** Who was given a name was told of without one. */
    private static List<Draft.Former> former(Person person, TellingContext context) {
        List<Draft.Former> former = new ArrayList<>(context.formerly(person, anchor -> anchor));
        former.add(new Draft.Former(context.slug("unnamed.title"), UNNAMED + person.id()));
        return former;
    }
}
