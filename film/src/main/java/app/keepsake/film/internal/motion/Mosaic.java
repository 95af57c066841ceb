package app.keepsake.film.internal.motion;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import java.util.List;
import java.util.Optional;

/** Parts of a frame in which three or four photos are seen at once. */
public final class Mosaic {
    private static final double WIDE = 1.2;
    private static final double TALL = 0.84;

    private static final List<FrameBox> COLUMNS = List.of(
            new FrameBox(0, 0, 1 / 3.0, 1), new FrameBox(1 / 3.0, 0, 1 / 3.0, 1), new FrameBox(2 / 3.0, 0, 1 / 3.0, 1));
    private static final List<FrameBox> ROWS = List.of(
            new FrameBox(0, 0, 1, 1 / 3.0), new FrameBox(0, 1 / 3.0, 1, 1 / 3.0), new FrameBox(0, 2 / 3.0, 1, 1 / 3.0));
    private static final List<FrameBox> ONE_AND_TWO = List.of(
            new FrameBox(0, 0, 0.6, 1), new FrameBox(0.6, 0, 0.4, 0.5), new FrameBox(0.6, 0.5, 0.4, 0.5));
    private static final List<FrameBox> TWO_AND_ONE = List.of(
            new FrameBox(0, 0, 0.4, 0.5), new FrameBox(0, 0.5, 0.4, 0.5), new FrameBox(0.4, 0, 0.6, 1));
    private static final List<FrameBox> ONE_ABOVE_TWO = List.of(
            new FrameBox(0, 0, 1, 0.56), new FrameBox(0, 0.56, 0.5, 0.44), new FrameBox(0.5, 0.56, 0.5, 0.44));
    private static final List<FrameBox> TWO_ABOVE_ONE = List.of(
            new FrameBox(0, 0, 0.5, 0.44), new FrameBox(0.5, 0, 0.5, 0.44), new FrameBox(0, 0.44, 1, 0.56));
    private static final List<FrameBox> QUARTERS = List.of(
            new FrameBox(0, 0, 0.5, 0.5),
            new FrameBox(0.5, 0, 0.5, 0.5),
            new FrameBox(0, 0.5, 0.5, 0.5),
            new FrameBox(0.5, 0.5, 0.5, 0.5));

    private Mosaic() {}

    /** The parts in which photos are seen, in their order; empty where they suit none of the ways to divide the frame. */
    public static Optional<List<FrameBox>> of(List<FilmShot.Photo> photos, double frameAspect) {
        return ways(photos.size(), frameAspect).stream()
                .filter(places -> suit(photos, places, frameAspect))
                .findFirst();
    }

    private static List<List<FrameBox>> ways(int count, double frameAspect) {
        if (count == 4) {
            return List.of(QUARTERS);
        }
        if (count != 3) {
            return List.of();
        }
        if (frameAspect > WIDE) {
            return List.of(COLUMNS, ONE_AND_TWO, TWO_AND_ONE);
        }
        return frameAspect < TALL
                ? List.of(ROWS, ONE_ABOVE_TWO, TWO_ABOVE_ONE)
                : List.of(ONE_AND_TWO, TWO_AND_ONE, ONE_ABOVE_TWO, TWO_ABOVE_ONE);
    }

    private static boolean suit(List<FilmShot.Photo> photos, List<FrameBox> places, double frameAspect) {
        for (int i = 0; i < photos.size(); i++) {
            FrameBox place = places.get(i);
            double aspect = frameAspect * place.width() / place.height();
            if (!Halves.fills(photos.get(i), aspect, Halves.frameWidth(frameAspect) * place.width())) {
                return false;
            }
        }
        return true;
    }
}
