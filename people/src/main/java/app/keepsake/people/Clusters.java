package app.keepsake.people;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The sums of the faces of each group, and the days that they are of. The mean likeness of all pairs of two groups'
 * faces is the scalar product of their means, so that average linkage (R. Sokal and C. Michener, 1958) needs nothing but
 * the sums, however many faces there are. One row a group, two kilobytes at 512 dimensions.
 */
final class Clusters {
    /** Days that one look of a person may span. */
    private static final long LOOK_DAYS = 500;

    /** With fewer faces, a likeness by chance would too often make one person of two; see docs/decisions. */
    private static final int LOOK_FACES = 6;

    private final int dimensions;
    private float[][] sums = new float[16][];
    private double[] weights = new double[16];
    private int[] faces = new int[16];
    private long[] firstDays = new long[16];
    private long[] lastDays = new long[16];
    private int size;

    Clusters(int dimensions) {
        this.dimensions = dimensions;
    }

    int size() {
        return size;
    }

    /** Adds a group without faces; returns its row. */
    int add() {
        if (size == weights.length) {
            int more = size * 3 / 2;
            sums = Arrays.copyOf(sums, more);
            weights = Arrays.copyOf(weights, more);
            faces = Arrays.copyOf(faces, more);
            firstDays = Arrays.copyOf(firstDays, more);
            lastDays = Arrays.copyOf(lastDays, more);
        }
        sums[size] = new float[dimensions];
        clear(size);
        return size++;
    }

    /** Takes back the group that was added last. */
    void removeLast() {
        size--;
        clear(size);
    }

    /** Puts a face into a group: its unit vector counts {@code weight} times. */
    void put(int row, float[] vector, double weight, OptionalLong day) {
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        float factor = (float) (weight / Math.sqrt(Math.max(1e-30, length)));
        for (int i = 0; i < dimensions; i++) {
            sums[row][i] += factor * vector[i];
        }
        weights[row] += weight;
        faces[row]++;
        if (day.isPresent()) {
            firstDays[row] = Math.min(firstDays[row], day.getAsLong());
            lastDays[row] = Math.max(lastDays[row], day.getAsLong());
        }
    }

    /** Moves all faces of one group to another. */
    void merge(int kept, int other) {
        for (int i = 0; i < dimensions; i++) {
            sums[kept][i] += sums[other][i];
        }
        weights[kept] += weights[other];
        faces[kept] += faces[other];
        firstDays[kept] = Math.min(firstDays[kept], firstDays[other]);
        lastDays[kept] = Math.max(lastDays[kept], lastDays[other]);
        clear(other);
    }

    void clear(int row) {
        Arrays.fill(sums[row], 0);
        weights[row] = 0;
        faces[row] = 0;
        firstDays[row] = Long.MAX_VALUE;
        lastDays[row] = Long.MIN_VALUE;
    }

    boolean isEmpty(int row) {
        return weights[row] == 0;
    }

    /** Whether all faces of two groups are known to be of one and the same day. */
    boolean isOneDay(int a, int b) {
        return isDated(a) && isDated(b) && span(a, b) == 0;
    }

    /**
     * Whether two groups show somebody at times far apart, with faces enough to tell for each of them what that somebody
     * looked like then.
     */
    boolean areTwoLooks(int a, int b) {
        return isComplete(a, b) && !isSmall(b);
    }

    /** Whether a group has faces enough, and another is of a time far from all of them. */
    boolean isComplete(int row, int other) {
        return faces[row] >= LOOK_FACES && isDated(row) && isDated(other) && span(row, other) > LOOK_DAYS;
    }

    /** Whether a group has too few faces to tell what somebody looked like. */
    boolean isSmall(int row) {
        return faces[row] < LOOK_FACES;
    }

    private long span(int a, int b) {
        return Math.max(lastDays[a], lastDays[b]) - Math.min(firstDays[a], firstDays[b]);
    }

    private boolean isDated(int row) {
        return firstDays[row] <= lastDays[row];
    }

    /** Mean likeness of the pairs of two groups that are not empty. */
    double likeness(int a, int b) {
        return dot(sums[a], sums[b]) / (weights[a] * weights[b]);
    }

    /** Eight sums at a time, in a fixed order: fast enough and the same on every machine. */
    private double dot(float[] x, float[] y) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int k = 0;
        for (; k + 8 <= dimensions; k += 8) {
            a += x[k] * y[k];
            b += x[k + 1] * y[k + 1];
            c += x[k + 2] * y[k + 2];
            d += x[k + 3] * y[k + 3];
            e += x[k + 4] * y[k + 4];
            f += x[k + 5] * y[k + 5];
            g += x[k + 6] * y[k + 6];
            h += x[k + 7] * y[k + 7];
        }
        for (; k < dimensions; k++) {
            a += x[k] * y[k];
        }
        return (double) ((a + b) + (c + d)) + (double) ((e + f) + (g + h));
    }
}
