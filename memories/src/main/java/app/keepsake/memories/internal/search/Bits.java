package app.keepsake.memories.internal.search;

import java.util.Arrays;
import java.util.BitSet;

/** Positions of pictures in ascending order, four bytes each. Grows only. */
final class Bits {
    private int[] positions = new int[4];
    private int count;

    void add(int position) {
        if (count > 0 && positions[count - 1] == position) {
            return;
        }
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
        }
        positions[count++] = position;
    }

    void addTo(BitSet set) {
        for (int i = 0; i < count; i++) {
            set.set(positions[i]);
        }
    }

    int countIn(BitSet set) {
        int common = 0;
        for (int i = 0; i < count; i++) {
            common += set.get(positions[i]) ? 1 : 0;
        }
        return common;
    }

    /** Whether one of them is in a set. */
    boolean meets(BitSet set) {
        for (int i = 0; i < count; i++) {
            if (set.get(positions[i])) {
                return true;
            }
        }
        return false;
    }

    Bits trimmed() {
        positions = Arrays.copyOf(positions, count);
        return this;
    }
}
