package app.keepsake.people;

import java.util.Arrays;

/**
 * The sums of the faces of each group. The mean likeness of all pairs of two groups' faces is the scalar product of
 * their means, so that average linkage (R. Sokal and C. Michener, 1958) needs nothing but the sums, however many faces
 * there are. One row a group, half a kilobyte at 128 dimensions.
 */
final class Clusters {
    private final int dimensions;
    private float[] sums;
    private double[] weights = new double[16];
    private int size;

    Clusters(int dimensions) {
        this.dimensions = dimensions;
        this.sums = new float[16 * dimensions];
    }

    int size() {
        return size;
    }

    /** Adds a group without faces; returns its row. */
    int add() {
        if (size == weights.length) {
            weights = Arrays.copyOf(weights, size * 3 / 2);
            sums = Arrays.copyOf(sums, size * 3 / 2 * dimensions);
        }
        return size++;
    }

    /** Takes back the group that was added last. */
    void removeLast() {
        size--;
        clear(size);
    }

    /** Puts a face into a group: its unit vector counts {@code weight} times. */
    void put(int row, float[] vector, double weight) {
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        float factor = (float) (weight / Math.sqrt(Math.max(1e-30, length)));
        for (int i = 0; i < dimensions; i++) {
            sums[row * dimensions + i] += factor * vector[i];
        }
        weights[row] += weight;
    }

    /** Moves all faces of one group to another. */
    void merge(int kept, int other) {
        for (int i = 0; i < dimensions; i++) {
            sums[kept * dimensions + i] += sums[other * dimensions + i];
        }
        weights[kept] += weights[other];
        clear(other);
    }

    void clear(int row) {
        Arrays.fill(sums, row * dimensions, (row + 1) * dimensions, 0);
        weights[row] = 0;
    }

    boolean isEmpty(int row) {
        return weights[row] == 0;
    }

    /** Mean likeness of the pairs of two groups that are not empty. */
    double likeness(int a, int b) {
        return dot(sums, a * dimensions, sums, b * dimensions) / (weights[a] * weights[b]);
    }

    /** Eight sums at a time, in a fixed order: fast enough and the same on every machine. */
    private double dot(float[] x, int i, float[] y, int j) {
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
            a += x[i + k] * y[j + k];
            b += x[i + k + 1] * y[j + k + 1];
            c += x[i + k + 2] * y[j + k + 2];
            d += x[i + k + 3] * y[j + k + 3];
            e += x[i + k + 4] * y[j + k + 4];
            f += x[i + k + 5] * y[j + k + 5];
            g += x[i + k + 6] * y[j + k + 6];
            h += x[i + k + 7] * y[j + k + 7];
        }
        for (; k < dimensions; k++) {
            a += x[i + k] * y[j + k];
        }
        return (double) ((a + b) + (c + d)) + (double) ((e + f) + (g + h));
    }
}
