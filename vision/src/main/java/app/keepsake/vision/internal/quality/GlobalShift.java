package app.keepsake.vision.internal.quality;

import java.util.Arrays;

/**
 * How two small pictures of one clip differ: by a way of the whole, which is the camera's, and by a rest, which is what moves
 * in front of it. Pictures should be soft, since a way is rarely one of whole pixels.
 *
 * @param way of the whole picture, in parts of its width
 * @param rest mean difference of luma that is left, 0 to 1
 * @param most the same of the tenth of the picture's fields that differ most
 */
public record GlobalShift(double way, double rest, double most) {
    public static final GlobalShift NONE = new GlobalShift(0, 0, 0);

    private static final int FIELD = 8;

    /** Of the smaller side; further ways are cuts. */
    private static final int FARTHEST = 6;

    /**
     * Compares two pictures.
     *
     * @param before luma, shape {@code [height, width]}, 0 to 255
     * @param after of the same size
     */
    public static GlobalShift between(float[] before, float[] after, int width, int height) {
        double[][] costs = new double[2 * FARTHEST + 1][2 * FARTHEST + 1];
        int bestX = 0;
        int bestY = 0;
        double least = Double.MAX_VALUE;
        for (int dy = -FARTHEST; dy <= FARTHEST; dy++) {
            for (int dx = -FARTHEST; dx <= FARTHEST; dx++) {
                double cost = cost(before, after, width, height, dx, dy);
                costs[dy + FARTHEST][dx + FARTHEST] = cost;
                // A flat picture has not moved.
                if (cost < least - 1e-6 || cost < least + 1e-6 && dx * dx + dy * dy < bestX * bestX + bestY * bestY) {
                    least = Math.min(least, cost);
                    bestX = dx;
                    bestY = dy;
                }
            }
        }
        double x = bestX + between(costs, bestX, bestY, 1, 0);
        double y = bestY + between(costs, bestX, bestY, 0, 1);
        double[] fields = fields(before, after, width, height, x, y);
        Arrays.sort(fields);
        double rest = Arrays.stream(fields).average().orElse(0);
        int tenth = Math.max(1, fields.length / 10);
        double most = Arrays.stream(fields, fields.length - tenth, fields.length)
                .average()
                .orElse(0);
        return new GlobalShift(Math.hypot(x, y) / width, rest / 255, most / 255);
    }

    /** Mean differences of all fields after a shift by parts of pixels; of what is not seen in both, nothing. */
    private static double[] fields(float[] before, float[] after, int width, int height, double dx, double dy) {
        int left = (int) Math.floor(dx);
        int top = (int) Math.floor(dy);
        double u = dx - left;
        double v = dy - top;
        int across = (width + FIELD - 1) / FIELD;
        double[] sums = new double[across * ((height + FIELD - 1) / FIELD)];
        int[] counts = new int[sums.length];
        for (int y = Math.max(0, -top); y < Math.min(height, height - top - 1); y++) {
            for (int x = Math.max(0, -left); x < Math.min(width, width - left - 1); x++) {
                int at = (y + top) * width + x + left;
                double upper = (1 - u) * after[at] + u * after[at + 1];
                double lower = (1 - u) * after[at + width] + u * after[at + width + 1];
                int field = y / FIELD * across + x / FIELD;
                sums[field] += Math.abs(before[y * width + x] - (1 - v) * upper - v * lower);
                counts[field]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }

    /** Mean difference where both are seen after a shift. */
    private static double cost(float[] before, float[] after, int width, int height, int dx, int dy) {
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
            for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
                sum += Math.abs(before[y * width + x] - after[(y + dy) * width + x + dx]);
                count++;
            }
        }
        return sum / count;
    }

    /** Where between whole pixels the least lies: two straight slopes meet there, as absolute differences have them. */
    private static double between(double[][] costs, int x, int y, int dx, int dy) {
        if (Math.abs(x) == FARTHEST || Math.abs(y) == FARTHEST) {
            return 0;
        }
        double left = costs[y - dy + FARTHEST][x - dx + FARTHEST];
        double right = costs[y + dy + FARTHEST][x + dx + FARTHEST];
        double steep = Math.max(left, right) - costs[y + FARTHEST][x + FARTHEST];
        return steep < 1e-9 ? 0 : (left - right) / (2 * steep);
    }
}
