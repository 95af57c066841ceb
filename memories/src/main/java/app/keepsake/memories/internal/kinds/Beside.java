package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What is not told beside something better: the month or season that a trip filled, the month that is the newest, and what a day of many pictures says
 * less of than a wedding, a birthday or a gathering.
 */
public final class Beside {
    private static final Set<String> EVENTS = Set.of("trip", OfAlbum.KEY, "wedding");
    private static final Set<String> TIMES = Set.of("best-of", "newest", "season");
    private static final double FILLED = 0.5;

    /** Of one day, what says more of it first. */
    private static final List<String> OF_A_DAY =
            List.of("wedding", Birthday.KEY, "holiday", "gathering", "first", "days");

    private static final double SAME = 0.6;
    /** What is told as an occasion is worth so much less as any day. */
    private static final double LESS = 0.4;

    /** Longer times are of more than one event. */
    private static final int LONGEST_DAYS = 93;

    private Beside() {}

    /** All drafts but those that an event fills, with those worth less that an occasion tells better. */
    public static List<Draft> without(List<Draft> drafts) {
        List<Told> events = told(drafts, EVENTS);
        List<Told> newest = told(drafts, Set.of("newest"));
        List<Told> occasions = told(drafts, Set.copyOf(OF_A_DAY.subList(0, OF_A_DAY.size() - 1)));
        List<Draft> left = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            boolean isFilled = TIMES.contains(draft.kind()) && isShared(draft, events, FILLED);
            boolean isNewest = draft.kind().equals("best-of") && isShared(draft, newest, FILLED);
            if (days(draft) <= LONGEST_DAYS && (isFilled || isNewest)) {
                continue;
            }
            int rank = OF_A_DAY.indexOf(draft.kind());
            List<Told> better = occasions.stream()
                    .filter(one -> OF_A_DAY.indexOf(one.kind) < rank)
                    .toList();
            left.add(isShared(draft, better, SAME) ? draft.weighing(draft.weight() * LESS) : draft);
        }
        return List.copyOf(left);
    }

    private record Told(String kind, LocalDate first, LocalDate last, BitSet pictures) {}

    private static List<Told> told(List<Draft> drafts, Set<String> kinds) {
        return drafts.stream()
                .filter(draft -> kinds.contains(draft.kind()) && days(draft) <= LONGEST_DAYS)
                .map(draft -> new Told(draft.kind(), draft.firstDay(), draft.lastDay(), pictures(draft.pool())))
                .toList();
    }

    private static boolean isShared(Draft draft, List<Told> others, double part) {
        for (Told other : others) {
            boolean meets = !other.first.isAfter(draft.lastDay()) && !other.last.isBefore(draft.firstDay());
            if (meets
                    && shared(draft.pool(), other.pictures)
                            > part * draft.pool().size()) {
                return true;
            }
        }
        return false;
    }

    private static int shared(List<Item> pool, BitSet pictures) {
        int shared = 0;
        for (Item item : pool) {
            shared += pictures.get(item.index()) ? 1 : 0;
        }
        return shared;
    }

    private static long days(Draft draft) {
        return draft.lastDay().toEpochDay() - draft.firstDay().toEpochDay() + 1;
    }

    private static BitSet pictures(List<Item> items) {
        BitSet pictures = new BitSet();
        items.forEach(item -> pictures.set(item.index()));
        return pictures;
    }
}
