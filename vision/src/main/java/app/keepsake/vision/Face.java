package app.keepsake.vision;

import org.jspecify.annotations.Nullable;

/**
 * A face in a picture. The box lies within the upright image.
 *
 * @param x left edge, pixels
 * @param y top edge, pixels
 * @param width pixels
 * @param height pixels
 * @param score how sure the detector is, 0 to 1
 * @param landmarks null if the detector does not tell them
 */
public record Face(
        double x,
        double y,
        double width,
        double height,
        double score,
        @Nullable Landmarks landmarks) {
    public Face {
        if (!(width >= 0 && height >= 0 && score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "A face needs a width and height of at least 0 and a score in [0, 1], found %s x %s and %s."
                            .formatted(width, height, score));
        }
    }

    /** A face without landmarks. */
    public Face(double x, double y, double width, double height, double score) {
        this(x, y, width, height, score, null);
    }

    /** The same face, more or less sure. */
    public Face scored(double newScore) {
        return new Face(x, y, width, height, newScore, landmarks);
    }

    /** The same face in a picture that is {@code factor} times as large. */
    public Face scaled(double factor) {
        Landmarks there = landmarks == null ? null : landmarks.scaled(factor);
        return new Face(x * factor, y * factor, width * factor, height * factor, score, there);
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
