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
    /** Clips of which less is left after cropping stand whole before a backdrop, and photos are shown in twos if they can. */
    static final double LEAST_COVERAGE = 0.53;
    /** Photos of which less is left do. With all faces in what is left, or travelled along, more than this is enough. */
    private static final double LEAST_OF_PHOTO = 0.3;
    /** Zoom or travel in four seconds at motion 1, in parts of the frame. */
    private static final double PACE = 0.125;
    /** The least of it in one second: of less, a picture seems to stand still. */
    private static final double LEAST_PACE = 0.027;
    /** What there is to be seen on a long way is travelled along at most so fast, in frames a second. */
    private static final double TRAVEL_PACE = 0.07;

    /** A picture enlarged further than this looks soft: it stands smaller before a backdrop. */
    static final double MOST_ENLARGED = 2.5;
    /** Enlargement at which such a picture stands, but never less of the frame than the second. */
    private static final double ENLARGED = 1.7;

    private static final double SMALLEST = 0.66;
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
        Framing framing = framing(shot);
        return switch (shot) {
            case FilmShot.Clip clip ->
                CameraMove.still(
                        framing.coverage() >= LEAST_COVERAGE && framing.holdsFaces()
                                ? framing.best(1, 0.5, 0.5)
                                : whole(aspect, 1, 0.5, 0.5));
            case FilmShot.Photo photo -> photo(photo, framing, aspect, seconds);
        };
    }

    /**
     * The moves for two photos that are seen at once, each filling its half: faces of like size and at one height, as far
     * as the pictures allow, and both nearer or both further.
     */
    public List<CameraMove> next(FilmShot.Photo first, FilmShot.Photo second, double seconds) {
        Framing one = framing(first);
        Framing two = framing(second);
        double pace = pace(seconds);
        double large = Math.max(one.largestFace(), two.largestFace());
        double oneZoom = closer(one, large);
        double twoZoom = closer(two, large);
        double at = facesAt(one, oneZoom, two, twoZoom);
        boolean in = last != Kind.IN;
        last = in ? Kind.IN : Kind.OUT;
        return List.of(zoom(one, oneZoom, pace, at, in), zoom(two, twoZoom, pace, at, in));
    }

    private Framing framing(FilmShot shot) {
        return new Framing((double) shot.width() / shot.height(), frameAspect, shot.faces());
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
                    one.facesAt(one.best(oneZoom, 0.5, 0.5, at)) - two.facesAt(two.best(twoZoom, 0.5, 0.5, at)));
            if (apart < least - 0.01) {
                least = apart;
                best = at;
            }
        }
        return best;
    }

    private static CameraMove zoom(Framing framing, double zoom, double pace, double at, boolean in) {
        FrameBox far = framing.best(zoom, 0.5, 0.5, at);
        FrameBox near = framing.best(Math.max(zoom, Math.min(zoom * (1 + pace), framing.mostZoom())), 0.5, 0.5, at);
        return in ? new CameraMove(far, near, Easing.SOFT) : new CameraMove(near, far, Easing.SOFT);
    }

    private CameraMove photo(FilmShot.Photo photo, Framing framing, double aspect, double seconds) {
        double pace = pace(seconds);
        boolean fills = framing.coverage() >= LEAST_OF_PHOTO && framing.holdsFaces();
        double enlarged = frameWidth / (framing.width() * photo.width());
        if (!fills || enlarged > MOST_ENLARGED) {
            return beforeBackdrop(framing, aspect, pace, size(photo, aspect));
        }
        Kind kind = kind(framing);
        last = kind;
        return switch (kind) {
            case IN -> zoom(framing, 1 + pace, true);
            case OUT -> zoom(framing, 1 + pace, false);
            case TRAVEL -> travel(framing, pace, seconds);
        };
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

    private CameraMove zoom(Framing framing, double ratio, boolean in) {
        double most = Math.max(1, framing.mostZoom());
        double wide = Math.min(most, 1.01);
        double close = Math.min(most, wide * ratio);
        double x = 0.5 + 0.12 * (random.nextDouble() * 2 - 1);
        double y = 0.5 + 0.08 * (random.nextDouble() * 2 - 1);
        FrameBox far = framing.best(wide, x, y);
        FrameBox near = framing.best(close, x, y);
        return in ? new CameraMove(far, near, Easing.SOFT) : new CameraMove(near, far, Easing.SOFT);
    }

    /** Along the longer way that the picture leaves, as far as there is time for; the way back next time. */
    private CameraMove travel(Framing framing, double pace, double seconds) {
        double zoom = 1.06;
        double w = framing.width() / zoom;
        double h = framing.height() / zoom;
        boolean sideways = framing.slackX() >= framing.slackY();
        double slack = Math.max(framing.slackX(), framing.slackY());
        double way = Math.max(1.4 * pace, Math.min(slack, TRAVEL_PACE * seconds));
        double dx = sideways ? way * w / 2 : 0.15 * way * w * (random.nextDouble() - 0.5);
        double dy = sideways ? 0.15 * way * h * (random.nextDouble() - 0.5) : way * h / 2;
        forward = !forward;
        double sign = forward ? 1 : -1;
        double y = sideways ? 0.5 : 0.43;
        FrameBox from = framing.at(0.5 - sign * dx, y - sign * dy, w, h);
        FrameBox to = framing.at(0.5 + sign * dx, y + sign * dy, w, h);
        return new CameraMove(from, to, Easing.SOFT);
    }

    /** The whole picture, coming a little nearer as far as its faces allow. */
    private CameraMove beforeBackdrop(Framing framing, double aspect, double pace, double size) {
        FrameBox all = whole(aspect, size, 0.5, 0.5);
        double ratio = 1 + pace;
        FrameBox near = whole(aspect, size * ratio, 0.5, 0.5);
        boolean facesStay = framing.facesInside(near);
        FrameBox other = facesStay ? near : whole(aspect, size / ratio, 0.5, 0.5);
        boolean in = last == Kind.OUT;
        last = in ? Kind.IN : Kind.OUT;
        boolean towards = in == facesStay;
        return towards ? new CameraMove(all, other, Easing.SOFT) : new CameraMove(other, all, Easing.SOFT);
    }

    /** Share of the frame that the whole picture takes along its longer way: less than all where it would look soft. */
    private double size(FilmShot.Photo photo, double aspect) {
        double shown = Math.min(1, aspect / frameAspect);
        double enlarged = shown * frameWidth / photo.width();
        return Math.clamp(ENLARGED / enlarged, SMALLEST, 1);
    }

    /** The window of the frame's shape around the whole picture, by a zoom. */
    private FrameBox whole(double aspect, double zoom, double centreX, double centreY) {
        double w = Math.max(1, frameAspect / aspect) / zoom;
        double h = Math.max(1, aspect / frameAspect) / zoom;
        return new FrameBox(centreX - w / 2, centreY - h / 2, w, h);
    }
}
