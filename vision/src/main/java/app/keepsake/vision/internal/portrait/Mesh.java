package app.keepsake.vision.internal.portrait;

/**
 * The 468 points of MediaPipe's face mesh (Y. Kartynnik and others, 2019) in a picture. Left and right are the
 * picture's.
 *
 * @param xy shape {@code [468, 2]}, pixels of the picture
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from step to step without copies.
record Mesh(float[] xy) {
    static final int POINTS = 468;

    static final int LEFT_EYE_OUTER = 33;
    static final int LEFT_EYE_INNER = 133;
    static final int RIGHT_EYE_INNER = 362;
    static final int RIGHT_EYE_OUTER = 263;
    static final int TIP_OF_NOSE = 1;
    static final int LEFT_OF_MOUTH = 61;
    static final int RIGHT_OF_MOUTH = 291;

    Point point(int number) {
        return new Point(xy[2 * number], xy[2 * number + 1]);
    }

    Point leftEye() {
        return point(LEFT_EYE_OUTER).middle(point(LEFT_EYE_INNER));
    }

    Point rightEye() {
        return point(RIGHT_EYE_OUTER).middle(point(RIGHT_EYE_INNER));
    }

    /** How far the face is turned in the picture's plane, radians; 0 is upright, clockwise is positive. */
    double roll() {
        Point left = leftEye();
        Point right = rightEye();
        return Math.atan2(right.y() - left.y(), right.x() - left.x());
    }
}
