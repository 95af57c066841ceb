package app.keepsake.vision.internal.portrait;

import java.util.List;

/**
 * A rotation, a scaling and a shift: {@code x' = a x - b y + dx}, {@code y' = b x + a y + dy}. Maps places of a cut-out
 * to places of the picture that it is cut from.
 */
record Similarity(double a, double b, double dx, double dy) {
    /** The square of {@code side} pixels around {@code centre}, turned by {@code angle} radians, as {@code size} pixels. */
    static Similarity square(Point centre, double side, double angle, int size) {
        double scale = side / size;
        double a = scale * Math.cos(angle);
        double b = scale * Math.sin(angle);
        double half = size / 2.0;
        return new Similarity(a, b, centre.x() - a * half + b * half, centre.y() - b * half - a * half);
    }

    /**
     * The one that brings points nearest to others, by least squares (S. Umeyama, 1991, in the plane and without
     * mirroring).
     *
     * @param from at least two different points
     * @param to as many
     */
    static Similarity fit(List<Point> from, List<Point> to) {
        Point middleFrom = mean(from);
        Point middleTo = mean(to);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - middleFrom.x();
            double y = from.get(i).y() - middleFrom.y();
            double u = to.get(i).x() - middleTo.x();
            double v = to.get(i).y() - middleTo.y();
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }
        double a = along / spread;
        double b = across / spread;
        return new Similarity(
                a,
                b,
                middleTo.x() - a * middleFrom.x() + b * middleFrom.y(),
                middleTo.y() - b * middleFrom.x() - a * middleFrom.y());
    }

    private static Point mean(List<Point> points) {
        double x = 0;
        double y = 0;
        for (Point point : points) {
            x += point.x();
            y += point.y();
        }
        return new Point(x / points.size(), y / points.size());
    }

    Point apply(double x, double y) {
        return new Point(a * x - b * y + dx, b * x + a * y + dy);
    }

    /** Picture pixels for each pixel of the cut-out. */
    double scale() {
        return Math.hypot(a, b);
    }
}
