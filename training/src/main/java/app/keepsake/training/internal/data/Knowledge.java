package app.keepsake.training.internal.data;

import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Joins labels and the teacher's opinion. A labelled face is a face, and takes along the teacher's score as a soft
 * target. A face that only the teacher sees is a face in a photo without labels if the teacher is sure, and otherwise a
 * place that teaches nothing: small and blurred faces are often not labelled, and teachers err.
 */
public final class Knowledge {
    private static final double SAME = 0.3;
    private static final double SURE = 0.7;

    /** A place with less of a teacher's score is no face. */
    static final double POSSIBLE = 0.12;

    private Knowledge() {}

    public static List<FaceBox> join(List<FaceBox> labels, List<Face> teacher, Kind kind) {
        List<FaceBox> known = new ArrayList<>();
        Set<Face> confirmed = new HashSet<>();
        for (FaceBox label : labels) {
            double score = 0;
            for (Face face : teacher) {
                if (face.overlap(label.face()) > SAME) {
                    confirmed.add(face);
                    score = Math.max(score, face.score());
                }
            }
            known.add(label.scored((float) score));
        }
        for (Face face : teacher) {
            if (!confirmed.contains(face) && face.score() > POSSIBLE) {
                boolean certain = kind == Kind.UNLABELLED && face.score() > SURE;
                known.add(FaceBox.of(face, certain));
            }
        }
        return known;
    }
}
