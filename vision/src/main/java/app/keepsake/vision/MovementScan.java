package app.keepsake.vision;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.pixels.GreyPlane;
import app.keepsake.vision.internal.quality.BlurEstimate;
import app.keepsake.vision.internal.quality.GlobalShift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the part of a photo's movement that is worth showing in its place: around the moment of the photo, sharp, held
 * still, without a cut, with nobody on it who is not on the photo, and with something that moves or somebody who smiles; see
 * docs/decisions for how the limits were measured.
 */
public final class MovementScan {
    /** Of the frames that are looked at. */
    public static final int LONG_SIDE = 512;

    /** The shortest part that is shown. */
    public static final Duration SHORTEST = Duration.ofMillis(1200);

    private static final Duration STEP = Duration.ofMillis(100);
    private static final int SMALL_WIDTH = 64;
    private static final int SMALL_HEIGHT = 48;
    /** Sigma, so that ways of parts of pixels leave little behind. */
    private static final double SOFT = 1.2;

    /** Every so many looks faces are looked for. */
    private static final int FACES_EVERY = 4;

    /** Of 512 pixels, as for photos; frames that run may be a little softer. */
    private static final double MOST_BLUR = 1.4;

    /** By what the frames may be softer than at the photo's moment. */
    private static final double MOST_SOFTER = 1.6;

    /** The way of the whole picture from one look to the next, in parts of its width: a slow pan, a hand that breathes. */
    private static final double MOST_WAY = 0.025;

    /** The way there and back on average, in parts of the width a look. */
    private static final double MOST_SHAKE = 0.009;

    /** Mean difference of luma from look to look, after the whole picture's way; more is a cut or a hand before the lens. */
    private static final double CUT = 0.12;

    /** What moves of itself in a tenth of the picture, as a part of the luma's range, in half a second. */
    private static final double LIVELY = 0.025;

    private static final double SMILES = 0.6;

    /** Distance of {@link Likeness} up to which a frame shows what the photo shows, cut or graded a little otherwise. */
    private static final double SAME = 40;

    /** Mean luma, 0 to 1: a pocket, or the sky. */
    private static final double DARKEST = 0.06;

    private final FaceDetector detector;

    /** @param detector stays the caller's to close */
    MovementScan(FaceDetector detector) {
        this.detector = detector;
    }

    /** What is worth showing, from the clip's beginning. */
    public record Span(Duration start, Duration end) {}

    private record Look(Duration time, float[] small, double blur, double light, int faces, double way, double rest) {}

    /**
     * Looks at a movement.
     *
     * @param clip read from its beginning on, best opened at {@link #LONG_SIDE}
     * @param still when in it the photo was taken
     * @param photo the photo, upright, of any size
     * @param seen what was seen on it
     * @return empty where the photo better stands still
     * @throws MediaException when the clip is damaged before its first frame
     */
    Optional<Span> best(VideoReader clip, Duration still, RgbImage photo, PhotoAnalysis seen) throws MediaException {
        if (!sameTurn(photo, clip)) {
            return Optional.empty();
        }
        List<Look> looks = new ArrayList<>();
        Optional<RgbImage> atStill = looks(clip, still, looks);
        if (looks.size() < 2 || atStill.isEmpty() || !shows(atStill.get(), photo)) {
            return Optional.empty();
        }
        int middle = nearest(looks, still);
        int faces = Math.max(looks.get(middle).faces(), seen.faces().size());
        double blur = looks.get(middle).blur();
        int from = middle;
        int to = middle;
        if (!isGood(looks.get(middle), blur, faces)) {
            return Optional.empty();
        }
        while (from > 0
                && looks.get(from).way() <= MOST_WAY
                && looks.get(from).rest() <= CUT
                && isGood(looks.get(from - 1), blur, faces)) {
            from--;
        }
        while (to + 1 < looks.size()
                && looks.get(to + 1).way() <= MOST_WAY
                && looks.get(to + 1).rest() <= CUT
                && isGood(looks.get(to + 1), blur, faces)) {
            to++;
        }
        List<Look> part = looks.subList(from, to + 1);
        Span span = new Span(part.getFirst().time(), part.getLast().time().plus(STEP));
        boolean worth = span.end().minus(span.start()).compareTo(SHORTEST) >= 0
                && shake(part) <= MOST_SHAKE
                && (smiles(seen) || liveliness(part) >= LIVELY);
        return worth ? Optional.of(span) : Optional.empty();
    }

