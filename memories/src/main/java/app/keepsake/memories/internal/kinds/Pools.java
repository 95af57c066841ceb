package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import app.keepsake.memories.internal.select.Selection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which pictures of each draft may be shown. Kept while choices and days change: only the pools that a change touches
 * are gone through again, since those of a large library hold millions of pictures in sum. Between two calls of
 * {@link #allow} it may be used by several threads.
 */
public final class Pools {
    /** A telling has some hundreds; those of days past are forgotten at times. */
    private static final int MOST = 5_000;

    private static final int FEW_CHANGES = 2_000;

    private final Map<String, Pool> pools = new ConcurrentHashMap<>();
    private final LibraryAnalysis analysis;
    private BitSet allowed = new BitSet();
    private BitSet showable = new BitSet();

    public Pools(LibraryAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * @param source all pictures of a draft
     * @param allowed those of them that may be shown
     */
    private record Pool(List<Item> source, List<Item> allowed) {
        boolean isOf(List<Item> other) {
            if (source == other) {
                return true;
            }
            if (source.size() != other.size()) {
                return false;
            }
            if (source.isEmpty()
                    || (isUnbroken(source)
                            && source.getFirst() == other.getFirst()
                            && source.getLast() == other.getLast())) {
                return true;
            }
            for (int i = 0; i < source.size(); i++) {
                if (source.get(i) != other.get(i)) {
                    return false;
                }
            }
            return true;
        }

        boolean touches(BitSet changed) {
            if (source.isEmpty()) {
                return false;
            }
            int last = source.getLast().index();
            int next = changed.nextSetBit(source.getFirst().index());
            if (next >= 0 && next <= last && isUnbroken(source)) {
                return true;
            }
            // Of few changes each is looked for by halving; of many, one is soon met.
            for (int looked = 0; next >= 0 && next <= last && looked < FEW_CHANGES; looked++) {
                if (holds(next)) {
                    return true;
                }
                next = changed.nextSetBit(next + 1);
            }
            return next >= 0 && next <= last && source.stream().anyMatch(item -> changed.get(item.index()));
        }

        private boolean holds(int index) {
            int from = 0;
            int to = source.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (source.get(middle).index() < index) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from < source.size() && source.get(from).index() == index;
        }
    }

    /** Pictures without a gap are told apart from others by their ends alone. */
    private static boolean isUnbroken(List<Item> source) {
        return source.isEmpty() || source.getLast().index() - source.getFirst().index() == source.size() - 1;
    }

    /** Takes note of what may be shown from now on, by {@link Item#index}. */
    void allow(BitSet now) {
        BitSet changed = difference(now, allowed);
        if (!changed.isEmpty()) {
            allowed = (BitSet) now.clone();
            BitSet best = analysis.duplicates().bestOfEach(analysis.all(), allowed);
            // Another shot of a burst may take the place of one that may not be shown any more.
            changed.or(difference(best, showable));
            showable = best;
            pools.values().removeIf(pool -> pool.touches(changed));
        }
    }

    private static BitSet difference(BitSet a, BitSet b) {
        BitSet different = (BitSet) a.clone();
        different.xor(b);
        return different;
    }

    /**
     * Those of a draft's pictures that may be shown; the same list as before when nothing of it changed.
     *
     * @param key of the draft
     * @param source in order of time
     */
    List<Item> of(String key, List<Item> source) {
        Pool known = pools.get(key);
        if (known != null && known.isOf(source)) {
            return known.allowed;
        }
        List<Item> pool = isUnbroken(source)
                ? within(source, allowed)
                : source.stream().filter(item -> allowed.get(item.index())).toList();
        if (pools.size() >= MOST) {
            pools.clear();
        }
        pools.put(key, new Pool(source, pool));
        return pool;
    }

    /** Those of a draft's pictures that could be shots: fit, and none twice. In order of time. */
    List<Item> showable(Draft draft) {
        return isUnbroken(draft.source())
                ? within(draft.source(), showable)
                : Selection.showable(draft.pool(), analysis.duplicates());
    }

    private List<Item> within(List<Item> source, BitSet wanted) {
        List<Item> found = new ArrayList<>();
        if (!source.isEmpty()) {
            int last = source.getLast().index();
            int i = wanted.nextSetBit(source.getFirst().index());
            while (i >= 0 && i <= last) {
                found.add(analysis.all().get(i));
                i = wanted.nextSetBit(i + 1);
            }
        }
        return found;
    }
}
