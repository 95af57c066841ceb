package app.keepsake.vision.internal.portrait;

import java.util.List;

/**
 * Where the eyes' corners and the nose's base of an average face lie in the square that dlib's network was trained on
 * ({@code get_face_chip_details} with a padding of a quarter).
 */
final class Alignment {
    private static final double PADDING = 0.25;

    private static final List<Point> AVERAGE = List.of(
            place(0.1205750620789, 0.2137274526848),
            place(0.3340850613712, 0.2290642403242),
            place(0.6460604764104, 0.2289674387677),
            place(0.8595674595992, 0.2134981538014),
            place(0.4901123135679, 0.6277975316475));

    private Alignment() {}

    private static Point place(double x, double y) {
        return new Point((PADDING + x) / (1 + 2 * PADDING), (PADDING + y) / (1 + 2 * PADDING));
    }

    /** From a square of {@code size} pixels, in which the face stands like the average one, to the picture. */
    static Similarity of(Mesh mesh, int size) {
        List<Point> there = AVERAGE.stream()
                .map(point -> new Point(point.x() * size, point.y() * size))
                .toList();
        List<Point> here = List.of(
                mesh.point(Mesh.LEFT_EYE_OUTER),
                mesh.point(Mesh.LEFT_EYE_INNER),
                mesh.point(Mesh.RIGHT_EYE_INNER),
                mesh.point(Mesh.RIGHT_EYE_OUTER),
                mesh.point(Mesh.UNDER_NOSE));
        return Similarity.fit(there, here);
    }
}
