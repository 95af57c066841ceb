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
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (Acquaintance pair : context.analysis().pairs()) {
            Optional<Person> first = context.named(pair.people().getFirst());
            Optional<Person> second = context.named(pair.people().getLast());
            if (drafts.size() < MOST_PAIRS
                    && pair.items().size() >= FEWEST
                    && first.isPresent()
                    && second.isPresent()) {
                draftOf(pair, first.get(), second.get(), context).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private Optional<Draft> draftOf(Acquaintance pair, Person first, Person second, TellingContext context) {
        Words words = context.words();
        List<String> names = List.of(first.name().orElseThrow(), second.name().orElseThrow());
        String anchor = joined(context.anchor(first), context.anchor(second), "+");
        return context.draft(key(), anchor, pair.items())
                .map(draft -> draft.slug(joined(names.getFirst(), names.getLast(), " "))
                        .formerly(former(first, second, context))
                        .titled(words.list(names), words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.text(
                                "because.together",
                                words.list(names),
                                pair.items().size())));
    }

    /** The numbers alone were in their order, and so were the names with them. */
    private static List<Draft.Former> former(Person first, Person second, TellingContext context) {
        String one = first.name().orElseThrow();
        String other = second.name().orElseThrow();
        List<Draft.Former> former = new ArrayList<>();
        for (String anchor : anchors(first, context)) {
            for (String otherAnchor : anchors(second, context)) {
                former.add(new Draft.Former(joined(one, other, " "), joined(anchor, otherAnchor, "+")));
            }
        }
        former.removeFirst();
        former.add(new Draft.Former(one + " " + other, first.id() + "+" + second.id()));
        return former;
    }

    /** The present one first, and without the number alone. */
    private static List<String> anchors(Person person, TellingContext context) {
        return Stream.concat(Stream.of(context.anchor(person)), context.formerAnchors(person).stream())
                .limit(2)
                .toList();
    }

    private static String joined(String one, String other, String between) {
        return Stream.of(one, other).sorted().collect(Collectors.joining(between));
    }
}
