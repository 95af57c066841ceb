package app.keepsake.training.internal.evaluation;

import app.keepsake.training.internal.data.TruthPhoto;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The share of faces that are found at the default score, by what the labels say of them, by size and by turn. */
public final class GroupRecall {
    private static final double OVERLAP = 0.5;
    private static final int SMALLEST = 16;
    private static final int[] SIZES = {SMALLEST, 24, 40, 80};

    private final Map<String, int[]> groups = new TreeMap<>();

    void add(TruthPhoto photo, List<Face> found) {
        List<Face> free = new ArrayList<>(found.stream()
                .filter(face -> face.score() >= FaceDetector.MINIMUM_SCORE)
                .toList());
        for (int i = 0; i < photo.faces().size(); i++) {
            Face face = photo.faces().get(i);
            Face answer = free.stream()
                    .filter(other -> other.overlap(face) >= OVERLAP)
                    .findFirst()
                    .orElse(null);
            free.remove(answer);
            if (face.height() >= SMALLEST) {
                count("kind " + photo.kinds().get(i), answer != null);
                count(size(face), answer != null);
                Landmarks points = face.landmarks();
                if (points != null) {
                    count("turn " + Turn.of(points, face.width()), answer != null);
                }
            }
        }
    }

    private static String size(Face face) {
        int from = SMALLEST;
        for (int size : SIZES) {
            from = face.height() >= size ? size : from;
        }
        return "from %3d px".formatted(from);
    }

    private void count(String group, boolean found) {
        int[] counts = groups.computeIfAbsent(group, name -> new int[2]);
        counts[0] += found ? 1 : 0;
        counts[1]++;
    }

    /** Found and all faces of each group. */
    public Map<String, int[]> groups() {
        return groups;
    }
}
