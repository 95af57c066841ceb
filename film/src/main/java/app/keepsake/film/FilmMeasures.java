package app.keepsake.film;

import app.keepsake.film.internal.render.Titles;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a plan tells of how a film looks, to compare films by.
 *
 * @param singles shots of one photo alone
 * @param islands those of them that leave a part of the frame to a backdrop
 * @param shots of photos and clips; maps are none
 * @param moving shots that are seen to move: footage, and photos by at least {@link #VISIBLE} of the frame in a second
 * @param variation coefficient of variation of the shots' lengths
 * @param covering titles and captions over a face, or over what a photo is about
 */
public record FilmMeasures(int singles, int islands, int shots, int moving, double variation, int covering) {
    /** Zoom or travel that is seen, in parts of the frame in a second. */
    public static final double VISIBLE = 0.025;

    /** Measures a plan. */
    public static FilmMeasures of(FilmPlan plan) {
        List<Placed> shots = plan.timeline().track("picture").placed().stream()
                .filter(placed -> placed.item() instanceof Clip clip
                        && !moves(clip.media()).isEmpty())
                .toList();
        List<Media.Still> singles = shots.stream()
                .map(FilmMeasures::media)
                .filter(Media.Still.class::isInstance)
                .map(Media.Still.class::cast)
                .toList();
        int islands = (int)
                singles.stream().filter(still -> still.move().showsBackdrop()).count();
        int moving = (int) shots.stream().filter(FilmMeasures::moves).count();
        return new FilmMeasures(
                singles.size(), islands, shots.size(), moving, variation(shots), Titles.overSubjects(plan));
    }

    private static Media media(Placed placed) {
        return ((Clip) placed.item()).media();
    }

    private static boolean moves(Placed placed) {
        double seconds = placed.visibleTo().minus(placed.visibleFrom()).seconds();
        return media(placed) instanceof Media.Footage
                || moves(media(placed)).stream().allMatch(move -> move.way() >= VISIBLE * seconds);
    }

    /** The cameras that look at photos or clips; none for what is heard, read or drawn. */
    private static List<CameraMove> moves(Media media) {
        return switch (media) {
            case Media.Still still -> List.of(still.move());
            case Media.Footage footage -> List.of(footage.move());
            case Media.Pair pair ->
                Stream.of(pair.first(), pair.second()).map(Media.Still::move).toList();
            case Media.Panels panels ->
                panels.pictures().stream().map(Media.Still::move).toList();
            default -> List.of();
        };
    }

    private static double variation(List<Placed> shots) {
        double[] seconds = shots.stream()
                .mapToDouble(shot -> shot.item().duration().seconds())
                .toArray();
        double mean = java.util.Arrays.stream(seconds).average().orElse(1);
        double squares = java.util.Arrays.stream(seconds)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        return seconds.length == 0 ? 0 : Math.sqrt(squares / seconds.length) / mean;
    }

    /** Seconds for which each title and caption stands in full, in the film's order. */
    public static List<Double> read(FilmPlan plan) {
        return plan.timeline().track("titles").placed().stream()
                .filter(placed -> placed.item() instanceof Clip)
                .map(placed -> Titles.full(placed.item().duration().seconds()))
                .toList();
    }
}
