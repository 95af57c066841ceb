package app.keepsake.vision.internal.scenes;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.DetectedObject;
import app.keepsake.vision.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Labels from things: each kind by its own name, and what kinds have in common ("pet", "food", "sports"). A score
 * becomes a probability by a logistic curve through two estimated points: of the things scored about 0.35 half are taken
 * to be right, of those about 0.55 nine in ten.
 */
public final class ObjectLabels {
    private static final double EVEN = 0.35;
    private static final double STEEPNESS = 11;
    private static final double LEAST = 0.3;
    /** Things smaller than this part of the picture are not what it is about. */
    private static final double SMALLEST = 0.002;

    private static final Map<String, Set<String>> GROUPS = Map.of(
            "pet", Set.of("dog", "cat"),
            "animal", Set.of("bird", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe", "dog", "cat"),
            "food",
                    Set.of(
                            "banana",
                            "apple",
                            "sandwich",
                            "orange",
                            "broccoli",
                            "carrot",
                            "hot dog",
                            "pizza",
                            "donut",
                            "cake"),
            "vehicle", Set.of("bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat"),
            "sports",
                    Set.of(
                            "frisbee",
                            "skis",
                            "snowboard",
                            "sports ball",
                            "baseball bat",
                            "baseball glove",
                            "skateboard",
                            "surfboard",
                            "tennis racket"));

    private ObjectLabels() {}

    /** @param source what found the things */
    public static List<Label> of(List<DetectedObject> things, RgbImage image, String source) {
        double least = SMALLEST * image.width() * image.height();
        Map<String, Double> best = new HashMap<>();
        for (DetectedObject thing : things) {
            double likely = probability(thing.score());
            if (thing.width() * thing.height() >= least && likely >= LEAST) {
                Stream.concat(Stream.of(thing.name()), groups(thing.name()))
                        .forEach(name -> best.merge(name, likely, Math::max));
            }
        }
        return best.entrySet().stream()
                .map(entry -> new Label(entry.getKey(), entry.getValue(), source))
                .toList();
    }

    private static Stream<String> groups(String name) {
        return GROUPS.entrySet().stream()
                .filter(group -> group.getValue().contains(name))
                .map(Map.Entry::getKey);
    }

    /** That a thing is what it was taken for. */
    static double probability(double score) {
        return 1 / (1 + Math.exp(-STEEPNESS * (score - EVEN)));
    }
}
