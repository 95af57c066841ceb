package app.keepsake.memories.internal.select;

import app.keepsake.memories.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Chooses the shot that stands for a memory: somebody to recognise, and a picture that is beautiful when it is small. A crowd
 * has no face in a small picture, an empty room nothing to tell, and a clip's first frame is seldom its best.
 */
public final class Cover {
    private static final double FACES = 0.35;
    private static final double SMILE = 0.25;
    private static final double FAVOURITE = 0.4;
    private static final double TELLING = 0.15;
    private static final double CLIP = 0.2;
    private static final double HOUSEHOLD = 0.5;
    private static final double TOO_LONG = 0.2;
    private static final double LONGEST = 2.2;
    private static final int FEW_FACES = 4;

    private Cover() {}

    /** How well a picture stands for others, about -1 to 2. */
    static double worth(Item item) {
        double worth = item.quality();
        if (item.faces() > 0) {
            // Of many faces each is small.
            worth += (FACES + SMILE * item.smile()) * Math.min(1, (double) FEW_FACES / item.faces());
        }
        worth += item.favourite() ? FAVOURITE : 0;
        worth += item.mainTag().isPresent() ? TELLING : 0;
        worth -= item.showsOnlyHousehold() ? HOUSEHOLD : 0;
        worth -= item.clip() ? CLIP : 0;
        boolean isTooLong = item.aspect() > LONGEST || item.aspect() < 1 / LONGEST;
        return isTooLong ? worth - TOO_LONG : worth;
    }

    /**
     * The best of some shots.
     *
     * @param shots at least one
     * @param taken covers of other memories, by number; where all are, the best shot stands for two
     */
    public static long of(List<Item> shots, Set<Long> taken) {
        Comparator<Item> best = Comparator.comparingDouble(Cover::worth)
                .thenComparing(Comparator.comparingInt(Item::index).reversed());
        return shots.stream()
                .filter(item -> !taken.contains(item.id()))
                .max(best)
                .or(() -> shots.stream().max(best))
                .map(Item::id)
                .orElseThrow();
    }
}
