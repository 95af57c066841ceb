package app.keepsake.vision.internal.salience;

import app.keepsake.media.RgbImage;

/**
 * How much each part of a picture stands out, by four measures: from the whole picture's colour (Achanta and others:
 * Frequency-tuned salient region detection, 2009), from its surroundings of several sizes (Itti, Koch and Niebur, 1998),
 * from the picture's borders, where backgrounds are (Wei and others: Geodesic saliency using background priors, 2012), and
 * by its sharpness, since what a picture is about is in focus. All is weighted by how near to the middle it lies, where
 * people put what they take pictures of (Judd and others, 2009).
 */
public final class Contrasts {
    /** Radii of surroundings, in parts of the longer side. */
    private static final double[] SURROUNDINGS = {0.06, 0.12, 0.25};

    private static final double WHOLE = 0.8;
    private static final double AROUND = 1;
    private static final double BORDER = 1;
    private static final double SHARP = 0.7;
    /** What the corners keep. */
    private static final double LEAST_PRIOR = 0.15;

    private static final double PRIOR_WIDTH = 0.3;

    private Contrasts() {}

    /**
     * @param image small: about five pixels a cell are enough
     * @return of each cell, row by row, 0 to about 1
     */
    public static float[] of(RgbImage image, int columns, int rows) {
        LabPlanes lab = new LabPlanes(image);
        double[] whole = new double[columns * rows];
        double[] around = new double[columns * rows];
        double[] border = new double[columns * rows];
        double[] sharp = new double[columns * rows];
        double[] mean = new double[3];
        double[] cell = new double[3];
        double[] other = new double[3];
        lab.mean(0, 0, lab.width, lab.height, mean);
        double[][] sides = sides(lab);
        int longer = Math.max(lab.width, lab.height);
        for (int row = 0; row < rows; row++) {
            int top = row * lab.height / rows;
            int bottom = Math.max(top + 1, (row + 1) * lab.height / rows);
            for (int column = 0; column < columns; column++) {
                int left = column * lab.width / columns;
                int right = Math.max(left + 1, (column + 1) * lab.width / columns);
                int at = row * columns + column;
                lab.mean(left, top, right, bottom, cell);
                whole[at] = LabPlanes.distance(cell, mean);
                for (double radius : SURROUNDINGS) {
                    int r = Math.max(1, (int) Math.round(radius * longer));
                    lab.mean(left - r, top - r, right + r, bottom + r, other);
                    around[at] += LabPlanes.distance(cell, other);
                }
                border[at] = Double.MAX_VALUE;
                for (double[] side : sides) {
                    border[at] = Math.min(border[at], LabPlanes.distance(cell, side));
                }
                sharp[at] = detail(lab, left, top, right, bottom);
            }
        }
        return joined(columns, rows, even(whole), even(around), even(border), even(sharp));
    }

    /** Mean colours along the four borders. */
    private static double[][] sides(LabPlanes lab) {
        int depth = Math.max(1, Math.min(lab.width, lab.height) / 12);
        double[][] sides = new double[4][3];
        lab.mean(0, 0, lab.width, depth, sides[0]);
        lab.mean(0, lab.height - depth, lab.width, lab.height, sides[1]);
        lab.mean(0, 0, depth, lab.height, sides[2]);
        lab.mean(lab.width - depth, 0, lab.width, lab.height, sides[3]);
        return sides;
    }

    /** The mean step in lightness from pixel to pixel. */
    private static double detail(LabPlanes lab, int left, int top, int right, int bottom) {
        double[] here = new double[3];
        double[] next = new double[3];
        double sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(bottom, lab.height - 1); y++) {
            for (int x = left; x < Math.min(right, lab.width - 1); x++) {
                lab.mean(x, y, x + 1, y + 1, here);
                lab.mean(x + 1, y, x + 2, y + 1, next);
                double across = Math.abs(next[0] - here[0]);
                lab.mean(x, y + 1, x + 1, y + 2, next);
                sum += across + Math.abs(next[0] - here[0]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** In parts of what 95 % of the cells do not reach, so that no measure weighs more because its numbers are larger. */
    private static double[] even(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        double high = Math.max(1e-6, sorted[(int) (0.95 * (sorted.length - 1))]);
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.min(1, values[i] / high);
        }
        return result;
    }

    private static float[] joined(
            int columns, int rows, double[] whole, double[] around, double[] border, double[] sharp) {
        float[] result = new float[columns * rows];
        double all = WHOLE + AROUND + BORDER + SHARP;
        for (int i = 0; i < result.length; i++) {
            double x = (i % columns + 0.5) / columns - 0.5;
            double y = (i / columns + 0.5) / rows - 0.5;
            double near = Math.exp(-(x * x + y * y) / (2 * PRIOR_WIDTH * PRIOR_WIDTH));
            double contrast = (WHOLE * whole[i] + AROUND * around[i] + BORDER * border[i] + SHARP * sharp[i]) / all;
            result[i] = (float) (contrast * (LEAST_PRIOR + (1 - LEAST_PRIOR) * near));
        }
        return result;
    }
}
