package app.keepsake.catalog;

/**
 * A part of the upright picture; each number is 0 to 1, from the left and top.
 */
public record Box(double x, double y, double width, double height) {
    public double area() {
        return width * height;
    }

    /** Intersection over union, 0 to 1. */
    public double overlap(Box other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (area() + other.area() - w * h);
    }
}
