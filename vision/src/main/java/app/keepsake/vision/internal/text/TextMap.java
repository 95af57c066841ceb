package app.keepsake.vision.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely each pixel of a reduced picture is the core of a line of writing.
 *
 * @param likely probabilities {@code [rows, stride]}
 * @param stride floats from one row to the next
 * @param width of the part of each row that is picture
 * @param height rows that are picture
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TextMap(float[] likely, int stride, int width, int height) {
    private static final float LIKELY = 0.3f;
    private static final double SURE = 0.6;
    private static final int SMALLEST = 3;

    /** Whether there is anything that may be writing, however small: more pixels may tell. */
    public boolean hasAny() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (likely[y * stride + x] > LIKELY) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The cores of lines, from top to bottom as they begin. */
    List<TextCore> cores() {
        List<TextCore> cores = new ArrayList<>();
        boolean[] seen = new boolean[likely.length];
        Flood flood = new Flood(seen);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (likely[y * stride + x] > LIKELY && !seen[y * stride + x]) {
                    flood.from(x, y, cores);
                }
            }
        }
        return cores;
    }

    /** Floods from likely places, on an own stack since a page may be one region. */
    private final class Flood {
        private final boolean[] seen;
        private final int[] first = new int[height];
        private final int[] last = new int[height];
        private int[] stack = new int[256];
        private int depth;

        Flood(boolean[] seen) {
            this.seen = seen;
        }

        void from(int startX, int startY, List<TextCore> cores) {
            int left = startX;
            int right = startX;
            int bottom = startY;
            double sum = 0;
            int count = 0;
            visit(startX, startY);
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % stride;
                int y = at / stride;
                if (y > bottom || count == 0) {
                    Arrays.fill(first, count == 0 ? startY : bottom + 1, y + 1, Integer.MAX_VALUE);
                    Arrays.fill(last, count == 0 ? startY : bottom + 1, y + 1, 0);
                }
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = Math.max(bottom, y);
                first[y] = Math.min(first[y], x);
                last[y] = Math.max(last[y], x);
                sum += likely[at];
                count++;
                visit(x - 1, y);
                visit(x + 1, y);
                visit(x, y - 1);
                visit(x, y + 1);
            }
            int w = right - left + 1;
            int h = bottom - startY + 1;
            if (Math.min(w, h) >= SMALLEST && sum / count >= SURE) {
                cores.add(new TextCore(
                        left,
                        startY,
                        w,
                        Arrays.copyOfRange(first, startY, bottom + 1),
                        Arrays.copyOfRange(last, startY, bottom + 1)));
            }
        }

        private void visit(int x, int y) {
            int at = y * stride + x;
            if (x < 0 || y < 0 || x >= width || y >= height || seen[at] || likely[at] <= LIKELY) {
                return;
            }
            seen[at] = true;
            if (depth == stack.length) {
                stack = Arrays.copyOf(stack, 2 * depth);
            }
            stack[depth++] = at;
        }
    }
}
