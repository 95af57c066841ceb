package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pictures of several of those who are seen most, over the years. */
public final class FamilyYears implements Kind {
    private static final int CIRCLE = 8;
    private static final int FEWEST_TOGETHER = 3;
    private static final int FEWEST_YEARS = 3;
    private static final double WEIGHT = 1.1;

    @Override
    public String key() {
        return "family";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        Words words = context.words();
        List<Acquaintance> people = context.analysis().people();
        Set<Long> circle = new HashSet<>();
        people.subList(0, Math.min(CIRCLE, people.size()))
                .forEach(one -> circle.add(one.people().getFirst()));
        List<Item> source = context.analysis()
                .where(
                        "family",
                        item -> item.people().stream().filter(circle::contains).count() >= FEWEST_TOGETHER);
        return context
                .draft(key(), "circle", source)
                .filter(draft -> draft.lastDay().getYear() - draft.firstDay().getYear() >= FEWEST_YEARS - 1)
                .map(draft -> draft.slug("together")
                        .titled(words.text("family.title"), words.years(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.family", source.size()))
                        .weighing(WEIGHT))
                .stream()
                .toList();
    }
}
