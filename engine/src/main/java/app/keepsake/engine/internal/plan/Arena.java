package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import java.util.List;

/** Places buffers one after the other, each into a gap between those already placed that live at the same time. */
final class Arena {
    private final long[] sizes;
    private final int[] lower;
    private final int[] upper;
    private final long[] offsets;
    /** Placed buffers by rising offset. */
    private final int[] placed;

    private int count;

    Arena(List<LiveRange> ranges) {
        int n = ranges.size();
        sizes = ranges.stream().mapToLong(LiveRange::size).toArray();
        lower = ranges.stream().mapToInt(LiveRange::lower).toArray();
        upper = ranges.stream().mapToInt(LiveRange::upper).toArray();
        offsets = new long[n];
        placed = new int[n];
    }

    int buffers() {
        return sizes.length;
    }

    /**
     * @param tight whether to take the smallest gap instead of the lowest
     * @param limit stop as soon as a buffer ends above
     * @return the size of the arena, or a number above the limit if stopped
     */
    long place(int[] order, boolean tight, long limit) {
        count = 0;
        long size = 0;
        for (int buffer : order) {
            size = Math.max(size, add(buffer, tight));
            if (size > limit) {
                return size;
            }
        }
        return size;
    }

    /** Places one more and gives its end. */
    private long add(int buffer, boolean tight) {
        long need = sizes[buffer];
        long free = 0;
        long chosen = -1;
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int other = placed[i];
            if (lower[other] >= upper[buffer] || upper[other] <= lower[buffer]) {
                continue;
            }
            long gap = offsets[other] - free;
            if (gap >= need && gap < smallest) {
                chosen = free;
                smallest = gap;
                if (!tight) {
                    break;
                }
            }
            free = Math.max(free, offsets[other] + sizes[other]);
        }
        if (chosen < 0) {
            chosen = free;
        }
        offsets[buffer] = chosen;
        insert(buffer);
        return chosen + need;
    }

    private void insert(int buffer) {
        int at = count++;
        while (at > 0 && offsets[placed[at - 1]] > offsets[buffer]) {
            placed[at] = placed[at - 1];
            at--;
        }
        placed[at] = buffer;
    }

    long end(int buffer) {
        return offsets[buffer] + sizes[buffer];
    }

    void copyOffsets(long[] into) {
        System.arraycopy(offsets, 0, into, 0, offsets.length);
    }
}
