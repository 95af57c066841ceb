package app.keepsake.memories.internal.select;

import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Chooses shots: drops what is unfit, keeps the best of each burst and of each group of near-duplicates, takes all
 * favourites, then what adds most to the {@link Objective}, one at a time.
 */
public final class Selection {
    /** A memory has at least so many shots. */
    public static final int FEWEST = 8;
    /** The same in a small library. */
    public static final int FEWEST_OF_SMALL = 5;
    /** So many pictures at most. */
    public static final int SMALL_LIBRARY = 600;
    /** A memory has at most so many shots, unless more are favourites. */
    public static final int MOST = 20;

    private static final int MOST_FAVOURITES = 40;
    private static final int LARGEST_POOL = 600;
    private static final int BEST_OF_PART = 6;
    private static final double SHOTS_PER_PICTURE = 0.45;

    private Selection() {}

    /** The pictures of a pool that could be shown: fit, and none twice. In order of time. */
    public static List<Item> showable(List<Item> pool, Duplicates duplicates) {
        List<Item> fit = new ArrayList<>(pool.size());
        for (Item item : pool) {
            if (Worth.isFit(item)) {
                fit.add(item);
            }
        }
        return duplicates.bestOfEach(fit);
    }

    /** How many shots to tell a pool of showable pictures with: most of few, and {@link #MOST} of many. */
    public static int length(int showable) {
        return Math.clamp(FEWEST / 2 + Math.round(showable * SHOTS_PER_PICTURE), Math.min(FEWEST, showable), MOST);
    }

    /**
     * Chooses from showable pictures.
     *
     * @param pool in order of time, {@linkplain #narrowed narrowed}
     * @param length how many; more when more than that are favourites
     * @param emphasis factor on each picture's worth
     * @return in order of time
     */
    public static List<Item> choose(List<Item> pool, int length, ToDoubleFunction<Item> emphasis) {
        int favourites = (int) pool.stream().filter(Item::favourite).count();
        int target = Math.min(pool.size(), Math.max(length, Math.min(MOST_FAVOURITES, favourites)));
        if (target == pool.size()) {
            return pool;
        }
        Objective objective = Objective.of(pool, Math.max(1, target / 2), emphasis);
        BitSet taken = new BitSet();
        greedy(pool, objective, taken, target, true);
        greedy(pool, objective, taken, target, false);
        return taken.stream().mapToObj(pool::get).toList();
    }

    /**
     * Lazy greedy (Minoux 1978): what a picture adds can only shrink, so one whose stale gain is not the largest need
     * not be looked at again.
     */
    static void greedy(List<Item> pool, Objective objective, BitSet taken, int target, boolean onlyFavourites) {
        record Entry(int item, double gain) implements Comparable<Entry> {
            @Override
            public int compareTo(Entry other) {
                int byGain = Double.compare(other.gain, gain);
                return byGain != 0 ? byGain : Integer.compare(item, other.item);
            }
        }
        PriorityQueue<Entry> queue = new PriorityQueue<>();
        for (int i = 0; i < pool.size(); i++) {
            if (!taken.get(i) && (!onlyFavourites || pool.get(i).favourite())) {
                queue.add(new Entry(i, objective.gain(i)));
            }
        }
        int left = target - taken.cardinality();
        while (left > 0 && !queue.isEmpty()) {
            Entry top = queue.remove();
            double now = objective.gain(top.item());
            Entry next = queue.peek();
            if (next != null && now < next.gain()) {
                queue.add(new Entry(top.item(), now));
            } else {
                objective.take(top.item());
                taken.set(top.item());
                left--;
            }
        }
    }

    /** Of a very large pool, the favourites and the best of each of many parts of its time; years of few lose none. */
    public static List<Item> narrowed(List<Item> pool) {
        if (pool.size() <= LARGEST_POOL) {
            return pool;
        }
        List<Item> kept = new ArrayList<>();
        List<List<Item>> years = years(pool);
        int left = years.size();
        int parts = LARGEST_POOL / BEST_OF_PART;
        // The smallest years first: what they do not need is the others'.
        years.sort(Comparator.comparingInt(List::size));
        for (List<Item> year : years) {
            int ofYear = Math.clamp(year.size() / BEST_OF_PART, 1, Math.max(1, parts / left));
            for (int part = 0; part < ofYear; part++) {
                int from = (int) ((long) year.size() * part / ofYear);
                int to = (int) ((long) year.size() * (part + 1) / ofYear);
                kept.addAll(bestOf(year.subList(from, to)));
            }
            parts -= ofYear;
            left--;
        }
        kept.sort(Comparator.comparingInt(Item::index));
        return kept;
    }

    /** As views, in order of time. */
    private static List<List<Item>> years(List<Item> pool) {
        List<List<Item>> years = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= pool.size(); i++) {
            if (i == pool.size()
                    || pool.get(i).day().getYear() != pool.get(begin).day().getYear()) {
                years.add(pool.subList(begin, i));
                begin = i;
            }
        }
        return years;
    }

    private static List<Item> bestOf(List<Item> part) {
        Item[] best = new Item[BEST_OF_PART];
        double[] worth = new double[BEST_OF_PART];
        int count = 0;
        List<Item> kept = new ArrayList<>();
        for (Item item : part) {
            if (item.favourite()) {
                kept.add(item);
                continue;
            }
            double itsWorth = Worth.of(item);
            // Insertion from below; an earlier picture of the same worth stays ahead, as in Worth.BEST_FIRST.
            int at = count;
            while (at > 0 && worth[at - 1] < itsWorth) {
                at--;
            }
            if (at < BEST_OF_PART) {
                count = Math.min(BEST_OF_PART, count + 1);
                System.arraycopy(best, at, best, at + 1, count - 1 - at);
                System.arraycopy(worth, at, worth, at + 1, count - 1 - at);
                best[at] = item;
                worth[at] = itsWorth;
            }
        }
        kept.addAll(Arrays.asList(best).subList(0, count));
        return kept;
    }
}
