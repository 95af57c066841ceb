package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Animals: those with a name by their name, and cats and dogs as such. */
public final class Pets implements Kind {
    static final List<String> ANIMALS = List.of("cat", "dog", "horse", "bird");
    private static final int FEWEST_YEARS = 3;

    @Override
    public String key() {
        return "pet";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance one : context.analysis().people()) {
            Optional<Person> pet = context.named(one.people().getFirst()).filter(Person::pet);
            if (pet.isPresent()) {
                drafts.addAll(PersonStory.stories(key(), pet.get(), one.items(), context));
            }
        }
        for (String animal : ANIMALS) {
            List<Item> source = context.analysis()
                    .where("tag " + animal, item -> item.tags().contains(animal));
            draftOf(animal, source, context).ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<Draft> draftOf(String animal, List<Item> source, TellingContext context) {
        Words words = context.words();
        String name = words.text("pet." + animal);
        return context.draft(key(), animal, source)
                .map(draft -> draft.slug(context.slug("pet." + animal))
                        .titled(
                                isOfYears(draft) ? words.text("years.title", name) : name,
                                words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.tag", name, source.size())));
    }

    private static boolean isOfYears(Draft draft) {
        return draft.lastDay().getYear() - draft.firstDay().getYear() >= FEWEST_YEARS - 1;
    }
}
