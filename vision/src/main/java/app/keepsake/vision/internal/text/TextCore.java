package app.keepsake.vision.internal.text;

/**
 * The core of a line, as the network marks it: pixels that touch and are likely to be writing.
 *
 * @param left of its box
 * @param top of its box
 * @param first the leftmost pixel of each row, from {@code top}
 * @param last the rightmost pixel of each row
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TextCore(int left, int top, int width, int[] first, int[] last) {
    /** How far a line reaches beyond its core, as a part of the core's area by its perimeter. */
    static final double GROWTH = 1.5;

    int height() {
        return first.length;
    }
}
