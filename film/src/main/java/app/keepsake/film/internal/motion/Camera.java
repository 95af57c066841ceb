package app.keepsake.film.internal.motion;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.CameraMove.Easing;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import java.util.List;
import java.util.Random;

/**
 * Chooses a move for each shot by what the picture is like: towards a face, out from a group, along a wide view, and for
 * pictures of quite another shape the whole of it before a backdrop. Never the same kind of move twice running.
 */
public final class Camera {
    /** Clips of which less is left after cropping stand whole before a backdrop, and photos are shown together if they can. */
    static final double LEAST_COVERAGE = 0.53;
    /** Photos of which less is left are long: they are travelled from one end to the other. */
    private static final double LONG = 0.3;
    /** A crop to the faces of a long one shows at least this share of what is worth seeing in it. */
    private static final double LEAST_SHOWN = 0.4;
    /** Zoom or travel in four seconds at motion 1, in parts of the frame. */
    private static final double PACE = 0.125;
    /** The least of it in one second: of less, a picture seems to stand still. */
    private static final double LEAST_PACE = 0.027;
    /** What there is to be seen on a way is travelled along at most so fast, in frames a second. */
    private static final double TRAVEL_PACE = 0.07;
    /** The same of long pictures, which would else not be seen to their end. */
    private static final double LONG_PACE = 0.24;

    /** A picture enlarged further than this looks soft: it stands smaller before a backdrop. */
    static final double MOST_ENLARGED = 2.5;
    /** Enlargement at which such a picture stands, but never less of the frame than the second. */
    private static final double ENLARGED = 1.7;

    private static final double SMALLEST = 0.62;
    /** A picture before a backdrop drifts by so much of the frame in a second. */
    private static final double DRIFT_PACE = 0.012;
    /** Of a picture before a backdrop, what is cropped for its faces to be larger is at most this share of what is worth seeing. */
    private static final double MOST_CROPPED = 0.2;
    /** Ways that show as much but for this share of what is worth seeing are gone in turns. */
    private static final double ABOUT_EQUAL = 0.05;
    /** Of two photos seen at once, the one with smaller faces comes at most so much nearer. */
    private static final double MOST_CLOSER = 1.9;

    private enum Kind {
        IN,
        OUT,
        TRAVEL
    }

    private final double frameAspect;
    private final double frameWidth;
    private final double motion;
    private final Random random;
    private Kind last = Kind.TRAVEL;
    private boolean forward = true;

