package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import java.util.Comparator;
import java.util.List;

/**
 * How well what a picture is about lies in it.
 *
 * @param size of the subject: 1 from a tenth of the picture up, less if it is small; 0.5 if there is no subject
 * @param place 1 if the subject's middle is in the picture's or on a third, 0 if it is at the edge; 0.5 without subject
 * @param whole 1 if no subject is cut by the picture's edge, less the more of them are
 */
public record Composition(double size, double place, double whole) {
    private static final Composition WITHOUT_SUBJECT = new Composition(0.5, 0.5, 1);
    private static final double LARGE = 0.1;
    private static final double SMALLEST = 0.01;
    private static final double SURE = 0.35;
    private static final double[] GOOD_PLACES = {1 / 3.0, 0.5, 2 / 3.0};

    /**
     * @param faces in pixels of the image
     * @param objects in pixels of the image; they count where there are no faces
     */
    static Composition of(RgbImage image, List<Face> faces, List<DetectedObject> objects) {
        List<Face> subjects = faces.isEmpty() ? mainThing(objects, image) : faces;
        if (subjects.isEmpty()) {
            return WITHOUT_SUBJECT;
        }
        double weight = 0;
        double x = 0;
        double y = 0;
        double whole = 0;
        for (Face one : subjects) {
            double area = one.width() * one.height();
            weight += area;
            x += area * (one.x() + one.width() / 2) / image.width();
            y += area * (one.y() + one.height() / 2) / image.height();
            whole += isCut(one, image) ? 0 : 1;
        }
        // A face stands for a person, who is some six times as large.
        double share = weight * (faces.isEmpty() ? 1 : 6) / ((double) image.width() * image.height());
        double place = Math.sqrt(nearness(x / weight) * nearness(y / weight));
        return new Composition(Math.min(1, share / LARGE), place, whole / subjects.size());
    }

    /** The largest thing that the detector is sure of, if it is not too small to be what the picture is about. */
    static List<Face> mainThing(List<DetectedObject> objects, RgbImage image) {
        double least = SMALLEST * image.width() * image.height();
        return objects.stream()
                .filter(thing -> thing.score() >= SURE && thing.area() >= least)
                .max(Comparator.comparingDouble(DetectedObject::area))
                .map(thing -> new Face(thing.x(), thing.y(), thing.width(), thing.height(), thing.score()))
                .stream()
                .toList();
    }

    private static boolean isCut(Face one, RgbImage image) {
        return one.x() < 1
                || one.y() < 1
                || one.x() + one.width() > image.width() - 1
                || one.y() + one.height() > image.height() - 1;
    }

    private static double nearness(double at) {
        double nearest = 1;
        for (double good : GOOD_PLACES) {
            nearest = Math.min(nearest, Math.abs(at - good));
        }
        return Math.max(0, 1 - 3 * nearest);
    }

    /** 0 to 1, higher is better. */
    public double score() {
        return 0.4 * size + 0.4 * place + 0.2 * whole;
    }
}
