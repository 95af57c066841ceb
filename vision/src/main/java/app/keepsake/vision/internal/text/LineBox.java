package app.keepsake.vision.internal.text;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.pixels.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A line of writing: a rectangle that may be turned, in pixels of a picture.
 *
 * @param x of its middle
 * @param y of its middle
 * @param dx of the unit vector along the line, in the direction in which one reads
 * @param dy of that vector
 * @param length along the line
 * @param height across it
 */
public record LineBox(double x, double y, double dx, double dy, double length, double height) {
    /** A line that is so many times as high as long is read from top to bottom. */
    private static final double UPRIGHT = 1.5;

    /** More samples a pixel than this in each direction change nothing that a network would see. */
    private static final int MOST_SAMPLES = 4;

    private record Point(double x, double y) {}

    /** The lines of a map of another size, in the order in which one reads. */
    public static List<LineBox> of(TextMap map, double scale) {
        List<LineBox> boxes = new ArrayList<>();
        for (TextCore core : map.cores()) {
            boxes.add(around(core).scaled(scale));
        }
        return inOrder(boxes);
    }

    /** The smallest rectangle around a core, grown to the line's. */
    private static LineBox around(TextCore core) {
        List<Point> hull = hull(core);
        LineBox smallest = null;
        for (int i = 0; i < hull.size(); i++) {
            Point a = hull.get(i);
            Point b = hull.get((i + 1) % hull.size());
            double side = Math.hypot(b.x - a.x, b.y - a.y);
            LineBox box = along(hull, (b.x - a.x) / side, (b.y - a.y) / side);
            if (smallest == null || box.length * box.height < smallest.length * smallest.height) {
                smallest = box;
            }
        }
        if (smallest == null) {
            throw new IllegalStateException("A core without pixels.");
        }
        double growth = TextCore.GROWTH * smallest.length * smallest.height / (smallest.length + smallest.height);
        return new LineBox(
                        smallest.x,
                        smallest.y,
                        smallest.dx,
                        smallest.dy,
                        smallest.length + growth,
                        smallest.height + growth)
                .asRead();
    }

    private static LineBox along(List<Point> hull, double dx, double dy) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        double lower = Double.NEGATIVE_INFINITY;
        for (Point point : hull) {
            double u = point.x * dx + point.y * dy;
            double v = point.y * dx - point.x * dy;
            least = Math.min(least, u);
            most = Math.max(most, u);
            upper = Math.min(upper, v);
            lower = Math.max(lower, v);
        }
        double u = (least + most) / 2;
        double v = (upper + lower) / 2;
        return new LineBox(u * dx - v * dy, u * dy + v * dx, dx, dy, most - least, lower - upper);
    }

    /** Turned so that the direction is to the right, or down where the line is upright. */
    private LineBox asRead() {
        LineBox box = this;
        if (Math.abs(dx) < Math.abs(dy)) {
            box = new LineBox(x, y, -dy, dx, height, length);
        }
        if (box.dx < 0) {
            box = new LineBox(x, y, -box.dx, -box.dy, box.length, box.height);
        }
        return box.height >= UPRIGHT * box.length ? new LineBox(x, y, -box.dy, box.dx, box.height, box.length) : box;
    }

    private static List<Point> hull(TextCore core) {
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < core.height(); row++) {
            int y = core.top() + row;
            points.add(new Point(core.first()[row], y));
            points.add(new Point(core.first()[row], y + 1));
            points.add(new Point(core.last()[row] + 1, y));
            points.add(new Point(core.last()[row] + 1, y + 1));
        }
        points.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        List<Point> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int begin = hull.size();
            for (Point point : points) {
                while (hull.size() >= begin + 2 && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
                    hull.removeLast();
                }
                hull.add(point);
            }
            hull.removeLast();
            points = points.reversed();
        }
        return hull;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    private LineBox scaled(double scale) {
        return new LineBox(x * scale, y * scale, dx, dy, length * scale, height * scale);
    }

    /** Rows from top to bottom; what begins within the upper half of a row's first line is in that row. */
    private static List<LineBox> inOrder(List<LineBox> boxes) {
        boxes.sort(Comparator.comparingDouble(LineBox::y));
        List<LineBox> ordered = new ArrayList<>();
        List<LineBox> row = new ArrayList<>();
        for (LineBox box : boxes) {
            if (!row.isEmpty() && box.y - row.getFirst().y > row.getFirst().height / 2) {
                row.sort(Comparator.comparingDouble(LineBox::x));
                ordered.addAll(row);
                row.clear();
            }
            row.add(box);
        }
        row.sort(Comparator.comparingDouble(LineBox::x));
        ordered.addAll(row);
        return ordered;
    }

    /** Half of what it takes of the picture's width, turned as it is. */
    public double reachX() {
        return (Math.abs(dx) * length + Math.abs(dy) * height) / 2;
    }

    /** Half of what it takes of the picture's height. */
    public double reachY() {
        return (Math.abs(dy) * length + Math.abs(dx) * height) / 2;
    }

    /**
     * Cuts the line out and turns it upright.
     *
     * @param to {@code [rows, stride / 3, 3]}, values 0 to 255
     * @param columns that the whole length fills
     * @param stride floats from one row to the next
     */
    void cut(RgbImage image, float[] to, int rows, int columns, int stride) {
        double across = height / rows;
        double step = length / columns;
        int samples = Math.clamp((int) Math.ceil(Math.max(across, step)), 1, MOST_SAMPLES);
        float[] sum = new float[3];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Arrays.fill(sum, 0);
                for (int i = 0; i < samples * samples; i++) {
                    double u = (column + (i % samples + 0.5) / samples) * step - length / 2;
                    double v = (row + (i / samples + 0.5) / samples) * across - height / 2;
                    Sampling.add(image, x + u * dx - v * dy - 0.5, y + u * dy + v * dx - 0.5, sum);
                }
                for (int channel = 0; channel < 3; channel++) {
                    to[row * stride + 3 * column + channel] = sum[channel] / (samples * samples);
                }
            }
        }
    }
}
