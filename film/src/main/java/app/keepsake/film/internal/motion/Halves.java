package app.keepsake.film.internal.motion;

import app.keepsake.film.timeline.FilmShot;

/** Halves of a frame, side by side in a wide one, one above the other in a tall one. */
public final class Halves {
    private static final double LEAST_COVERAGE = 0.6;

    private Halves() {}

    /** Whether halves lie one above the other. */
    public static boolean stacked(double frameAspect) {
        return frameAspect < 1;
    }

    /** Width by height of a half. */
    public static double aspect(double frameAspect) {
        return stacked(frameAspect) ? 2 * frameAspect : frameAspect / 2;
    }

    /** Whether a photo leaves much of the whole frame empty but fills a half of it. */
    public static boolean suit(FilmShot.Photo photo, double frameAspect) {
        double aspect = (double) photo.width() / photo.height();
        Framing whole = new Framing(aspect, frameAspect, photo.faces());
        Framing half = new Framing(aspect, aspect(frameAspect), photo.faces());
        boolean fillsWhole = whole.coverage() >= Camera.LEAST_COVERAGE && whole.holdsFaces();
        return !fillsWhole && half.coverage() >= LEAST_COVERAGE && half.holdsFaces();
    }
}
