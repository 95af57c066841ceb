package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What pictures without a date show, where they are a good part of the library: animals, people, themes. Of when they were
 * taken nothing is told.
 */
public final class Undated implements Kind {
    private static final double GOOD_PART = 0.3;
    private static final double WEIGHT = 0.7;
    private static final Set<String> TOWN = Set.of("city", "street");
    private static final Set<String> NATURE = Set.of("forest", "countryside", "mountain");

    /** @param words their key */
    private record Subject(String words, Predicate<Item> shows) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("undated.people", item -> item.faces() > 0),
            new Subject("undated.town", item -> showsOne(item, TOWN)),
            new Subject("undated.nature", item -> showsOne(item, NATURE)));

    @Override
    public String key() {
        return "undated";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Item> undated = context.analysis().library().undated();
        List<Draft> drafts = new ArrayList<>();
        if (undated.size() < GOOD_PART * context.analysis().all().size()) {
            return drafts;
        }
        List<Subject> subjects = new ArrayList<>(SUBJECTS);
        Pets.ANIMALS.forEach(animal ->
                subjects.add(new Subject("pet." + animal, item -> item.tags().contains(animal))));
        Themes.keys()
                .forEach(theme -> subjects.add(new Subject("theme." + theme, item -> Themes.isShown(theme, item))));
        Words words = context.words();
        for (Subject subject : subjects) {
            List<Item> source = undated.stream().filter(subject.shows).toList();
            String name = words.text(subject.words);
            context.draft(key(), subject.words, source)
                    .map(draft -> draft.slug(context.slug(subject.words))
                            .titled(name, "")
                            .because(words.text("because.tag", name, source.size()))
                            .weighing(WEIGHT))
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    private static boolean showsOne(Item item, Set<String> tags) {
        return item.tags().stream().anyMatch(tags::contains);
    }
}
