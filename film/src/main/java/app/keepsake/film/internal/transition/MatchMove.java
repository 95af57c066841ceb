package app.keepsake.film.internal.transition;

import app.keepsake.film.timeline.FrameBox;
import java.util.Optional;

/**
 * The face in one picture becomes the face in the next: both pictures move and grow so that the faces lie on each other
 * while one fades into the other. Without a face in both, or where they lie far apart, it is a crossfade.
 */
record MatchMove() implements TransitionEffect {
    private static final double MOST_SCALE = 1.6;
    private static final double FARTHEST = 0.3;

    @Override
    public void draw(TransitionFrame between, byte[] out, int top, int bottom) {
        Optional<FrameBox> first = between.firstFace();
        Optional<FrameBox> second = between.secondFace();
        if (first.isEmpty() || second.isEmpty()) {
            new Crossfade().draw(between, out, top, bottom);
            return;
        }
        if (!near(first.get(), second.get())) {
            new Crossfade().draw(between, out, top, bottom);
            return;
        }
        double t = between.eased();
        int w = between.width();
        int h = between.height();
        FrameBox a = first.get();
        FrameBox b = second.get();
        double size = Math.exp((1 - t) * Math.log(a.height()) + t * Math.log(b.height()));
        double x = w * ((1 - t) * a.centreX() + t * b.centreX());
        double y = h * ((1 - t) * a.centreY() + t * b.centreY());
        float share = (float) TransitionFrame.eased(Math.clamp((t - 0.38) / 0.24, 0, 1));
        double scaleA = scale(size / a.height());
        double scaleB = scale(size / b.height());
        float[] sums = new float[3 * w];
        for (int row = top; row < bottom; row++) {
            if (share < 1) {
                Lens.add(between.first(), row, scaleA, w * a.centreX(), h * a.centreY(), x, y, 1 - share, sums);
            }
            if (share > 0) {
                Lens.add(between.second(), row, scaleB, w * b.centreX(), h * b.centreY(), x, y, share, sums);
            }
            Lens.store(sums, out, 3 * row * w);
        }
    }

    /** Pictures that had to move far would show what lies beyond their edges. */
    private static boolean near(FrameBox a, FrameBox b) {
        double ratio = a.height() / Math.max(1e-6, b.height());
        return Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY()) < FARTHEST
                && ratio < MOST_SCALE
                && ratio > 1 / MOST_SCALE;
    }

    private static double scale(double wanted) {
        return Math.clamp(wanted, 1 / MOST_SCALE, MOST_SCALE);
    }
}
