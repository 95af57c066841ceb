package app.keepsake.vision;

import java.util.List;
import java.util.Set;

/** Faces that are no person's: what else is seen at their place says so. */
final class HeadsOfOthers {
    private static final Set<String> OTHERS = Set.of(
            "bird",
            "cat",
            "dog",
            "horse",
            "sheep",
            "cow",
            "elephant",
            "bear",
            "zebra",
            "giraffe",
            "teddy bear",
            "clock");

    /** Below it, the detector of things sees animals in people now and then. */
    private static final double SURE = 0.3;

    private HeadsOfOthers() {}

    /** @param things of the same picture */
    static boolean isOne(Face face, List<DetectedObject> things) {
        double other = 0;
        double person = 0;
        for (DetectedObject thing : things) {
            if (!holdsCentre(thing, face)) {
                continue;
            }
            if (OTHERS.contains(thing.name())) {
                other = Math.max(other, thing.score());
            } else if (thing.name().equals("person")) {
                person = Math.max(person, thing.score());
            }
        }
        return other >= SURE && other > person;
    }

    private static boolean holdsCentre(DetectedObject thing, Face face) {
        double x = face.x() + face.width() / 2;
        double y = face.y() + face.height() / 2;
        return x >= thing.x() && x <= thing.x() + thing.width() && y >= thing.y() && y <= thing.y() + thing.height();
    }
}
