package app.keepsake.vision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What was seen in a clip, at a few moments of it.
 *
 * @param moments in order of time, at least one
 */
public record ClipAnalysis(List<Moment> moments) {
    public ClipAnalysis {
        moments = List.copyOf(moments);
        if (moments.isEmpty()) {
            throw new IllegalArgumentException("A clip needs at least one analysed frame.");
        }
    }

    /**
     * One analysed frame.
     *
     * @param time from the clip's beginning
     * @param seen in pixels of the frame
     */
    public record Moment(Duration time, PhotoAnalysis seen) {}

    /** The frame that stands for the clip: the one with the best quality, the earliest of equals. */
    public Moment best() {
        return moments.stream()
                .max(Comparator.comparingDouble(
                                (Moment moment) -> moment.seen().quality().score())
                        .thenComparing(Comparator.comparing(Moment::time).reversed()))
                .orElseThrow();
    }
}
