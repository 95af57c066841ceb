package app.keepsake.film;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Stack;
import app.keepsake.film.timeline.Timeline;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.TrackItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that a film shows whole: of a photo, or of a clip that is no part of another file.
 *
 * @param shot as it was planned
 * @param wanted pixels that its longer side needs for the film not to enlarge it anywhere
 */
public record ShownFile(FilmShot shot, int wanted) {
    /** Pixels that its longer side has. */
    public int longSide() {
        return Math.max(shot.width(), shot.height());
    }

    /** The files that are seen in a film, each once, in the film's order. */
    public static List<ShownFile> of(FilmPlan plan) {
        Map<Path, ShownFile> shown = new LinkedHashMap<>();
        int width = plan.request().size().width();
        int height = plan.request().size().height();
        for (TrackItem item : plan.timeline().track("picture").items()) {
            if (item instanceof Clip clip) {
                seen(clip.media(), width, height).forEach(one -> shown.merge(one.shot.file(), one, ShownFile::larger));
            }
        }
        return List.copyOf(shown.values());
    }

    private static ShownFile larger(ShownFile one, ShownFile other) {
        return one.wanted >= other.wanted ? one : other;
    }

    private static List<ShownFile> seen(Media media, int width, int height) {
        return switch (media) {
            case Media.Still still -> List.of(of(still.shot(), still.move(), width, height));
            case Media.Pair pair -> {
                int w = pair.stacked() ? width : width / 2;
                int h = pair.stacked() ? height / 2 : height;
                yield List.of(
                        of(pair.first().shot(), pair.first().move(), w, h),
                        of(pair.second().shot(), pair.second().move(), w, h));
            }
            case Media.Panels panels -> {
                List<ShownFile> all = new ArrayList<>();
                for (int i = 0; i < panels.pictures().size(); i++) {
                    Media.Still still = panels.pictures().get(i);
                    FrameBox place = panels.places().get(i);
                    int w = (int) Math.ceil(place.width() * width);
                    int h = (int) Math.ceil(place.height() * height);
                    all.add(of(still.shot(), still.move(), w, h));
                }
                yield all;
            }
            case Media.Footage footage ->
                footage.shot().inset().isPresent()
                        ? List.of()
                        : List.of(of(footage.shot(), footage.move(), width, height));
            default -> List.of();
        };
    }

    private static ShownFile of(FilmShot shot, CameraMove move, int width, int height) {
        return new ShownFile(shot, move.longSide(width, height));
    }

    /**
     * The same film with other files in its pictures. What is heard, and when what is seen, stay as they were planned.
     *
     * @param instead of the same shape and, if they are clips, of the same times, by the files that were planned
     */
    public static FilmPlan replaced(FilmPlan plan, Map<Path, Path> instead) {
        if (instead.isEmpty()) {
            return plan;
        }
        List<Track> tracks = new ArrayList<>();
        for (Track track : plan.timeline().stack().tracks()) {
            tracks.add(track.kind() == Track.Kind.VIDEO ? replaced(track, instead) : track);
        }
        Timeline timeline = new Timeline(plan.timeline().name(), new Stack(tracks));
        return new FilmPlan(plan.request(), plan.score(), timeline);
    }

    private static Track replaced(Track track, Map<Path, Path> instead) {
        List<TrackItem> items = new ArrayList<>();
        for (TrackItem item : track.items()) {
            items.add(
                    item instanceof Clip clip
                            ? new Clip(clip.name(), replaced(clip.media(), instead), clip.source())
                            : item);
        }
        return new Track(track.name(), track.kind(), track.rate(), items);
    }

    private static Media replaced(Media media, Map<Path, Path> instead) {
        return switch (media) {
            case Media.Still still -> replaced(still, instead);
            case Media.Pair pair ->
                new Media.Pair(replaced(pair.first(), instead), replaced(pair.second(), instead), pair.stacked());
            case Media.Panels panels ->
                new Media.Panels(
                        panels.pictures().stream()
                                .map(still -> replaced(still, instead))
                                .toList(),
                        panels.places(),
                        panels.from());
            case Media.Footage footage -> new Media.Footage(replaced(footage.shot(), instead), footage.move());
            default -> media;
        };
    }

    private static Media.Still replaced(Media.Still still, Map<Path, Path> instead) {
        FilmShot.Photo shot = still.shot();
        Path file = instead.getOrDefault(shot.file(), shot.file());
        return new Media.Still(
                new FilmShot.Photo(
                        file, shot.width(), shot.height(), shot.faces(), shot.caption(), shot.chapter(), shot.seen()),
                still.move(),
                still.tone());
    }

    private static FilmShot.Clip replaced(FilmShot.Clip shot, Map<Path, Path> instead) {
        return new FilmShot.Clip(
                shot.inset().isPresent() ? shot.file() : instead.getOrDefault(shot.file(), shot.file()),
                shot.width(),
                shot.height(),
                shot.faces(),
                shot.caption(),
                shot.chapter(),
                shot.start(),
                shot.length(),
                shot.sound(),
                shot.inset(),
                shot.still());
    }
}
