package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;

/**
 * A labelled face in pixels.
 *
 * @param x left edge
 * @param y top edge
 * @param certain false for a place where there may or may not be a face: it teaches nothing
 * @param teacher the teacher's score for it, 0-1; NaN if no teacher was asked
 */
public record FaceBox(float x, float y, float width, float height, boolean certain, float teacher) {
    /** A detector's face. */
    public static FaceBox of(Face face, boolean certain) {
        return new FaceBox(
                (float) face.x(), (float) face.y(), (float) face.width(), (float) face.height(), certain, (float)
                        face.score());
    }

    /** The box as detectors give it; labels that are turned inside out become empty. */
    public Face face() {
        return new Face(x, y, Math.max(0, width), Math.max(0, height), 1);
    }

    public FaceBox scored(float score) {
        return new FaceBox(x, y, width, height, certain, score);
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
        return new FaceBox(
                (float) (x * factor),
                (float) (y * factor),
                (float) (width * factor),
                (float) (height * factor),
                certain,
                teacher);
    }

    public FaceBox moved(double dx, double dy) {
        return new FaceBox((float) (x + dx), (float) (y + dy), width, height, certain, teacher);
    }
}
