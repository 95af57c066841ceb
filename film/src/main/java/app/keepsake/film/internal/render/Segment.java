package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.internal.store.Fingerprint;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.media.VideoEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of frames that is drawn and encoded by itself.
 *
 * @param number from 0
 * @param from first frame
 * @param to frame after the last
 */
record Segment(int number, int from, int to) {
    /** The first ones are short, so that playback can begin while they are made. */
    private static final double[] FIRST_SECONDS = {0.13, 0.13, 0.25, 0.5, 1};

    private static final double SECONDS = 2;
    /** Towards the end they become shorter, so that no thread waits long for another: a part of what is left. */
    private static final double SHARE = 0.25;

    private static final double LAST_SECONDS = 0.5;

    /** Divides a film. */
    static List<Segment> of(FilmPlan plan) {
        List<Segment> result = new ArrayList<>();
        double fps = plan.request().fps();
        int at = 0;
        while (at < plan.frames()) {
            int number = result.size();
            double left = (plan.frames() - at) / fps;
            double seconds = number < FIRST_SECONDS.length
                    ? FIRST_SECONDS[number]
                    : Math.clamp(SHARE * left, LAST_SECONDS, SECONDS);
            int to = Math.min(plan.frames(), at + (int) Math.ceil(seconds * fps));
            result.add(new Segment(number, at, to));
            at = to;
        }
        return result;
    }

    /** Neighbours that show the same clip are made one after the other, because clips are read from start to end. */
    static List<List<Segment>> units(FilmPlan plan, List<Segment> segments) {
        List<List<Segment>> units = new ArrayList<>();
        for (Segment segment : segments) {
            boolean continues = plan.timeline().track("picture").placed().stream()
                    .anyMatch(placed -> isFootage(placed)
                            && placed.visibleFrom().value() < segment.from
                            && placed.visibleTo().value() > segment.from);
            if (!continues || units.isEmpty()) {
                units.add(new ArrayList<>());
            }
            units.getLast().add(segment);
        }
        return units;
    }

    private static boolean isFootage(Placed placed) {
        return placed.item() instanceof Clip clip && clip.media() instanceof Media.Footage;
    }

    /** All that is seen in it. */
    List<Media> media(FilmPlan plan) {
        return seen(plan, "picture")
                .filter(placed -> placed.item() instanceof Clip)
                .map(placed -> ((Clip) placed.item()).media())
                .toList();
    }

    private Stream<Placed> seen(FilmPlan plan, String track) {
        return plan.timeline().track(track).placed().stream()
                .filter(placed ->
                        placed.visibleFrom().value() < to && placed.visibleTo().value() > from);
    }

    /** Names all that its frames depend on, and what encodes them. */
    String fingerprint(FilmPlan plan, VideoEncoder encoder) {
        Fingerprint print = new Fingerprint("picture");
        print.add(encoder.print());
        print.add(plan.request().size());
        print.add(plan.request().fps());
        print.add(plan.request().mood().look());
        print.add(from + "-" + to);
        for (String track : new String[] {"picture", "titles"}) {
            seen(plan, track).forEach(placed -> {
                print.add(placed);
                if (placed.item() instanceof Clip clip) {
                    print.addFiles(clip.media());
                }
            });
        }
        // Where words stand depends on all that is seen while they are read.
        seen(plan, "titles")
                .filter(words -> words.item() instanceof Clip)
                .flatMap(words -> Titles.seen(plan, words).stream())
                .forEach(print::add);
        return print.text();
    }
}
