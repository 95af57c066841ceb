package app.keepsake.vision.internal.portrait;

import java.util.List;

/**
 * Where the eyes, the tip of the nose and the corners of the mouth lie in the square of 112 pixels that recognition
 * networks are trained on (J. Deng and others, "ArcFace", 2019).
 */
final class Alignment {
    private static final double SIDE = 112;

    private static final List<Point> PLACES = List.of(
            new Point(38.2946, 51.6963),
            new Point(73.5318, 51.5014),
            new Point(56.0252, 71.7366),
            new Point(41.5493, 92.3655),
            new Point(70.7299, 92.2041));

    private Alignment() {}

    /** From a square of {@code size} pixels, in which the face stands as networks expect it, to the picture. */
    static Similarity of(Mesh mesh, int size) {
        List<Point> there = PLACES.stream()
                .map(point -> new Point(point.x() * size / SIDE, point.y() * size / SIDE))
                .toList();
        List<Point> here = List.of(
                mesh.leftEye(),
                mesh.rightEye(),
                mesh.point(Mesh.TIP_OF_NOSE),
                mesh.point(Mesh.LEFT_OF_MOUTH),
                mesh.point(Mesh.RIGHT_OF_MOUTH));
        return Similarity.fit(there, here);
    }
}
