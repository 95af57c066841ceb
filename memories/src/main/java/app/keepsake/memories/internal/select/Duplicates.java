package app.keepsake.memories.internal.select;

import app.keepsake.memories.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds pictures of the same thing: the shots of a burst, and those that look alike (see {@link Look}) and were taken
 * within ten minutes. A chain of likes is one group.
 */
public final class Duplicates {
    private static final long NEAR_MILLIS = 10 * 60_000;
    /** Enough for any burst of a phone; keeps the work linear in crowded moments. */
    private static final int WINDOW = 40;

    private final int[] group;
    private final BitSet alone;

    private Duplicates(int[] group, BitSet alone) {
        this.group = group;
        this.alone = alone;
    }

    /**
     * @param moments of a library; pictures of different moments are not of the same
     * @param count of all items
     */
    public static Duplicates of(List<List<Item>> moments, int count) {
        int[] parent = new int[count];
        for (List<Item> moment : moments) {
            join(moment, parent);
        }
        BitSet alone = new BitSet(count);
        alone.set(0, count);
        for (int i = 0; i < count; i++) {
            parent[i] = root(parent, i);
            if (parent[i] != i) {
                alone.clear(i);
                alone.clear(parent[i]);
            }
        }
        return new Duplicates(parent, alone);
    }

    /** A number that pictures of the same share. */
    public int group(Item item) {
        return group[item.index()];
    }

    /**
     * @param items in order of time
     * @return the best of each group, in order of time
     */
    public List<Item> bestOfEach(List<Item> items) {
        Map<Integer, Item> best = new HashMap<>();
        List<Item> kept = new ArrayList<>(items.size());
        for (Item item : items) {
            if (alone.get(item.index())) {
                kept.add(item);
            } else {
                best.merge(group(item), item, (a, b) -> Worth.BEST_FIRST.compare(a, b) <= 0 ? a : b);
            }
        }
        if (!best.isEmpty()) {
            kept.addAll(best.values());
            kept.sort(Comparator.comparingInt(Item::index));
        }
        return kept;
    }

    /**
     * The same for a whole library at once: which pictures are fit, and the best of their group.
     *
     * @param items of the library
     * @param allowed which of them may be shown
     */
    public BitSet bestOfEach(List<Item> items, BitSet allowed) {
        BitSet best = new BitSet(group.length);
        int[] bestOfGroup = new int[group.length];
        Arrays.fill(bestOfGroup, -1);
        for (int i = allowed.nextSetBit(0); i >= 0; i = allowed.nextSetBit(i + 1)) {
            Item item = items.get(i);
            if (!Worth.isFit(item)) {
                continue;
            }
            int rival = alone.get(i) ? -1 : bestOfGroup[group[i]];
            if (rival < 0 || Worth.BEST_FIRST.compare(item, items.get(rival)) < 0) {
                if (rival >= 0) {
                    best.clear(rival);
                }
                best.set(i);
                bestOfGroup[group[i]] = i;
            }
        }
        return best;
    }

    private static void join(List<Item> moment, int[] parent) {
        Map<String, Integer> bursts = new HashMap<>();
        Deque<Item> window = new ArrayDeque<>();
        for (Item item : moment) {
            int i = item.index();
            parent[i] = i;
            if (item.burst() != null) {
                Integer first = bursts.putIfAbsent(item.burst(), i);
                if (first != null) {
                    join(parent, first, i);
                }
            }
            while (!window.isEmpty()
                    && (window.size() >= WINDOW
                            || item.wallMillis() - window.getFirst().wallMillis() > NEAR_MILLIS)) {
                window.removeFirst();
            }
            for (Item before : window) {
                if (isAlike(item, before)) {
                    join(parent, before.index(), i);
                }
            }
            window.addLast(item);
        }
    }

    private static boolean isAlike(Item a, Item b) {
        return a.look() != 0 && b.look() != 0 && a.clip() == b.clip() && Look.distance(a, b) <= Look.NEAR;
    }

    private static void join(int[] parent, int a, int b) {
        int rootA = root(parent, a);
        int rootB = root(parent, b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
