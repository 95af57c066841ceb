package app.keepsake.training.internal.student;

/**
 * Inputs and targets of one training step.
 *
 * @param pixels {@code [n, 3, tile, tile]}, about -1 to 1
 * @param faces wanted probability of a face, {@code [n]}
 * @param boxes wanted {@code x, y, log width, log height}, {@code [n, 4]}
 * @param tiles index of the tile that each sample comes from
 */
public record Batch(int count, float[] pixels, float[] faces, float[] boxes, int[] tiles) {}
