package app.keepsake.vision.internal.scenes;

import app.keepsake.vision.Label;
import app.keepsake.vision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Labels from the scene head, whose classes are labels themselves, and their sums indoors and outdoors. */
public final class SceneLabels {
    private static final double LEAST = 0.3;
    /** The head's class for pictures that are of none of the others. */
    private static final String OTHER = "other";

    private static final Set<String> INDOORS = Set.of("kitchen", "shop", "living room", "bedroom", "office");

    private SceneLabels() {}

    /**
     * @param likely the head's probabilities
     * @param verdicts a picture of paper or of a screen shows no scene
     */
    public static List<Label> of(Map<String, Double> likely, List<Verdict> verdicts, String source) {
        if (verdicts.stream().anyMatch(verdict -> verdict.probability() >= 0.5)) {
            return List.of();
        }
        List<Label> labels = new ArrayList<>();
        likely.forEach((name, probability) -> {
            if (!name.equals(OTHER) && probability >= LEAST) {
                labels.add(new Label(name, probability, source));
            }
        });
        double inside = sum(likely, INDOORS);
        double outside = 1 - inside - likely.getOrDefault(OTHER, 0.0);
        if (inside >= 0.5) {
            labels.add(new Label("indoors", inside, source));
        }
        if (outside >= 0.5) {
            labels.add(new Label("outdoors", outside, source));
        }
        return labels;
    }

    private static double sum(Map<String, Double> likely, Set<String> names) {
        return names.stream()
                .mapToDouble(name -> likely.getOrDefault(name, 0.0))
                .sum();
    }
}
