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
    private static final List<String> ANIMALS = List.of("cat", "dog", "horse", "bird");
    private static final int FEWEST = 16;

    @Override
    public String key() {
        return "pet";
    }

    @Override
    public List<Draft> drafts(Telling telling) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance one : telling.insight().people()) {
            Optional<Person> pet = telling.named(one.people().getFirst()).filter(Person::pet);
            if (pet.isPresent()) {
                drafts.addAll(PersonStory.stories(this, pet.get(), one.items(), telling));
            }
        }
        for (String animal : ANIMALS) {
            List<Item> source =
                    telling.insight().where("tag " + animal, item -> item.tags().contains(animal));
            if (source.size() >= FEWEST) {
                told(animal, source, telling).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private Optional<Draft> told(String animal, List<Item> source, Telling telling) {
        Words words = telling.words();
        return telling.draft(this, animal, source)
                .map(draft -> draft.slug(telling.slug("pet." + animal))
                        .titled(words.say("pet." + animal), words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.say("because.tag", words.say("pet." + animal), source.size())));
    }
}
