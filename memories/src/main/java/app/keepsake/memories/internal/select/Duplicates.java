package app.keepsake.memories.internal.select;

import app.keepsake.memories.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds pictures of the same thing: the shots of a burst, and those that look alike (at most 10 of 64 bits of the
 * perceptual hash differ) and were taken within ten minutes. A chain of likes is one group.
 */
public final class Duplicates {
    private static final int ALIKE_BITS = 10;
    private static final long NEAR_MILLIS = 10 * 60_000;
    /** Enough for any burst of a phone; keeps the work linear in crowded moments. */
    private static final int WINDOW = 40;

    private Duplicates() {}

    /**
     * @param items in order of time
     * @return the best of each group, in order of time
     */
    public static List<Item> bestOfEach(List<Item> items) {
        int[] group = groups(items);
        Map<Integer, Item> best = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            best.merge(group[i], items.get(i), (a, b) -> Worth.BEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
        List<Item> kept = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (best.get(group[i]).equals(items.get(i))) {
                kept.add(items.get(i));
            }
        }
        return kept;
    }

    /** For each item the position of its group's first item. */
    static int[] groups(List<Item> items) {
        int[] parent = new int[items.size()];
        Map<String, Integer> bursts = new HashMap<>();
        Deque<Integer> window = new ArrayDeque<>();
        for (int i = 0; i < items.size(); i++) {
            parent[i] = i;
            Item item = items.get(i);
            if (item.burst() != null) {
                Integer first = bursts.putIfAbsent(item.burst(), i);
                if (first != null) {
                    join(parent, first, i);
                }
            }
            while (!window.isEmpty()
                    && (window.size() >= WINDOW
                            || item.wallMillis() - items.get(window.peekFirst()).wallMillis() > NEAR_MILLIS)) {
                window.removeFirst();
            }
            for (int j : window) {
                if (isAlike(item, items.get(j))) {
                    join(parent, j, i);
                }
            }
            window.addLast(i);
        }
        for (int i = 0; i < parent.length; i++) {
            parent[i] = root(parent, i);
        }
        return parent;
    }

    private static boolean isAlike(Item a, Item b) {
        return a.look() != 0
                && b.look() != 0
                && a.clip() == b.clip()
                && Long.bitCount(a.look() ^ b.look()) <= ALIKE_BITS;
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
