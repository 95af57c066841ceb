package app.keepsake.engine.internal.plan;

import app.keepsake.engine.MemoryPlan;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Looks for a better order of placement. The climb is "squeaky wheel" optimisation (Joslin and Clements, 1999): buffers
 * that end above the bound are blamed and placed earlier the next time.
 */
final class OrderSearch {
    private static final long SEED = 20_240_229;

    private final Arena arena;
    private final long bound;
    private final long[] bestOffsets;
    private long best;

    OrderSearch(Arena arena, long bound) {
        this.arena = arena;
        this.bound = bound;
        bestOffsets = new long[arena.buffers()];
    }

    long[] offsets() {
        return bestOffsets;
    }

    /** Improves the order of a plan's offsets until a plan meets the bound or the budget ends. */
    long climb(MemoryPlan known, Budget budget) {
        Random random = new Random(SEED);
        int[] current = IntStream.range(0, arena.buffers())
                .boxed()
                .sorted(Comparator.comparing(known.offsets()::get))
                .mapToInt(i -> i)
                .toArray();
        int[] trial = new int[current.length];
        best = known.size();
        long size = arena.place(current, false, Long.MAX_VALUE);
        long[] ends = ends();
        int stuck = 0;
        while (best > bound && budget.spend(current.length)) {
            System.arraycopy(current, 0, trial, 0, trial.length);
            long target = Math.max(bound, size - Math.max(1, (size - bound) / 4));
            if (random.nextInt(4) > 0) {
                blame(trial, ends, target, random);
            } else {
                swap(trial, random);
            }
            boolean leap = stuck > 200;
            long tried = arena.place(trial, false, leap ? Long.MAX_VALUE : size);
            if (tried <= size || leap) {
                stuck = tried < size || leap ? 0 : stuck + 1;
                size = tried;
                ends = ends();
                System.arraycopy(trial, 0, current, 0, trial.length);
                if (size < best) {
                    best = size;
                    arena.copyOffsets(bestOffsets);
                }
            } else {
                stuck++;
            }
        }
        return best;
    }

    private long[] ends() {
        long[] ends = new long[arena.buffers()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = arena.end(i);
        }
        return ends;
    }

    /** Moves some of the buffers that end too high to the front by a random distance. */
    private static void blame(int[] order, long[] ends, long target, Random random) {
        for (int i = 1; i < order.length; i++) {
            if (ends[order[i]] > target && random.nextInt(3) > 0) {
                int to = random.nextInt(i);
                int buffer = order[i];
                System.arraycopy(order, to, order, to + 1, i - to);
                order[to] = buffer;
            }
        }
    }

    private static void swap(int[] order, Random random) {
        int i = random.nextInt(order.length);
        int j = random.nextInt(order.length);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
