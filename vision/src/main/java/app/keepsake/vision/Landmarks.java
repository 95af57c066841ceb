package app.keepsake.vision;

/**
 * Five points of a face in pixels; right and left as the person has them, so that the right eye of a face that looks at
 * the camera lies to the left of the left one.
 */
public record Landmarks(Point rightEye, Point leftEye, Point nose, Point rightMouth, Point leftMouth) {
    /** Coordinates in a list of numbers, see {@link #coordinates}. */
    public static final int COORDINATES = 10;

    /** A place in a picture, pixels. */
    public record Point(double x, double y) {}

    /** From x and y of each point in the order of the components. */
    public static Landmarks of(double[] coordinates) {
        if (coordinates.length != COORDINATES) {
            throw new IllegalArgumentException(
                    "Expected %d coordinates, found %d.".formatted(COORDINATES, coordinates.length));
        }
        Point[] points = new Point[COORDINATES / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(coordinates[2 * i], coordinates[2 * i + 1]);
        }
        return new Landmarks(points[0], points[1], points[2], points[3], points[4]);
    }

    /** x and y of each point in the order of the components. */
    public double[] coordinates() {
        return new double[] {
            rightEye.x,
            rightEye.y,
            leftEye.x,
            leftEye.y,
            nose.x,
            nose.y,
            rightMouth.x,
            rightMouth.y,
            leftMouth.x,
            leftMouth.y
        };
    }

    /** The same points in a picture that is {@code factor} times as large. */
    Landmarks scaled(double factor) {
        double[] coordinates = coordinates();
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] *= factor;
        }
        return of(coordinates);
    }
}
