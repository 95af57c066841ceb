package app.keepsake.vision.internal.portrait;

/** A place in a picture, in pixels; the first pixel's centre is at (0.5, 0.5). */
record Point(double x, double y) {
    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
