package app.keepsake.vision;

/**
 * A face in a picture. The box lies within the upright image.
 *
 * @param x left edge, pixels
 * @param y top edge, pixels
 * @param width pixels
 * @param height pixels
 * @param score how sure the detector is, 0 to 1
 */
public record Face(double x, double y, double width, double height, double score) {
    public Face {
        if (!(width >= 0 && height >= 0 && score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "A face needs a width and height of at least 0 and a score in [0, 1], found %s x %s and %s."
                            .formatted(width, height, score));
        }
    }

    /** The same face in a picture that is {@code factor} times as large. */
    public Face scaled(double factor) {
        return new Face(x * factor, y * factor, width * factor, height * factor, score);
    }

    /** Intersection over union with another box, 0 to 1. */
    public double overlap(Face other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double shared = across * down;
        return shared / (width * height + other.width * other.height - shared);
    }
}