    /**
     * @param frameWidth in pixels of full HD, whatever the film's size is: a film looks the same in all of them
     * @param motion how much the camera moves, 1 is usual
     */
    public Camera(double frameAspect, double frameWidth, double motion, long seed) {
        this.frameAspect = frameAspect;
        this.frameWidth = frameWidth;
        this.motion = motion;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 17);
    }

    /**
     * The move for the next shot.
     *
     * @param seconds how long it is seen, transitions included
     */
    public CameraMove next(FilmShot shot, double seconds) {
        double aspect = (double) shot.width() / shot.height();
        Framing framing = Framing.of(shot, frameAspect);
        return switch (shot) {
            case FilmShot.Clip clip ->
                CameraMove.still(
                        framing.coverage() >= LEAST_COVERAGE && framing.holdsFaces()
                                ? framing.best(1)
                                : whole(aspect, 1));
            case FilmShot.Photo photo -> photo(photo, framing, aspect, seconds);
        };
    }

    /**
     * The moves for two photos that are seen at once, each filling its half: faces of like size and at one height, as far
     * as the pictures allow, and both nearer or both further.
     */
    public List<CameraMove> next(FilmShot.Photo first, FilmShot.Photo second, double seconds) {
        Framing one = Framing.of(first, frameAspect);
        Framing two = Framing.of(second, frameAspect);
        double pace = pace(seconds);
        double large = Math.max(one.largestFace(), two.largestFace());
        double oneZoom = closer(one, large);
        double twoZoom = closer(two, large);
        double at = facesAt(one, oneZoom, two, twoZoom);
        boolean in = last != Kind.IN;
        last = in ? Kind.IN : Kind.OUT;
        return List.of(zoom(one, oneZoom, pace, at, in), zoom(two, twoZoom, pace, at, in));
    }

    private double pace(double seconds) {
        return Math.clamp(Math.max(PACE * motion / 4, LEAST_PACE) * seconds, 0.03, 0.3);
    }

    /** The zoom at which the largest face is of a size, as far as that looks well. */
    private static double closer(Framing framing, double size) {
        double wanted = framing.hasFaces() ? size / framing.largestFace() : 1;
        return Math.clamp(wanted, 1, Math.clamp(framing.mostZoom(), 1, MOST_CLOSER));
    }

    /** The height at which the faces of both can stand best: the one that brings them nearest to each other. */
    private static double facesAt(Framing one, double oneZoom, Framing two, double twoZoom) {
        double best = Framing.FACES_AT;
        double least = Double.MAX_VALUE;
        for (double at = Framing.FACES_AT; at > 0.2; at -= 0.02) {
            double apart = Math.abs(
                    one.facesAt(one.best(oneZoom, at)) - two.facesAt(two.best(twoZoom, at)));
            if (apart < least - 0.01) {
                least = apart;
                best = at;
            }
        }
        return best;
    }

    private static CameraMove zoom(Framing framing, double zoom, double pace, double at, boolean in) {
        double most = Math.max(1, framing.mostZoom());
        double wide = Math.clamp(most / Math.exp(pace), 1, zoom);
        FrameBox far = framing.best(wide, at);
        FrameBox near = framing.best(Math.min(most, wide * Math.exp(pace)), at);
        return in ? new CameraMove(far, near, Easing.SOFT) : new CameraMove(near, far, Easing.SOFT);
    }

    private CameraMove photo(FilmShot.Photo photo, Framing framing, double aspect, double seconds) {
        double pace = pace(seconds);
        double enlarged = frameWidth / (framing.width() * photo.width());
        if (enlarged > MOST_ENLARGED || !fills(framing)) {
            return beforeBackdrop(framing, aspect, seconds, size(photo, aspect));
        }
        if (!framing.hasFaces() && framing.coverage() < LONG) {
            last = Kind.TRAVEL;
            return travel(framing, 1, Math.max(pace, LONG_PACE * seconds));
        }
        Kind kind = kind(framing);
        last = kind;
        return switch (kind) {
            case IN -> zoom(framing, pace, true);
            case OUT -> zoom(framing, pace, false);
            case TRAVEL -> travel(framing, 1.06, Math.max(1.4 * pace, TRAVEL_PACE * seconds));
        };
    }

    /** Whether a photo fills a whole frame. */
    public static boolean fills(FilmShot.Photo photo, double frameAspect) {
        Framing framing = Framing.of(photo, frameAspect);
        double enlarged = Halves.frameWidth(frameAspect) / (framing.width() * photo.width());
        return enlarged <= MOST_ENLARGED && fills(framing);
    }

    private static boolean fills(Framing framing) {
        return framing.holdsFaces()
                && (!framing.hasFaces()
                        || framing.coverage() >= LONG
                        || framing.shown(framing.best(1)) >= LEAST_SHOWN);
    }

    private Kind kind(Framing framing) {
        double chance = random.nextDouble();
        double slack = Math.max(framing.slackX(), framing.slackY());
        if (framing.hasFaces()) {
            boolean group = framing.faceCount() > 2;
            Kind kind = chance < (group ? 0.35 : 0.65) ? Kind.IN : Kind.OUT;
            return kind == last && chance > 0.3 && chance < 0.85 ? other(kind) : kind;
        }
        if (slack > 0.5 || (slack > 0.2 && (last != Kind.TRAVEL || chance < 0.4))) {
            return Kind.TRAVEL;
        }
        Kind kind = chance < 0.5 ? Kind.IN : Kind.OUT;
        return kind == last ? other(kind) : kind;
    }

    private static Kind other(Kind kind) {
        return kind == Kind.IN ? Kind.OUT : Kind.IN;
    }

    /** Nearer or further, and where the faces are too large for that, along them. */
    private CameraMove zoom(Framing framing, double pace, boolean in) {
        double most = Math.max(1, framing.mostZoom());
        double wide = Math.min(most, 1.01);
        FrameBox far = framing.best(wide);
        FrameBox near = framing.best(Math.min(most, wide * Math.exp(pace)));
        CameraMove move = in ? new CameraMove(far, near, Easing.SOFT) : new CameraMove(near, far, Easing.SOFT);
        CameraMove along = framing.hasFaces() && move.way() < 0.9 * pace ? along(framing, pace, in) : move;
        return along.way() > move.way() ? along : move;
    }

    /** Past the faces, as far as they stay in the frame. */
    private static CameraMove along(Framing framing, double pace, boolean forward) {
        double w = framing.width();
        double h = framing.height();
        boolean sideways = framing.slackX() >= framing.slackY();
        FrameBox middle = framing.best(1);
        double x = sideways ? pace * w / 2 : 0;
        double y = sideways ? 0 : pace * h / 2;
        FrameBox one = framing.at(middle.centreX() - x, middle.centreY() - y, w, h);
        FrameBox other = framing.at(one.centreX() + 2 * x, one.centreY() + 2 * y, w, h);
        return forward ? new CameraMove(one, other, Easing.SOFT) : new CameraMove(other, one, Easing.SOFT);
    }

    /** Along the longer way that the picture leaves, to what is most worth seeing or from it. */
    private CameraMove travel(Framing framing, double zoom, double wanted) {
        double w = framing.width() / zoom;
        double h = framing.height() / zoom;
        boolean sideways = framing.slackX() >= framing.slackY();
        double size = sideways ? w : h;
        double way = Math.min(wanted * size, 1 - size);
        FrameBox end = framing.best(zoom);
        double at = sideways ? end.x() : end.y();
        FrameBox before = along(end, sideways, Math.clamp(at - way, 0, 1 - size - way));
        FrameBox behind = along(end, sideways, Math.clamp(at + way, way, 1 - size));
        double gain = framing.shown(before) - framing.shown(behind);
        boolean from = Math.abs(gain) < ABOUT_EQUAL ? !forward : gain > 0;
        FrameBox start = from ? before : behind;
        FrameBox there = along(end, sideways, (sideways ? start.x() : start.y()) + (from ? way : -way));
        forward = from;
        return new CameraMove(start, there, Easing.SOFT);
    }

    private static FrameBox along(FrameBox window, boolean sideways, double at) {
        return sideways
                ? new FrameBox(at, window.y(), window.width(), window.height())
                : new FrameBox(window.x(), at, window.width(), window.height());
    }

    /** The whole picture, or what its faces need of it, coming a little nearer or going, and drifting. */
    private CameraMove beforeBackdrop(Framing framing, double aspect, double seconds, double size) {
        double ratio = 1 + pace(seconds);
        double near = size < 1 ? size * ratio : nearest(framing, aspect);
        boolean grows = near > ratio || size < 1;
        double one = grows ? near : ratio;
        FrameBox close = placed(framing, aspect, one);
        FrameBox far = placed(framing, aspect, one / ratio);
        boolean facesStay = framing.facesInside(close);
        FrameBox closest = facesStay ? close : placed(framing, aspect, 1);
        FrameBox farthest = facesStay ? far : placed(framing, aspect, 1 / ratio);
        boolean in = last == Kind.OUT;
        last = in ? Kind.IN : Kind.OUT;
        forward = !forward;
        double drift = (forward ? 0.5 : -0.5) * DRIFT_PACE * seconds;
        CameraMove move = in
                ? new CameraMove(drifted(farthest, -drift), drifted(closest, drift), Easing.SOFT)
                : new CameraMove(drifted(closest, -drift), drifted(farthest, drift), Easing.SOFT);
        boolean whole = framing.facesInside(move.from()) && framing.facesInside(move.to());
        CameraMove straight = in
                ? new CameraMove(farthest, closest, Easing.SOFT)
                : new CameraMove(closest, farthest, Easing.SOFT);
        return whole ? move : straight;
    }

    /** How near a picture comes whose faces fill no whole frame: as far as they, and most of what is worth seeing, stay. */
    private double nearest(Framing framing, double aspect) {
        double full = Math.max(Math.max(1, frameAspect / aspect), Math.max(1, aspect / frameAspect));
        double best = 1;
        for (double zoom = 1; zoom <= full; zoom += 0.02) {
            FrameBox window = placed(framing, aspect, zoom);
            FrameBox room = framing.needed(window.width(), window.height());
            if (!window.contains(room) || framing.shown(window) < 1 - MOST_CROPPED) {
                break;
            }
            best = zoom;
        }
        return best;
    }

    /** The window of the frame's shape at a zoom: in the middle along the way that it is longer than the picture. */
    private FrameBox placed(Framing framing, double aspect, double zoom) {
        FrameBox whole = whole(aspect, zoom);
        double x = whole.width() >= 1 ? 0.5 : framing.needed(whole.width(), whole.height()).centreX();
        double y = whole.height() >= 1 ? 0.5 : framing.needed(whole.width(), whole.height()).centreY();
        FrameBox within = framing.at(x, y, whole.width(), whole.height());
        return new FrameBox(
                whole.width() >= 1 ? whole.x() : within.x(),
                whole.height() >= 1 ? whole.y() : within.y(),
                whole.width(),
                whole.height());
    }

    private static FrameBox drifted(FrameBox window, double frames) {
        return new FrameBox(window.x() + frames * window.width(), window.y(), window.width(), window.height());
    }

    /** Share of the frame that the whole picture takes along its longer way: less than all where it would look soft. */
    private double size(FilmShot.Photo photo, double aspect) {
        double shown = Math.min(1, aspect / frameAspect);
        double enlarged = shown * frameWidth / photo.width();
        return Math.clamp(ENLARGED / enlarged, SMALLEST, 1);
    }

    /** The window of the frame's shape around the whole picture, by a zoom. */
    private FrameBox whole(double aspect, double zoom) {
        double w = Math.max(1, frameAspect / aspect) / zoom;
        double h = Math.max(1, aspect / frameAspect) / zoom;
        return new FrameBox((1 - w) / 2, (1 - h) / 2, w, h);
    }
}
