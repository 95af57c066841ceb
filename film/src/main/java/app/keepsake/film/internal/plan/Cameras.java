package app.keepsake.film.internal.plan;

import app.keepsake.film.FilmRequest;
import app.keepsake.film.internal.motion.Camera;
import app.keepsake.film.internal.motion.Halves;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Media;
import java.util.List;
import java.util.stream.Collectors;

/** Films takes one after the other: a camera for whole frames, another for halves. */
final class Cameras {
    /** Two pictures that move at once need less motion. */
    private static final double MOTION_OF_HALVES = 0.6;

    private final boolean stacked;
    private final Camera whole;
    private final Camera half;

    Cameras(FilmRequest request) {
        double aspect = request.size().aspect();
        double motion = request.mood().cuts().motion();
        this.stacked = Halves.stacked(aspect);
        this.whole = new Camera(aspect, Halves.frameWidth(aspect), motion, request.seed());
        this.half =
                new Camera(Halves.aspect(aspect), Halves.width(aspect), motion * MOTION_OF_HALVES, request.seed() + 1);
    }

    /**
     * A take as it is filmed.
     *
     * @param seconds how long it is seen, transitions included
     */
    Media film(Take take, double seconds) {
        return switch (take) {
            case Take.Single(FilmShot.Photo photo) -> new Media.Still(photo, whole.next(photo, seconds));
            case Take.Single(FilmShot.Clip clip) -> new Media.Footage(clip, whole.next(clip, seconds));
            case Take.Flow flow ->
                new Media.Footage(
                        flow.parts().getFirst(), whole.next(flow.parts().getFirst(), seconds));
            case Take.Beside(FilmShot.Photo first, FilmShot.Photo second) -> {
                List<CameraMove> moves = half.next(first, second, seconds);
                yield new Media.Pair(
                        new Media.Still(first, moves.getFirst()), new Media.Still(second, moves.getLast()), stacked);
            }
            case Take.Journey journey -> new Media.Atlas(journey.route());
        };
    }

    /** What people call a take. */
    static String name(Take take) {
        return switch (take) {
            case Take.Single(FilmShot shot) -> String.valueOf(shot.file().getFileName());
            case Take.Flow flow -> String.valueOf(flow.parts().getFirst().file().getFileName());
            case Take.Beside(FilmShot.Photo first, FilmShot.Photo second) ->
                first.file().getFileName() + " and " + second.file().getFileName();
            case Take.Journey journey ->
                journey.route().stream().map(stop -> stop.name()).collect(Collectors.joining(", ", "Map of ", ""));
        };
    }
}
