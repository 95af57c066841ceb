package app.keepsake.training.internal.teachers;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks a detector twice, with the picture and with its mirror image, and joins the answers: boxes become the mean of
 * both, scores too, a face that is missing in one answer having the score 0 there.
 */
public record MirroredDetector(FaceDetector detector) implements FaceDetector {
    private static final double SAME = 0.45;

    @Override
    public List<Face> detect(RgbImage image) {
        List<Face> mirrored = new ArrayList<>();
        for (Face face : detector.detect(Views.mirrored(image))) {
            mirrored.add(Views.mirrored(face, image.width()));
        }
        List<Face> joined = new ArrayList<>();
        for (Face face : detector.detect(image)) {
            Face twin = mirrored.stream()
                    .filter(other -> face.overlap(other) > SAME)
                    .max(Comparator.comparingDouble(face::overlap))
                    .orElse(null);
            joined.add(twin == null ? halved(face) : mean(face, twin));
            mirrored.remove(twin);
        }
        mirrored.forEach(face -> joined.add(halved(face)));
        joined.sort(Comparator.comparingDouble(Face::score).reversed());
        return joined;
    }

    private static Face halved(Face face) {
        return new Face(face.x(), face.y(), face.width(), face.height(), face.score() / 2);
    }

    private static Face mean(Face a, Face b) {
        return new Face(
                (a.x() + b.x()) / 2,
                (a.y() + b.y()) / 2,
                (a.width() + b.width()) / 2,
                (a.height() + b.height()) / 2,
                (a.score() + b.score()) / 2);
    }

    @Override
    public String version() {
        return detector.version() + ", mirrored";
    }

    @Override
    public void close() {
        detector.close();
    }
}
