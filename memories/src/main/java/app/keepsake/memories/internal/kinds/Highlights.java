package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import java.util.List;

/** The best of everything, for libraries that are too small or too scattered for anything else. */
public final class Highlights implements Kind {
    public static final String KEY = "highlights";

    /** Pictures, or pictures with a date: of few there is little else to tell. */
    private static final int SMALL_LIBRARY = 400;

    private static final double WEIGHT = 0.2;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Item> source = context.analysis().all();
        List<Item> pool = context.pool(KEY, "all", source);
        boolean isSmall =
                pool.size() <= SMALL_LIBRARY || context.analysis().items().size() <= SMALL_LIBRARY;
        if (pool.isEmpty() || !isSmall) {
            return List.of();
        }
        Draft draft = Draft.of(KEY, "all", source, pool);
        return List.of(draft.slug("highlights")
                .titled(context.words().text("highlights.title"), context.period(pool))
                .because(context.words().text("because.highlights"))
                .weighing(WEIGHT));
    }
}
