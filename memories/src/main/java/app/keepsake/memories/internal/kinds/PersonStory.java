package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One person: a year, and all years. Only people with a name are told of, for who is who is uncertain without. */
public final class PersonStory implements Kind {
    private static final int FEWEST_A_YEAR = 20;
    private static final double WEIGHT = 1.05;

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
        return drafts;
    }

    /** All years together, and each year that is over and has enough pictures. */
    static List<Draft> stories(String kind, Person person, List<Item> items, TellingContext context) {
        Words words = context.words();
        String name = person.name().orElseThrow();
        List<Draft> drafts = new ArrayList<>();
        context.draft(kind, context.anchor(person), items)
                .map(draft -> draft.slug(name)
                        .formerly(context.formerly(person, anchor -> anchor))
                        .titled(name, words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.person", name, items.size()))
                        .weighing(WEIGHT))
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
}
