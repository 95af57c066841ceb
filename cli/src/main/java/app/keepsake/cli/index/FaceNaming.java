package app.keepsake.cli.index;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.Face;
import app.keepsake.media.NamedRegion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the names that other programs wrote into a file to the faces that were found in it. They draw boxes around heads
 * or faces; a centre within the face is what they agree on.
 */
final class FaceNaming {

    private FaceNaming() {}

    /**
     * @param faces in pixels of a picture of {@code width} x {@code height}
     * @return by left edge, as the catalog keeps them
     */
    static List<Face> of(List<app.keepsake.vision.Face> faces, int width, int height, List<NamedRegion> regions) {
        return faces.stream()
                .sorted(Comparator.comparingDouble(app.keepsake.vision.Face::x))
                .map(face -> named(inFractions(face, width, height), regions))
                .toList();
    }

    private static Face inFractions(app.keepsake.vision.Face face, int width, int height) {
        Box box = new Box(face.x() / width, face.y() / height, face.width() / width, face.height() / height);
        return Face.detected(box, face.score());
    }

    private static Face named(Face face, List<NamedRegion> regions) {
        Optional<NamedRegion> nearest = regions.stream()
                .filter(region -> holdsCentre(face.box(), region))
                .min(Comparator.comparingDouble(region -> distance(face.box(), region)));
        return nearest.map(region -> face.withNameHint(region.name())).orElse(face);
    }

    private static boolean holdsCentre(Box face, NamedRegion region) {
        double x = region.x() + region.width() / 2;
        double y = region.y() + region.height() / 2;
        return x >= face.x() && x <= face.x() + face.width() && y >= face.y() && y <= face.y() + face.height();
    }

    private static double distance(Box face, NamedRegion region) {
        double dx = region.x() + region.width() / 2 - face.x() - face.width() / 2;
        double dy = region.y() + region.height() / 2 - face.y() - face.height() / 2;
        return Math.hypot(dx, dy);
    }
}
