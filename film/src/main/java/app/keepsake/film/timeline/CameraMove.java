package app.keepsake.film.timeline;

/**
 * A camera that looks at one window of a picture first and at another last. In between, windows are convex
 * combinations of both, so what lies in both lies in all.
 *
 * @param from window at the start, in fractions of the picture; what lies outside the picture shows the backdrop
 * @param to window at the end
 * @param easing how the way is gone
 */
public record CameraMove(FrameBox from, FrameBox to, Easing easing) {
    /** How a way is gone, from progress in time to progress along the way, both 0 to 1. */
    public enum Easing {
        LINEAR,
        /** Starts and ends softly but never stops, so that it can go on under a crossfade. */
        SOFT;

        public double at(double t) {
            return switch (this) {
                case LINEAR -> t;
                case SOFT -> 0.55 * t + 0.45 * t * t * (3 - 2 * t);
            };
        }
    }

    /** A camera that stands still. */
    public static CameraMove still(FrameBox window) {
        return new CameraMove(window, window, Easing.LINEAR);
    }

    /**
     * The window at a progress in time.
     *
     * @param t 0 to 1
     */
    public FrameBox at(double t) {
        double p = easing.at(t);
        double q = 1 - p;
        return new FrameBox(
                q * from.x() + p * to.x(),
                q * from.y() + p * to.y(),
                q * from.width() + p * to.width(),
                q * from.height() + p * to.height());
    }

    /**
     * How many pixels a picture's longer side needs so that the closest window shows at least one of them in each of the
     * frame's.
     *
     * @param width pixels of the part of the frame that the picture is seen in
     * @param height the same
     */
    public int longSide(int width, int height) {
        double across = width / Math.min(from.width(), to.width());
        double down = height / Math.min(from.height(), to.height());
        return (int) Math.ceil(Math.max(across, down));
    }

    /** How far it goes, in parts of the frame: the travel or, as a logarithm, the zoom, whichever is more. */
    public double way() {
        double zoom = Math.abs(Math.log(to.width() / from.width()));
        double across = Math.abs(to.centreX() - from.centreX()) / Math.min(from.width(), to.width());
        double down = Math.abs(to.centreY() - from.centreY()) / Math.min(from.height(), to.height());
        return Math.max(zoom, Math.max(across, down));
    }

    /** Whether a part of the backdrop is seen at any time. */
    public boolean showsBackdrop() {
        return !FrameBox.WHOLE.contains(from) || !FrameBox.WHOLE.contains(to);
    }
}
