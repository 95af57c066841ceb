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
    public List<Draft> drafts(Telling telling) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance one : telling.insight().people()) {
            Optional<Person> person = telling.named(one.people().getFirst()).filter(each -> !each.pet());
            if (person.isPresent()) {
                drafts.addAll(stories(this, person.get(), one.items(), telling));
            }
        }
        return drafts;
    }

    /** All years together, and each year that is over and has enough pictures. */
    static List<Draft> stories(Kind kind, Person person, List<Item> items, Telling telling) {
        Words words = telling.words();
        String name = person.name().orElseThrow();
        List<Draft> drafts = new ArrayList<>();
        telling.draft(kind, telling.anchor(person), items)
                .map(draft -> draft.slug(name)
                        .formerly(telling.formerly(person, anchor -> anchor))
                        .titled(name, words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.say("because.person", name, items.size()))
                        .weighing(WEIGHT))
                .ifPresent(drafts::add);
        Years.of(items).forEach((year, ofYear) -> {
            if (ofYear.size() >= FEWEST_A_YEAR && year < telling.today().getYear()) {
                telling.draft(kind, telling.anchor(person) + " " + year, ofYear)
                        .map(draft -> draft.slug(name)
                                .formerly(telling.formerly(person, anchor -> anchor + " " + year))
                                .titled(
                                        words.say("person.year", name, Integer.toString(year)),
                                        words.say("person.best"))
                                .because(words.say("because.person", name, ofYear.size())))
                        .ifPresent(drafts::add);
            }
        });
        return drafts;
    }
}
