package app.keepsake.film.internal.transition;

import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Transition.Heading;
import app.keepsake.media.RgbImage;
import java.util.Optional;

/**
 * An instant between two shots.
 *
 * @param first the whole frame of the shot before
 * @param second the whole frame of the shot after
 * @param progress in time, 0 to 1
 * @param cut progress at which the cut itself lies
 * @param frames how many the transition lasts
 * @param heading which way pictures go
 * @param firstFace the largest face of the shot before, in fractions of the frame
 * @param secondFace the largest face of the shot after
 */
public record TransitionFrame(
        RgbImage first,
        RgbImage second,
        double progress,
        double cut,
        int frames,
        Heading heading,
        Optional<FrameBox> firstFace,
        Optional<FrameBox> secondFace) {
    int width() {
        return first.width();
    }

    int height() {
        return first.height();
    }

    /** Progress that starts and ends at rest. */
    double eased() {
        return eased(progress);
    }

    static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    /** Harder than {@link #eased(double)}: most of the way goes in the middle third. */
    static double snapped(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }
}
