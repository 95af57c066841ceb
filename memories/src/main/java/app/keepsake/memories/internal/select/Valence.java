package app.keepsake.memories.internal.select;

import app.keepsake.memories.Item;
import java.util.List;
import java.util.Set;

/** How glad or sad pictures are, so that no party track plays under a sombre memory. */
public final class Valence {
    private static final Set<String> GLAD =
            Set.of("party", "beach", "sunset", "golden hour", "cake", "birthday", "snow", "concert", "sports", "food");
    private static final Set<String> SOMBRE =
            Set.of("cemetery", "grave", "hospital", "church candle", "coffin", "rain", "fog", "ruin");
    private static final double SMILE = 0.5;

    private Valence() {}

    /** The mean over pictures, -1 (sombre) to 1 (joyful); 0 when nothing tells. */
    public static double of(List<Item> items) {
        return items.stream().mapToDouble(Valence::of).average().orElse(0);
    }

    /** From smiles, light, tags, and what is probably no pleasant sight. */
    static double of(Item item) {
        double valence = 0;
        if (item.faces() > 0 && item.smile() > 0) {
            valence += 1.2 * (item.smile() - SMILE);
        }
        valence += item.tags().stream().anyMatch(GLAD::contains) ? 0.4 : 0;
        valence -= item.tags().stream().anyMatch(SOMBRE::contains) ? 0.8 : 0;
        valence += item.exposure() < 1 ? 0.4 * (item.exposure() - 0.6) : 0;
        valence -= 1.5 * item.sensitive();
        return Math.clamp(valence, -1, 1);
    }
}
