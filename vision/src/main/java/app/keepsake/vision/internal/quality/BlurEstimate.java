package app.keepsake.vision.internal.quality;

import app.keepsake.vision.internal.pixels.GreyPlane;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The blur of a picture's edges as the sigma of a Gaussian, in pixels of the plane.
 *
 * <p>A step edge of sigma {@code s} that is blurred once more by a Gaussian of sigma 1 loses the factor
 * {@code R = sqrt((s^2 + 1) / s^2)} of its steepness, whatever its contrast, so {@code s = 1 / sqrt(R^2 - 1)} (Zhuo and
 * Sim, "Defocus map estimation from a single image", Pattern Recognition 2011). Edges are sorted by direction, and the
 * most blurred direction counts, because camera shake leaves the edges along its path sharp.
 */
public final class BlurEstimate {
    /** What is returned at most; wider blur is not told apart. */
    public static final double LIMIT = 6;

    private static final int DIRECTIONS = 4;
    private static final int FEWEST_EDGES = 24;
    private static final double STEEPEST = 0.005;
    private static final float STEEP_SHARE = 0.3f;
    private static final float STEEP_FLOOR = 3;
    private static final float STEEP_CEILING = 8;
    /** Not the median: a subject before a soft background is sharp. */
    private static final double QUANTILE = 0.3;

    private final GreyPlane plane;
    private final GreyPlane softer;

    public BlurEstimate(GreyPlane plane) {
        this.plane = plane;
        this.softer = plane.blurred(1);
    }

    /** Over the whole plane; empty where it has too few edges to say. */
    public OptionalDouble sigma() {
        return sigma(0, 0, plane.width(), plane.height());
    }

    /** Over a part of the plane, clipped to it; empty where it has too few edges to say. */
    public OptionalDouble sigma(int left, int top, int right, int bottom) {
        int x0 = Math.max(left, 2);
        int y0 = Math.max(top, 2);
        int x1 = Math.min(right, plane.width() - 2);
        int y1 = Math.min(bottom, plane.height() - 2);
        if (x1 <= x0 || y1 <= y0) {
            return OptionalDouble.empty();
        }
        float steep = steepness(x0, y0, x1, y1);
        float[][] found = new float[DIRECTIONS][(x1 - x0) * (y1 - y0)];
        int[] counts = new int[DIRECTIONS];
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                collect(y * plane.width() + x, steep * steep, found, counts);
            }
        }
        return mostBlurred(found, counts);
    }

    /** How steep an edge must be, in grey levels a pixel: a share of the steepest ones, within limits. */
    private float steepness(int x0, int y0, int x1, int y1) {
        int[] histogram = new int[256];
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                histogram[(int) Math.sqrt(slopeSquared(plane.values(), y * plane.width() + x))]++;
            }
        }
        int steepest = 255;
        int above = 0;
        int few = (int) (STEEPEST * (x1 - x0) * (y1 - y0));
        while (steepest > 0 && above + histogram[steepest] <= few) {
            above += histogram[steepest--];
        }
        return Math.clamp(STEEP_SHARE * steepest, STEEP_FLOOR, STEEP_CEILING);
    }

    private void collect(int i, float steepSquared, float[][] found, int[] counts) {
        float[] values = plane.values();
        float across = slopeX(values, i);
        float down = slopeY(values, i);
        float slope = across * across + down * down;
        if (slope < steepSquared) {
            return;
        }
        int direction = direction(across, down);
        int next = neighbour(direction);
        if (slopeSquared(values, i + next) > slope || slopeSquared(values, i - next) > slope) {
            return;
        }
        double loss = slope / Math.max(1e-6, slopeSquared(softer.values(), i)) - 1;
        found[direction][counts[direction]++] = (float) Math.min(LIMIT, loss <= 0 ? LIMIT : 1 / Math.sqrt(loss));
    }

    private static OptionalDouble mostBlurred(float[][] found, int[] counts) {
        OptionalDouble worst = OptionalDouble.empty();
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            int n = counts[direction];
            if (n >= FEWEST_EDGES) {
                Arrays.sort(found[direction], 0, n);
                double sigma = found[direction][(int) (n * QUANTILE)];
                worst = OptionalDouble.of(Math.max(worst.orElse(0), sigma));
            }
        }
        return worst;
    }

    /** Of the gradient: 0 across, 1 down, 2 down-right, 3 up-right. */
    private static int direction(float across, float down) {
        float x = Math.abs(across);
        float y = Math.abs(down);
        if (x > 2.414f * y) {
            return 0;
        }
        if (y > 2.414f * x) {
            return 1;
        }
        return across * down > 0 ? 2 : 3;
    }

    private int neighbour(int direction) {
        return switch (direction) {
            case 0 -> 1;
            case 1 -> plane.width();
            case 2 -> plane.width() + 1;
            default -> 1 - plane.width();
        };
    }

    private float slopeX(float[] v, int i) {
        int w = plane.width();
        return (2 * (v[i + 1] - v[i - 1]) + v[i + 1 - w] - v[i - 1 - w] + v[i + 1 + w] - v[i - 1 + w]) / 8;
    }

    private float slopeY(float[] v, int i) {
        int w = plane.width();
        return (2 * (v[i + w] - v[i - w]) + v[i + w - 1] - v[i - w - 1] + v[i + w + 1] - v[i - w + 1]) / 8;
    }

    private float slopeSquared(float[] v, int i) {
        float across = slopeX(v, i);
        float down = slopeY(v, i);
        return across * across + down * down;
    }
}
