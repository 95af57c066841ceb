package app.keepsake.training.internal.data;

import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.vision.Face;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Joins labels and what the teachers say. A labelled face is a face; where the teachers see it too, its box is the mean
 * of both, and it takes along their points and their score. A face that only teachers see is a face if they agree, and
 * otherwise a place that teaches nothing: small and blurred faces are often not labelled, and teachers err.
 */
public final class Knowledge {
    private static final double SAME = 0.3;

    /** From this score on teachers agree. */
    private static final double AGREED = 0.62;

    /** A place with less of the teachers' score is no face. */
    private static final double POSSIBLE = 0.2;

    /** Teachers take many an animal's face for a person's. */
    private static final double AGREED_AMONG_ANIMALS = 0.82;

    private static final double POSSIBLE_AMONG_ANIMALS = 0.5;

    private static final double POSSIBLE_WITHOUT_PEOPLE = 0.6;

    private Knowledge() {}

    public static List<FaceBox> join(List<FaceBox> labels, List<SeenFace> taught, Kind kind) {
        List<FaceBox> known = new ArrayList<>();
        Set<SeenFace> confirmed = new HashSet<>();
        for (FaceBox label : labels) {
            SeenFace best = null;
            for (SeenFace face : taught) {
                if (face.box().overlap(label.face()) > SAME) {
                    confirmed.add(face);
                    best = best == null || face.box().score() > best.box().score() ? face : best;
                }
            }
            known.add(best == null ? label : mean(label, best));
        }
        for (SeenFace face : taught) {
            double score = face.box().score();
            if (!confirmed.contains(face) && score > possible(kind)) {
                known.add(taught(face, score > agreed(kind), kind));
            }
        }
        return known;
    }

    /** Where people are, the teachers' doubt is taught as it is; elsewhere it teaches nothing. */
    private static FaceBox taught(SeenFace face, boolean certain, Kind kind) {
        FaceBox box = FaceBox.of(face.box(), certain, face.points());
        boolean people = kind == Kind.LABELLED || kind == Kind.UNLABELLED;
        return certain || people ? box : box.scored(Float.NaN);
    }

    private static double possible(Kind kind) {
        return switch (kind) {
            case NO_PEOPLE -> POSSIBLE_WITHOUT_PEOPLE;
            case ANIMALS -> POSSIBLE_AMONG_ANIMALS;
            case LABELLED, UNLABELLED -> POSSIBLE;
        };
    }

    private static double agreed(Kind kind) {
        return switch (kind) {
            case NO_PEOPLE -> 1;
            case ANIMALS -> AGREED_AMONG_ANIMALS;
            case LABELLED, UNLABELLED -> AGREED;
        };
    }

    private static FaceBox mean(FaceBox label, SeenFace seen) {
        Face box = seen.box();
        return new FaceBox(
                (float) (label.x() + box.x()) / 2,
                (float) (label.y() + box.y()) / 2,
                (float) (label.width() + box.width()) / 2,
                (float) (label.height() + box.height()) / 2,
                true,
                (float) box.score(),
                box.score() > POSSIBLE ? seen.points() : new float[0]);
    }
}
