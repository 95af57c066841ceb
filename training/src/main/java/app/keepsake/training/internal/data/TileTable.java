package app.keepsake.training.internal.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which tiles are drawn how often: those that the student gets wrong more often than the others. Changed between
 * sections of the training only, so that batches stay the same for a seed.
 */
public final class TileTable {
    private static final float EASY = 0.08f;
    private static final float MEMORY = 0.6f;

    private final int[] anchored;
    private final int[] others;
    private final float[] wrong;
    private float[] anchoredSums = {};
    private float[] otherSums = {};

    public TileTable(TileFile file) {
        anchored = IntStream.range(0, file.count())
                .filter(i -> !file.isHeldOut(i) && file.isAnchored(i))
                .toArray();
        others = IntStream.range(0, file.count())
                .filter(i -> !file.isHeldOut(i) && !file.isAnchored(i))
                .toArray();
        wrong = new float[file.count()];
        Arrays.fill(wrong, 0.5f);
        refresh();
    }

    /** Notes how wrong the student was about a tile, 0-1. */
    public void note(int tile, float error) {
        wrong[tile] += (1 - MEMORY) * (error - wrong[tile]);
    }

    /** What was noted for each tile, for {@link #restore}. */
    public float[] errors() {
        return wrong.clone();
    }

    /** Takes up what an earlier table had noted; tiles that are new since then are drawn often at first. */
    public void restore(float[] errors) {
        System.arraycopy(errors, 0, wrong, 0, Math.min(errors.length, wrong.length));
        refresh();
    }

    /** Makes what was noted count. */
    public void refresh() {
        anchoredSums = sums(anchored);
        otherSums = sums(others);
    }

    private float[] sums(int[] tiles) {
        float[] sums = new float[tiles.length];
        double sum = 0;
        for (int i = 0; i < tiles.length; i++) {
            sum += EASY + wrong[tiles[i]];
            sums[i] = (float) sum;
        }
        return sums;
    }

    int drawAnchored(SplittableRandom random) {
        // Faces: every second one evenly, because what stays hard is often mislabelled.
        return random.nextBoolean() ? anchored[random.nextInt(anchored.length)] : draw(anchored, anchoredSums, random);
    }

    int drawOther(SplittableRandom random) {
        return draw(others, otherSums, random);
    }

    private static int draw(int[] tiles, float[] sums, SplittableRandom random) {
        float at = (float) random.nextDouble() * sums[sums.length - 1];
        int found = Arrays.binarySearch(sums, at);
        return tiles[Math.min(tiles.length - 1, found < 0 ? -found - 1 : found)];
    }

    public int faces() {
        return anchored.length;
    }

    public int others() {
        return others.length;
    }
}
