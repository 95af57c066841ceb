package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two people who are often on one picture. */
public final class TwoTogether implements Kind {
    private static final int FEWEST = 16;
    private static final int MOST_PAIRS = 30;

    @Override
    public String key() {
        return "together";
    }

    @Override
    public List<Draft> drafts(Telling telling) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance pair : telling.insight().pairs()) {
            Optional<Person> first = telling.named(pair.people().getFirst());
            Optional<Person> second = telling.named(pair.people().getLast());
            if (drafts.size() < MOST_PAIRS
                    && pair.items().size() >= FEWEST
                    && first.isPresent()
                    && second.isPresent()) {
                told(pair, first.get(), second.get(), telling).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private Optional<Draft> told(Acquaintance pair, Person first, Person second, Telling telling) {
        Words words = telling.words();
        List<String> names = List.of(first.name().orElseThrow(), second.name().orElseThrow());
        String anchor = joined(telling.anchor(first), telling.anchor(second), "+");
        return telling.draft(this, anchor, pair.items())
                .map(draft -> draft.slug(joined(names.getFirst(), names.getLast(), " "))
                        .formerly(former(first, second, telling))
                        .titled(words.list(names), words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.say(
                                "because.together",
                                words.list(names),
                                pair.items().size())));
    }

    /** The numbers alone were in their order, and so were the names with them. */
    private static List<Draft.Former> former(Person first, Person second, Telling telling) {
        String one = first.name().orElseThrow();
        String other = second.name().orElseThrow();
        List<Draft.Former> former = new ArrayList<>();
        for (String anchor : anchors(first, telling)) {
            for (String otherAnchor : anchors(second, telling)) {
                former.add(new Draft.Former(joined(one, other, " "), joined(anchor, otherAnchor, "+")));
            }
        }
        former.removeFirst();
        former.add(new Draft.Former(one + " " + other, first.id() + "+" + second.id()));
        return former;
    }

    /** The present one first, and without the number alone. */
    private static List<String> anchors(Person person, Telling telling) {
        return Stream.concat(Stream.of(telling.anchor(person)), telling.formerAnchors(person).stream())
                .limit(2)
                .toList();
    }

    private static String joined(String one, String other, String between) {
        return Stream.of(one, other).sorted().collect(Collectors.joining(between));
    }
}
