package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;

/**
 * A labelled face in pixels.
 *
 * @param x left edge
 * @param y top edge
 * @param certain false for a place where there may or may not be a face
 * @param teacher the teachers' score for it, 0-1; NaN if no teacher saw it, or what they say does not count
 * @param points x and y of the right eye, left eye, tip of the nose, right and left corner of the mouth (right and left
 *     as the person has them); empty if not known
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on without copies.
public record FaceBox(float x, float y, float width, float height, boolean certain, float teacher, float[] points) {
    /** Coordinates of the five points. */
    public static final int COORDINATES = 10;

    /** For each coordinate's point the one that takes its place in a mirror. */
    private static final int[] MIRRORED = {1, 0, 2, 4, 3};

    private static final float[] NONE = {};

    public FaceBox(float x, float y, float width, float height, boolean certain, float teacher) {
        this(x, y, width, height, certain, teacher, NONE);
    }

    /** A detector's face. */
    public static FaceBox of(Face face, boolean certain) {
        return of(face, certain, NONE);
    }

    /** A detector's face with the five points that it saw. */
    public static FaceBox of(Face face, boolean certain, float[] points) {
        return new FaceBox(
                (float) face.x(),
                (float) face.y(),
                (float) face.width(),
                (float) face.height(),
                certain,
                (float) face.score(),
                points);
    }

    /** The box as detectors give it; labels that are turned inside out become empty. */
    public Face face() {
        return new Face(x, y, Math.max(0, width), Math.max(0, height), 1);
    }

    public boolean hasPoints() {
        return points.length == COORDINATES;
    }

    public FaceBox scored(float score) {
        return new FaceBox(x, y, width, height, certain, score, points);
    }

    public float centreX() {
        return x + width / 2;
    }

    public float centreY() {
        return y + height / 2;
    }

    /** Side of the square of the same area. */
    public float size() {
        return (float) Math.sqrt(Math.max(0, width) * Math.max(0, height));
    }

    public FaceBox scaled(double factor) {
        float[] there = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            there[i] = (float) (points[i] * factor);
        }
        return new FaceBox(
                (float) (x * factor),
                (float) (y * factor),
                (float) (width * factor),
                (float) (height * factor),
                certain,
                teacher,
                there);
    }

    public FaceBox moved(double dx, double dy) {
        float[] there = new float[points.length];
        for (int i = 0; i < points.length; i += 2) {
            there[i] = (float) (points[i] + dx);
            there[i + 1] = (float) (points[i + 1] + dy);
        }
        return new FaceBox((float) (x + dx), (float) (y + dy), width, height, certain, teacher, there);
    }

    /** Right and left points exchanged, as a mirror image's are; their places stay. */
    static float[] exchanged(float[] points) {
        float[] there = new float[points.length];
        for (int i = 0; i < points.length / 2; i++) {
            there[2 * i] = points[2 * MIRRORED[i]];
            there[2 * i + 1] = points[2 * MIRRORED[i] + 1];
        }
        return there;
    }
}
