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
        String anchor = Stream.of(first, second).map(telling::anchor).sorted().collect(Collectors.joining("+"));
        return telling.draft(this, anchor, pair.items())
                .map(draft -> draft.slug(names.stream().sorted().collect(Collectors.joining(" ")))
                        .titled(words.list(names), words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.say(
                                "because.together",
                                words.list(names),
                                pair.items().size())));
    }
}
