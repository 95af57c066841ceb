package app.keepsake.vision.internal.faces;

import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps of boxes that overlap only the one with the best score. */
final class Suppression {
    private static final Comparator<Face> BEST_FIRST = Comparator.comparingDouble(Face::score)
            .reversed()
            // Ties are broken by place, so that the order of computation does not show.
            .thenComparingDouble(Face::y)
            .thenComparingDouble(Face::x)
            .thenComparingDouble(Face::width);

    private Suppression() {}

    /** @param limit overlap (intersection over union) above which the lesser box goes */
    static List<Face> apply(List<Face> faces, double limit) {
        List<Face> kept = new ArrayList<>();
        for (Face face : faces.stream().sorted(BEST_FIRST).toList()) {
            if (kept.stream().noneMatch(better -> better.overlap(face) > limit)) {
                kept.add(face);
            }
        }
        return kept;
    }
}