    /** Both wide, both tall, or one nearly square: another turn is the user's own. */
    private static boolean sameTurn(RgbImage photo, VideoReader clip) {
        double one = (double) photo.width() / photo.height();
        double other = (double) clip.width() / clip.height();
        return Math.abs(Math.log(one / other)) < Math.log(1.5);
    }

    /** Fills the list; gives the frame of the photo's moment. */
    private Optional<RgbImage> looks(VideoReader clip, Duration still, List<Look> looks) throws MediaException {
        Optional<RgbImage> atStill = Optional.empty();
        Duration due = Duration.ZERO;
        Optional<VideoFrame> next = clip.nextFrame();
        while (next.isPresent()) {
            VideoFrame frame = next.get();
            if (frame.time().compareTo(due) >= 0) {
                looks.add(look(frame, looks));
                due = frame.time().plus(STEP).minusMillis(5);
            }
            if (atStill.isEmpty() || frame.time().compareTo(still) <= 0) {
                atStill = Optional.of(frame.image());
            }
            next = next(clip);
        }
        return atStill;
    }

    /** A clip that is damaged further on ends there. */
    private static Optional<VideoFrame> next(VideoReader clip) {
        try {
            return clip.nextFrame();
        } catch (MediaException damaged) {
            return Optional.empty();
        }
    }

    private Look look(VideoFrame frame, List<Look> before) {
        RgbImage image = frame.image();
        float[] small = GreyPlane.of(AreaScaling.toSize(image, SMALL_WIDTH, SMALL_HEIGHT))
                .blurred(SOFT)
                .values();
        double light = 0;
        for (float value : small) {
            light += value / small.length / 255;
        }
        double blur = new BlurEstimate(GreyPlane.of(image)).sigma().orElse(BlurEstimate.LIMIT);
        GlobalShift shift = before.isEmpty()
                ? GlobalShift.NONE
                : GlobalShift.between(before.getLast().small(), small, SMALL_WIDTH, SMALL_HEIGHT);
        int faces = before.size() % FACES_EVERY == 0
                ? detector.detect(image).size()
                : before.getLast().faces();
        return new Look(frame.time(), small, blur, light, faces, shift.way(), shift.rest());
    }

    private static boolean isGood(Look look, double blurOfStill, int facesOfStill) {
        return look.light() >= DARKEST
                && look.blur() <= Math.max(MOST_BLUR, Math.min(MOST_SOFTER * blurOfStill, 2 * MOST_BLUR))
                && look.faces() <= facesOfStill;
    }

    /** Clips see a little less than photos, or are wider. */
    private static boolean shows(RgbImage frame, RgbImage photo) {
        RgbImage same = photo.middle((double) frame.width() / frame.height());
        return Likeness.of(frame).distance(Likeness.of(same)) <= SAME;
    }

    private static int nearest(List<Look> looks, Duration time) {
        int best = 0;
        for (int i = 1; i < looks.size(); i++) {
            if (distance(looks.get(i), time) < distance(looks.get(best), time)) {
                best = i;
            }
        }
        return best;
    }

    private static long distance(Look look, Duration time) {
        return look.time().minus(time).abs().toNanos();
    }

    private static double shake(List<Look> part) {
        return part.stream().skip(1).mapToDouble(Look::way).average().orElse(0);
    }

    /** The most that moves of itself between looks half a second apart. */
    private static double liveliness(List<Look> part) {
        int apart = 5;
        double most = 0;
        for (int i = apart; i < part.size(); i++) {
            most = Math.max(
                    most,
                    GlobalShift.between(part.get(i - apart).small(), part.get(i).small(), SMALL_WIDTH, SMALL_HEIGHT)
                            .most());
        }
        return most;
    }

    private static boolean smiles(PhotoAnalysis seen) {
        return seen.portraits().stream().anyMatch(portrait -> portrait.smile() >= SMILES);
    }
}
