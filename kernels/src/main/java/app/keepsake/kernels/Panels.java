package app.keepsake.kernels;

import java.util.List;

/** How pixels are packed for products with weights. */
final class Panels {
    /** Rows where there are 32 registers: seven of two vectors, or twice seven of one; they divide 7, 14, 28 … pixels. */
    static final int WIDE = 7;

    /** Rows where there may be 16 registers only: fourteen accumulators would be too many. */
    static final int NARROW = 6;

    /** All that kernels are made for. */
    static final List<Integer> ROWS = List.of(WIDE, NARROW);

    /** Numbers of each row that lie together. */
    static final int DEPTH = 16;

    private Panels() {}
}
