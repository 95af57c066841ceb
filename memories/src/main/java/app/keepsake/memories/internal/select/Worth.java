package app.keepsake.memories.internal.select;

import app.keepsake.memories.Item;
import java.util.Comparator;

/** How much one picture is worth by itself, and whether it may be shown at all. */
public final class Worth {
    private static final float BLURRED = 0.5f;
    private static final float BADLY_EXPOSED = 0.25f;

    /** The best first; among equals, the earlier. */
    public static final Comparator<Item> BEST_FIRST =
            Comparator.comparingDouble((Item item) -> -Worth.of(item)).thenComparingInt(Item::index);

    private Worth() {}

    /** 0 to 1.6: quality, faces and smiles, something to tell of but no empty room, above all a favourite. */
    public static double of(Item item) {
        double worth = 0.55 * item.quality();
        worth += item.faces() > 0 ? 0.2 : 0;
        worth += item.faces() > 0 ? 0.1 * item.smile() : 0;
        worth += item.clip() ? 0.05 : 0;
        if (item.mainTag().isPresent()) {
            worth += 0.1;
        } else if (item.showsOnlyHousehold()) {
            worth = Math.max(0, worth - 0.3);
        }
        return item.favourite() ? worth + 0.6 : worth;
    }

    /** False for the blurred and badly exposed; a favourite is always fit. */
    public static boolean isFit(Item item) {
        return item.favourite() || !(isBlurred(item) || isBadlyExposed(item));
    }

    public static boolean isBlurred(Item item) {
        return item.sharpness() < BLURRED;
    }

    public static boolean isBadlyExposed(Item item) {
        return item.exposure() < BADLY_EXPOSED;
    }
}
