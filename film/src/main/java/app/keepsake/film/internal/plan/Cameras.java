package app.keepsake.film.internal.plan;

import app.keepsake.film.FilmRequest;
import app.keepsake.film.internal.motion.Camera;
import app.keepsake.film.internal.motion.Halves;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.RationalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Films takes one after the other: a camera for whole frames, another for halves. */
final class Cameras {
    /** Two pictures that move at once need less motion. */
    private static final double MOTION_OF_HALVES = 0.6;

    private final double aspect;
    private final double motion;
    private final long seed;
    private final int fps;
    private final Tones tones;
    private final boolean stacked;
    private final Camera whole;
    private final Camera half;

    Cameras(FilmRequest request) {
        this.aspect = request.size().aspect();
        this.motion = request.mood().cuts().motion();
        this.seed = request.seed();
        this.fps = request.fps();
        this.tones = Tones.of(request.shots());
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
            case Take.Single(FilmShot.Photo photo) -> new Media.Still(photo, whole.next(photo, seconds), tones.of(photo));
            case Take.Single(FilmShot.Clip clip) -> new Media.Footage(clip, whole.next(clip, seconds));
            case Take.Flow flow ->
                new Media.Footage(
                        flow.parts().getFirst(), whole.next(flow.parts().getFirst(), seconds));
            case Take.Beside(FilmShot.Photo first, FilmShot.Photo second) -> {
                List<CameraMove> moves = half.next(first, second, seconds);
                yield new Media.Pair(
                        new Media.Still(first, moves.getFirst(), tones.of(first)),
                        new Media.Still(second, moves.getLast(), tones.of(second)),
                        stacked);
            }
            case Take.Together together -> panels(together, seconds);
            case Take.Card card -> new Media.Card(card.ground());
            case Take.Journey journey -> new Media.Atlas(journey.route());
        };
    }

    /** Each by a camera of its own, and all there from the begin. */
    private Media panels(Take.Together together, double seconds) {
        List<Media.Still> stills = new ArrayList<>();
        for (int i = 0; i < together.photos().size(); i++) {
            FrameBox place = together.places().get(i);
            Camera camera = new Camera(
                    aspect * place.width() / place.height(),
                    Halves.frameWidth(aspect) * place.width(),
                    motion * MOTION_OF_HALVES,
                    seed + i);
            FilmShot.Photo photo = together.photos().get(i);
            stills.add(new Media.Still(photo, camera.next(photo, seconds), tones.of(photo)));
        }
        List<RationalTime> from = Collections.nCopies(stills.size(), new RationalTime(0, fps));
        return new Media.Panels(stills, together.places(), from);
    }

    /** What people call a take. */
    static String name(Take take) {
        return switch (take) {
            case Take.Single(FilmShot shot) -> String.valueOf(shot.file().getFileName());
            case Take.Flow flow -> String.valueOf(flow.parts().getFirst().file().getFileName());
            case Take.Beside(FilmShot.Photo first, FilmShot.Photo second) ->
                first.file().getFileName() + " and " + second.file().getFileName();
            case Take.Together together ->
                together.photos().stream()
                        .map(photo -> String.valueOf(photo.file().getFileName()))
                        .collect(Collectors.joining(", "));
            case Take.Card card -> "Colours of " + card.ground().file().getFileName();
            case Take.Journey journey ->
                journey.route().stream().map(stop -> stop.name()).collect(Collectors.joining(", ", "Map of ", ""));
        };
    }
}
