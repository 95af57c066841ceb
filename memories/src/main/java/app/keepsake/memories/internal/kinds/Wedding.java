package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Signs;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A day of several signs together: people dressed up, many of them on one picture, and two of cake, glasses, flowers and a
 * church. One sign alone is any dinner.
 */
public final class Wedding implements Kind {
    private static final int FEWEST_DRESSED_UP = 3;
    private static final double PART_DRESSED_UP = 0.15;
    private static final int CROWD = 4;
    private static final int FEWEST_CROWDS = 2;
    private static final int FEWEST_SIGNS = 2;
    private static final double WEIGHT = 1.55;

    @Override
    public String key() {
        return "wedding";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (List<Item> day : context.analysis().days()) {
            if (isWedding(day)) {
                draft(day, context).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    /** Whether the pictures of a day are of a wedding. */
    static boolean isWedding(List<Item> day) {
        int dressedUp = Signs.count(day, Signs.DRESSED_UP);
        if (dressedUp < Math.max(FEWEST_DRESSED_UP, PART_DRESSED_UP * day.size())) {
            return false;
        }
        long crowds = day.stream().filter(item -> item.faces() >= CROWD).count();
        long signs = Stream.<Set<String>>of(Signs.CAKE, Signs.GLASSES, Signs.FLOWERS, Signs.CHURCH)
                .filter(sign -> Signs.count(day, sign) > 0)
                .count();
        return crowds >= FEWEST_CROWDS && signs >= FEWEST_SIGNS;
    }

    private Optional<Draft> draft(List<Item> day, TellingContext context) {
        Words words = context.words();
        return context.draft(key(), day.getFirst().day().toString(), day)
                .map(draft -> draft.slug(context.slug("wedding.title"))
                        .titled(words.text("wedding.title"), context.placeAndDay(draft))
                        .because(words.text("because.wedding"))
                        .weighing(WEIGHT));
    }
}
