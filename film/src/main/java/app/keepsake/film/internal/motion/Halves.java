package app.keepsake.film.internal.motion;

import app.keepsake.film.timeline.FilmShot;

/** Halves of a frame, side by side in a wide one, one above the other in a tall one. */
public final class Halves {
    private static final double LEAST_COVERAGE = 0.6;
    /** The longer side of full HD. */
    private static final double LONGER = 1920;

    private Halves() {}

    /** Whether halves lie one above the other. */
    public static boolean stacked(double frameAspect) {
        return frameAspect < 1;
    }

    /** Width by height of a half. */
    public static double aspect(double frameAspect) {
        return stacked(frameAspect) ? 2 * frameAspect : frameAspect / 2;
    }

    /** Width of a whole frame of full HD of a shape, in pixels. */
    public static double frameWidth(double frameAspect) {
        return LONGER * Math.min(1, frameAspect);
    }

    /** Width of a half of it. */
    public static double width(double frameAspect) {
        return stacked(frameAspect) ? frameWidth(frameAspect) : frameWidth(frameAspect) / 2;
    }

    /** Whether a photo fills a half of the frame well. */
    public static boolean suit(FilmShot.Photo photo, double frameAspect) {
        return fills(photo, aspect(frameAspect), width(frameAspect));
    }

    /** Whether a photo leaves much of the whole frame empty, or is cropped much. */
    public static boolean wantsPart(FilmShot.Photo photo, double frameAspect) {
        Framing whole = Framing.of(photo, frameAspect);
        return whole.coverage() < Camera.LEAST_COVERAGE || !whole.holdsFaces();
    }

    /**
     * Whether a photo fills a part of the frame sharply, with its faces and most of the rest.
     *
     * @param width of the part, in pixels of full HD
     */
    static boolean fills(FilmShot.Photo photo, double aspect, double width) {
        Framing part = Framing.of(photo, aspect);
        double enlarged = width / (part.width() * photo.width());
        return part.coverage() >= LEAST_COVERAGE && part.holdsFaces() && enlarged <= Camera.MOST_ENLARGED;
    }
}
