package app.keepsake.vision.internal.text;

import app.keepsake.vision.TextCover;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Boxes of lines, each that of a core, grown by {@code area * 1.5 / perimeter} on every side as in the original, and how
 * much of a picture they cover.
 */
public final class TextRegions {
    private static final int GRID = 8;
    private static final double EDGE = 0.25;
    private static final double LARGE = 0.05;

    private final TextMap map;
    private final int width;
    private final int height;

    public TextRegions(TextMap map) {
        this.map = map;
        width = map.width();
        height = map.height();
    }

    private record Line(int left, int top, int right, int bottom) {
        int height() {
            return bottom - top;
        }
    }

    public TextCover cover() {
        List<Line> lines = new ArrayList<>();
        for (TextCore core : map.cores()) {
            lines.add(line(core));
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

    private Line line(TextCore core) {
        int w = core.width();
        int h = core.height();
        int growth = (int) Math.round(TextCore.GROWTH * w * h / (2.0 * (w + h)));
        return new Line(
                Math.max(0, core.left() - growth),
                Math.max(0, core.top() - growth),
                Math.min(width, core.left() + w + growth),
                Math.min(height, core.top() + h + growth));
    }
}
