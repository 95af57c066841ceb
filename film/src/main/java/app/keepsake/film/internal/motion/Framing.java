package app.keepsake.film.internal.motion;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Salience;
import app.keepsake.film.timeline.Seen;
import java.util.List;
import java.util.Optional;

/**
 * Where windows may lie on one picture. Windows have the frame's shape; their sizes are told by zoom: 1 is the largest
 * window of that shape inside the picture, 2 half of it.
 */
final class Framing {
    /** Room that a face best has around it, in parts of its own size. */
    private static final Room AMPLE = new Room(0.45, 0.3, 0.2);
    /** Room that it needs: from the crown to the chin. */
    private static final Room TIGHT = new Room(0.22, 0.08, 0.06);
    /** What a camera may come so near as to leave. */
    private static final Room LEAST = new Room(0.06, 0.03, 0.02);
    /** So near a camera comes at the cost of the room that faces had best. */
    private static final double WITH_ROOM = 1.15;
    /** A little above the middle. */
    static final double FACES_AT = 0.43;

    private final double width;
    private final double height;
    private final List<FrameBox> faces;
    private final Attention attention;
    private final List<FrameBox> rooms;

    /** Hair above, chin below, ears beside. */
    private record Room(double above, double below, double beside) {
        FrameBox around(FrameBox face) {
            FrameBox room = new FrameBox(
                    face.x() - beside * face.width(),
                    face.y() - above * face.height(),
                    face.width() * (1 + 2 * beside),
                    face.height() * (1 + above + below));
            return room.intersection(FrameBox.WHOLE).union(face.intersection(FrameBox.WHOLE));
        }

        FrameBox around(List<FrameBox> faces) {
            return faces.stream().map(this::around).reduce(FrameBox::union).orElse(new FrameBox(0.5, 0.5, 0, 0));
        }
    }

    /**
     * @param pictureAspect width by height of the picture
     * @param frameAspect width by height of the frame
     */
    Framing(double pictureAspect, double frameAspect, List<FrameBox> faces, Attention attention) {
        this.width = Math.min(1, frameAspect / pictureAspect);
        this.height = Math.min(1, pictureAspect / frameAspect);
        this.faces = faces;
        this.attention = attention;
        this.rooms = List.of(AMPLE.around(faces), TIGHT.around(faces), LEAST.around(faces));
    }

    /** Of a shot in a frame of a shape. */
    static Framing of(FilmShot shot, double frameAspect) {
        Optional<Salience> salience =
                shot instanceof FilmShot.Photo photo ? photo.seen().map(Seen::salience) : Optional.empty();
        double aspect = (double) shot.width() / shot.height();
        return new Framing(aspect, frameAspect, shot.faces(), Attention.of(salience));
    }

    /** Share of the picture that the largest window shows. */
    double coverage() {
        return width * height;
    }

    /** How far the largest window can travel sideways and down, in windows. */
    double slackX() {
        return (1 - width) / width;
    }

    double slackY() {
        return (1 - height) / height;
    }

    boolean hasFaces() {
        return !faces.isEmpty();
    }

    /** Whether a window holds all faces, from the crown to the chin. */
    boolean holdsFaces() {
        return mostZoom(rooms.get(1)) >= 1;
    }

    /** The zoom at which the faces, with the room that they had best, just fill the window, or with less where they do not. */
    double mostZoom() {
        double ample = mostZoom(rooms.getFirst());
        return ample >= WITH_ROOM ? ample : Math.min(WITH_ROOM, mostZoom(rooms.getLast()));
    }

    private double mostZoom(FrameBox room) {
        return faces.isEmpty()
                ? 4
                : Math.min(width / Math.max(1e-6, room.width()), height / Math.max(1e-6, room.height()));
    }

    /** The faces with as much room as a window of a size has for it. */
    FrameBox needed(double w, double h) {
        return rooms.stream()
                .filter(room -> room.width() <= w + 1e-9 && room.height() <= h + 1e-9)
                .findFirst()
                .orElse(rooms.getLast());
    }

    /** Height of the tallest face in the largest window. */
    double largestFace() {
        return faces.stream().mapToDouble(face -> face.height() / height).max().orElse(0);
    }

    /** Whether a window shows all of each face that the picture shows. */
    boolean facesInside(FrameBox window) {
        return faces.stream().map(face -> face.intersection(FrameBox.WHOLE)).allMatch(window::contains);
    }

    /** At which height of a window the faces stand, 0 (top) to 1. */
    double facesAt(FrameBox window) {
        return (needed(window.width(), window.height()).centreY() - window.y()) / window.height();
    }

    int faceCount() {
        return faces.size();
    }

    /**
     * The window at a zoom that looks best: faces a little above the middle and at a third where they stand aside; else
     * that which shows the most of what is worth seeing.
     */
    FrameBox best(double zoom) {
        return best(zoom, FACES_AT);
    }

    /** As above, with the faces at a height of the window, 0 (top) to 1, as near as the picture allows. */
    FrameBox best(double zoom, double facesAt) {
        double w = width / zoom;
        double h = height / zoom;
        if (!hasFaces()) {
            return attention.best(w, h);
        }
        FrameBox needed = needed(w, h);
        double x = needed.centreX() - (third(needed.centreX()) - 0.5) * w;
        double y = needed.centreY() + (0.5 - facesAt) * h;
        return at(x, y, w, h);
    }

    /** Share of what is worth seeing that a window shows, 0 to 1. */
    double shown(FrameBox window) {
        return attention.in(window);
    }

    /** A window of a size as near to a centre as picture and faces allow. */
    FrameBox at(double centreX, double centreY, double w, double h) {
        FrameBox needed = needed(w, h);
        return new FrameBox(
                edge(centreX - w / 2, w, needed.x(), needed.right()),
                edge(centreY - h / 2, h, needed.y(), needed.bottom()),
                w,
                h);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    private double edge(double wanted, double size, double neededFrom, double neededTo) {
        double low = hasFaces() ? Math.max(0, neededTo - size) : 0;
        double high = hasFaces() ? Math.min(1 - size, neededFrom) : 1 - size;
        return low > high ? (low + high) / 2 : Math.clamp(wanted, low, high);
    }

    /** Where in the window somebody who stands at {@code x} of the picture is to stand. */
    private static double third(double x) {
        return x < 0.4 ? 0.38 : x > 0.6 ? 0.62 : 0.5;
    }
}
