package app.keepsake.vision;

import java.util.List;

/**
 * What a picture shows, and what speaks against showing it.
 *
 * @param objects by descending score, in pixels of the analysed image
 * @param labels by descending confidence
 * @param verdicts by descending probability; only those that are at all likely
 */
public record Contents(List<DetectedObject> objects, List<Label> labels, List<Verdict> verdicts) {
    public Contents {
        objects = List.copyOf(objects);
        labels = List.copyOf(labels);
        verdicts = List.copyOf(verdicts);
    }

    /** The same of a picture that is {@code factor} times as large. */
    Contents scaled(double factor) {
        return new Contents(objects.stream().map(thing -> thing.scaled(factor)).toList(), labels, verdicts);
    }
}
