package app.keepsake.memories.internal.select;

import app.keepsake.memories.Item;

/**
 * How unlike two pictures are: the bits of structure that differ, and the distance of their colour layouts (MPEG-7: 6
 * luma, 3 and 3 chroma coefficients of 5 or 6 bits, the lowest first). Unrelated pictures are about 85 apart.
 */
final class Look {
    /** Up to here two pictures show the same thing; measured with the signature itself. */
    static final double NEAR = 28;

    private static final int[] BITS = {6, 5, 5, 5, 5, 5, 6, 5, 5, 6, 5, 5};
    private static final int[] WEIGHTS = {2, 2, 2, 1, 1, 1, 2, 1, 1, 4, 2, 2};
    private static final int[] PLANE_ENDS = {6, 9, 12};

    private Look() {}

    /** Of pictures whose colours are unknown the structure alone counts, stretched to the same scale. */
    static double distance(Item a, Item b) {
        int structure = Long.bitCount(a.look() ^ b.look());
        if (a.colours() == 0 || b.colours() == 0) {
            return structure * NEAR / 16;
        }
        return structure + colourDistance(a.colours(), b.colours());
    }

    private static double colourDistance(long a, long b) {
        double distance = 0;
        double squares = 0;
        int plane = 0;
        int shift = 0;
        for (int i = 0; i < BITS.length; i++) {
            long mask = (1L << BITS[i]) - 1;
            long difference = ((a >>> shift) & mask) - ((b >>> shift) & mask);
            squares += WEIGHTS[i] * difference * difference;
            shift += BITS[i];
            if (i + 1 == PLANE_ENDS[plane]) {
                distance += Math.sqrt(squares);
                squares = 0;
                plane++;
            }
        }
        return distance;
    }
}
