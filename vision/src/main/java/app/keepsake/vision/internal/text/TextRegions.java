package app.keepsake.vision.internal.text;

import app.keepsake.vision.TextCover;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Joins the places where writing is likely to lines. The network is trained to mark the core of each line; its box is
 * that core's, grown by {@code area * 1.5 / perimeter} on every side as in the original.
 */
public final class TextRegions {
    private static final float LIKELY = 0.3f;
    private static final double SURE = 0.6;
    private static final double GROWTH = 1.5;
    private static final int SMALLEST = 3;
    private static final int GRID = 8;
    private static final double EDGE = 0.25;
    private static final double LARGE = 0.05;

    private final float[] likely;
    private final int stride;
    private final int width;
    private final int height;
    private final boolean[] seen;

    /**
     * @param likely probabilities {@code [rows, stride]}
     * @param width of the part of each row that is picture
     * @param height rows that are picture
     */
    public TextRegions(float[] likely, int stride, int width, int height) {
        this.likely = likely;
        this.stride = stride;
        this.width = width;
        this.height = height;
        this.seen = new boolean[likely.length];
    }

    private record Line(int left, int top, int right, int bottom) {
        int height() {
            return bottom - top;
        }
    }

    public TextCover cover() {
        List<Line> lines = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (likely[y * stride + x] > LIKELY && !seen[y * stride + x]) {
                    addLine(x, y, lines);
                }
            }
        }
        if (lines.isEmpty()) {
            return TextCover.NONE;
        }
        BitSet covered = new BitSet(width * height);
        BitSet fields = new BitSet(GRID * GRID);
        for (Line line : lines) {
            for (int y = line.top; y < line.bottom; y++) {
                covered.set(y * width + line.left, y * width + line.right);
            }
            mark(line, fields);
        }
        int[] heights = lines.stream().mapToInt(Line::height).sorted().toArray();
        return new TextCover(
                covered.cardinality() / (double) (width * height),
                lines.size(),
                heights[heights.length / 2] / (double) height,
                fields.cardinality() / (double) (GRID * GRID),
                caption(lines));
    }

    /** As in pictures that are passed around: a line or two of large letters at the edges, and none between. */
    private double caption(List<Line> lines) {
        int widest = 0;
        for (Line line : lines) {
            double middle = (line.top + line.bottom) / (2.0 * height);
            if (middle > EDGE && middle < 1 - EDGE) {
                return 0;
            }
            if (line.height() >= LARGE * height) {
                widest = Math.max(widest, line.right - line.left);
            }
        }
        return widest / (double) width;
    }

    private void mark(Line line, BitSet fields) {
        for (int y = line.top * GRID / height; y <= (line.bottom - 1) * GRID / height; y++) {
            fields.set(y * GRID + line.left * GRID / width, y * GRID + (line.right - 1) * GRID / width + 1);
        }
    }

    /** Floods from a likely place, on an own stack since a page may be one region. */
    private void addLine(int startX, int startY, List<Line> lines) {
        int[] stack = new int[256];
        int depth = 0;
        stack[depth++] = startY * stride + startX;
        seen[startY * stride + startX] = true;
        int left = startX;
        int right = startX;
        int top = startY;
        int bottom = startY;
        double sum = 0;
        int count = 0;
        while (depth > 0) {
            int at = stack[--depth];
            int x = at % stride;
            int y = at / stride;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            sum += likely[at];
            count++;
            if (depth + 4 > stack.length) {
                stack = Arrays.copyOf(stack, 2 * stack.length);
            }
            depth = visit(x - 1, y, stack, depth);
            depth = visit(x + 1, y, stack, depth);
            depth = visit(x, y - 1, stack, depth);
            depth = visit(x, y + 1, stack, depth);
        }
        int w = right - left + 1;
        int h = bottom - top + 1;
        if (Math.min(w, h) >= SMALLEST && sum / count >= SURE) {
            int growth = (int) Math.round(GROWTH * w * h / (2.0 * (w + h)));
            lines.add(new Line(
                    Math.max(0, left - growth),
                    Math.max(0, top - growth),
                    Math.min(width, right + 1 + growth),
                    Math.min(height, bottom + 1 + growth)));
        }
    }

    private int visit(int x, int y, int[] stack, int depth) {
        int at = y * stride + x;
        if (x < 0 || y < 0 || x >= width || y >= height || seen[at] || likely[at] <= LIKELY) {
            return depth;
        }
        seen[at] = true;
        stack[depth] = at;
        return depth + 1;
    }
}
