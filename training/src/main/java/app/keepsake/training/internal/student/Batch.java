package app.keepsake.training.internal.student;

/**
 * Inputs and targets of one training step. A crop is a little larger than the student's tile, so that it holds several
 * tiles, which share most of their work; each has targets of its own.
 *
 * @param count of crops
 * @param cells outputs along each side of a crop
 * @param pixels {@code [count, 3, side, side]}, about -1 to 1
 * @param faces wanted probability of a face, {@code [count, cells, cells]}; negative where anything may be answered
 * @param boxes wanted {@code x, y, log width, log height}, {@code [count, cells, cells, 4]}
 * @param tiles index of the stored tile that each crop comes from
 */
public record Batch(int count, int cells, float[] pixels, float[] faces, float[] boxes, int[] tiles) {}
