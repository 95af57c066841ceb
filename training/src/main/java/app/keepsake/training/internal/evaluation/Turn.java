package app.keepsake.training.internal.evaluation;

import app.keepsake.training.internal.data.TruthPhoto;
import app.keepsake.vision.Face;
import app.keepsake.vision.Landmarks;
import java.util.ArrayList;
import java.util.List;

/** How far a face is turned aside, by how far its nose lies from the middle between its eyes. */
public enum Turn {
    /** By up to about 15 degrees. */
    FRONT,
    /** By up to about 40 degrees. */
    HALF,
    SIDE;

    private static final double SAME = 0.4;
    private static final double HALF_FROM = 0.08;
    private static final double SIDE_FROM = 0.18;

    static Turn of(Landmarks points, double width) {
        double between = (points.leftEye().x() + points.rightEye().x()) / 2;
        double off = Math.abs(points.nose().x() - between) / width;
        return off < HALF_FROM ? FRONT : off < SIDE_FROM ? HALF : SIDE;
    }

    /** The same photo; its faces have the points of those that a detector has found there. */
    public static TruthPhoto pointed(TruthPhoto photo, List<Face> found) {
        List<Face> faces = new ArrayList<>();
        for (Face face : photo.faces()) {
            Landmarks points = found.stream()
                    .filter(other -> other.overlap(face) >= SAME)
                    .findFirst()
                    .map(Face::landmarks)
                    .orElse(null);
            faces.add(new Face(face.x(), face.y(), face.width(), face.height(), face.score(), points));
        }
        return new TruthPhoto(photo.file(), faces, photo.kinds());
    }
}
