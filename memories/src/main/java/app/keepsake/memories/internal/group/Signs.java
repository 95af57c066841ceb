package app.keepsake.memories.internal.group;

import app.keepsake.memories.Item;
import java.util.List;
import java.util.Set;

/**
 * What pictures of celebrations and seasons show, by the names of tags. Some are those of the networks that look at
 * pictures now; the others are what people and other programs write.
 */
public final class Signs {
    public static final Set<String> CAKE = Set.of("cake", "birthday cake", "birthday", "candle", "candles", "balloon");
    public static final Set<String> GLASSES = Set.of("wine glass", "champagne");
    public static final Set<String> FLOWERS = Set.of("flower", "flowers", "bouquet", "vase", "potted plant");
    public static final Set<String> CHURCH = Set.of("church", "chapel", "altar");
    public static final Set<String> DRESSED_UP = Set.of("tie", "suit", "bride", "groom", "wedding dress", "veil");
    public static final Set<String> SNOW = Set.of("snow", "skis", "snowboard");
    public static final Set<String> SEA = Set.of("coast", "beach", "sea", "surfboard");

    private Signs() {}

    /** Whether a picture shows one of some things. */
    public static boolean shows(Item item, Set<String> signs) {
        // A loop, because this is asked of every picture of a library again and again.
        for (String tag : item.tags()) {
            if (signs.contains(tag)) {
                return true;
            }
        }
        return false;
    }

    /** How many pictures show one of some things. */
    public static int count(List<Item> items, Set<String> signs) {
        int count = 0;
        for (Item item : items) {
            count += shows(item, signs) ? 1 : 0;
        }
        return count;
    }
}
