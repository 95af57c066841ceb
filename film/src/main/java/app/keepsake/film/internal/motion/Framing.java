package app.keepsake.film.internal.motion;

import app.keepsake.film.timeline.FrameBox;
import java.util.List;

/**
 * Where windows may lie on one picture. Windows have the frame's shape; their sizes are told by zoom: 1 is the largest
 * window of that shape inside the picture, 2 half of it.
 */
final class Framing {
    /** Room that a face needs around it, in parts of its own size: hair above, chin below, ears beside. */
    private static final double ABOVE = 0.45;

    private static final double BELOW = 0.3;
    private static final double BESIDE = 0.2;
    /** A little above the middle. */
    static final double FACES_AT = 0.43;

    private final double width;
    private final double height;
    private final List<FrameBox> faces;
    private final FrameBox needed;

    /**
     * @param pictureAspect width by height of the picture
     * @param frameAspect width by height of the frame
     */
    Framing(double pictureAspect, double frameAspect, List<FrameBox> faces) {
        this.width = Math.min(1, frameAspect / pictureAspect);
        this.height = Math.min(1, pictureAspect / frameAspect);
        this.faces = faces;
        this.needed =
                faces.stream().map(Framing::withRoom).reduce(FrameBox::union).orElse(new FrameBox(0.5, 0.5, 0, 0));
    }

    private static FrameBox withRoom(FrameBox face) {
        FrameBox room = new FrameBox(
                face.x() - BESIDE * face.width(),
                face.y() - ABOVE * face.height(),
                face.width() * (1 + 2 * BESIDE),
                face.height() * (1 + ABOVE + BELOW));
        return room.intersection(FrameBox.WHOLE).union(face.intersection(FrameBox.WHOLE));
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

    /** Whether a window holds all faces. */
    boolean holdsFaces() {
        return mostZoom() >= 1;
    }

    /** The zoom at which the faces, with room, just fill the window. */
    double mostZoom() {
        return faces.isEmpty()
                ? 4
                : Math.min(width / Math.max(1e-6, needed.width()), height / Math.max(1e-6, needed.height()));
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
        return (needed.centreY() - window.y()) / window.height();
    }

    int faceCount() {
        return faces.size();
    }

    /**
     * The window at a zoom that looks best: faces a little above the middle and at a third where they stand aside; else
     * about the point of interest.
     *
     * @param interestX where to look if there are no faces, 0 to 1
     */
    FrameBox best(double zoom, double interestX, double interestY) {
        return best(zoom, interestX, interestY, FACES_AT);
    }

    /** As above, with the faces at a height of the window, 0 (top) to 1, as near as the picture allows. */
    FrameBox best(double zoom, double interestX, double interestY, double facesAt) {
        double w = width / zoom;
        double h = height / zoom;
        double x = interestX;
        double y = interestY;
        if (hasFaces()) {
            x = needed.centreX() - (third(needed.centreX()) - 0.5) * w;
            y = needed.centreY() + (0.5 - facesAt) * h;
        }
        return at(x, y, w, h);
    }

    /** A window of a size as near to a centre as picture and faces allow. */
    FrameBox at(double centreX, double centreY, double w, double h) {
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
