package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import java.time.LocalDate;
import java.util.List;

/** The best of everything, for libraries that are too small or too scattered for anything else. */
public final class Highlights implements Kind {
    private static final int SMALL_LIBRARY = 400;
    private static final double WEIGHT = 0.2;

    @Override
    public String key() {
        return "highlights";
    }

    @Override
    public List<Draft> drafts(Telling telling) {
        List<Item> pool = telling.pool(telling.insight().items());
        if (pool.isEmpty() || pool.size() > SMALL_LIBRARY) {
            return List.of();
        }
        LocalDate first = pool.getFirst().day();
        LocalDate last = pool.getLast().day();
        return List.of(new Draft(
                key(),
                "highlights",
                "highlights",
                telling.words().say("highlights.title"),
                telling.words().period(first, last),
                first,
                last,
                pool,
                WEIGHT));
    }
}
