package app.keepsake.training.internal.data;

/**
 * Inputs and targets of one training step. A crop is a little larger than the student's tile, so that it holds several
 * tiles, which share most of their work; each has targets of its own.
 *
 * @param count of crops
 * @param cells outputs along each side of a crop
 * @param pixels {@code [count, 3, side, side]}, unsigned
 * @param faces wanted probability of a face, {@code [count, cells, cells]}; negative where anything may be answered
 * @param targets wanted {@code x, y, log width, log height} and coordinates of five points, {@code [count, cells, cells,
 *     14]}; points that are not known are NaN
 * @param places index in the table of the place that each crop is cut around, or -1
 */
public record Batch(int count, int cells, byte[] pixels, float[] faces, float[] targets, int[] places) {
    /** Numbers that say where a face is: x, y, log width, log height and the coordinates of five points. */
    public static final int TARGETS = 14;

    /** Size of a face, in pixels of the tile, whose box has the log width and height 0. */
    public static final float REFERENCE_SIZE = 24;
}
