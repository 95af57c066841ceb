package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import java.util.List;

/** Places buffers one after the other, each into a gap between those already placed that live at the same time. */
final class Arena {
    private final long[] sizes;
    private final boolean[][] together;
    private final long[] offsets;
    /** Placed buffers by rising offset. */
    private final int[] placed;

    private int count;

    Arena(List<LiveRange> ranges) {
        int n = ranges.size();
        sizes = ranges.stream().mapToLong(LiveRange::size).toArray();
        together = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                together[i][j] = i != j && ranges.get(i).overlaps(ranges.get(j));
            }
        }
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

    void clear() {
        count = 0;
    }

    /** Places one more and gives its end. */
    long add(int buffer, boolean tight) {
        boolean[] conflicts = together[buffer];
        long need = sizes[buffer];
        long free = 0;
        long chosen = -1;
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int other = placed[i];
            if (!conflicts[other]) {
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

    /** Takes the buffer that was added last away again. */
    void remove(int buffer) {
        int at = 0;
        while (placed[at] != buffer) {
            at++;
        }
        count--;
        System.arraycopy(placed, at + 1, placed, at, count - at);
    }

    long end(int buffer) {
        return offsets[buffer] + sizes[buffer];
    }

    void copyOffsets(long[] into) {
        System.arraycopy(offsets, 0, into, 0, offsets.length);
    }
}
