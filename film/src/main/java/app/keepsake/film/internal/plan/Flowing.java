package app.keepsake.film.internal.plan;

import app.keepsake.film.Mood.CutStyle;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.film.timeline.TimeRange;
import java.util.ArrayList;
import java.util.List;

/** Which part of clips is shown in a place of a film: of a movement around its photo, of several one after the other. */
final class Flowing {
    /** Movements that are one shot pass into each other this long. */
    private static final double JOIN_SECONDS = 0.2;

    /** Movements are short: a transition before and behind them takes at most this share of them. */
    private static final double MOST_FADED = 0.2;

    /** Where in a shot the photo's own moment best lies. */
    private static final double STILL_AT = 0.6;

    private Flowing() {}

    /** Seconds that a take of clips offers for its place; movements keep a little for the transitions beside it. */
    static double seconds(Take take, CutStyle cuts) {
        List<FilmShot.Clip> clips = take.clips();
        double seconds = -JOIN_SECONDS * (clips.size() - 1);
        for (FilmShot.Clip clip : clips) {
            seconds += clip.length().toNanos() / 1e9;
        }
        boolean moves = clips.getFirst().still().isPresent();
        return moves ? seconds - Math.min(cuts.fade(), MOST_FADED * seconds) : seconds;
    }

    /** Frames before and behind the point at which two parts meet. */
    static int join(int fps) {
        return Math.max(1, (int) Math.round(JOIN_SECONDS * fps / 2));
    }

    /** Frames that a take of clips has, those in which its parts pass into each other counted once. */
    static int available(List<FilmShot.Clip> clips, int fps) {
        int frames = -2 * join(fps) * (clips.size() - 1);
        for (FilmShot.Clip clip : clips) {
            frames += frames(clip, fps);
        }
        return frames;
    }

    private static int frames(FilmShot.Clip clip, int fps) {
        return (int) RationalTime.floor(clip.length(), fps).value();
    }

    /**
     * The part of each clip that stands between the transitions.
     *
     * @param length of the place, in frames
     * @param before frames that the transition before it needs
     * @param after frames that the transition after it needs
     */
    static List<TimeRange> parts(List<FilmShot.Clip> clips, int fps, int length, int before, int after) {
        return clips.size() == 1
                ? List.of(part(clips.getFirst(), fps, length, before, after))
                : several(clips, fps, length, before, after);
    }

    private static TimeRange part(FilmShot.Clip clip, int fps, int length, int before, int after) {
        long first = RationalTime.floor(clip.start(), fps).value();
        int spare = Math.max(0, frames(clip, fps) - length - before - after);
        long skipped = clip.still()
                .map(still -> Math.clamp(
                        Math.round(RationalTime.floor(still.at(), fps).value() - first - before - STILL_AT * length),
                        0L,
                        (long) spare))
                .orElse((long) (spare / 3));
        return range(first + before + skipped, length, fps);
    }

    private static List<TimeRange> several(List<FilmShot.Clip> clips, int fps, int length, int before, int after) {
        int join = join(fps);
        int last = clips.size() - 1;
        int[] shown = new int[clips.size()];
        int sum = 0;
        for (int i = 0; i <= last; i++) {
            int lent = (i == 0 ? before : join) + (i == last ? after : join);
            shown[i] = Math.max(1, frames(clips.get(i), fps) - lent);
            sum += shown[i];
        }
        // What is too much is taken from the longest: of the first its beginning, of the others their ends. What is
        // missing
        // stands at the end.
        int whole = shown[0];
        for (int over = sum - length; over > 0; over--) {
            int longest = last;
            for (int i = last; i >= 0; i--) {
                longest = shown[i] > shown[longest] ? i : longest;
            }
            shown[longest] -= Math.min(1, shown[longest] - 1);
        }
        int skipped = whole - shown[0];
        shown[last] += Math.max(0, length - sum);
        List<TimeRange> parts = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            long first = RationalTime.floor(clips.get(i).start(), fps).value();
            parts.add(range(first + (i == 0 ? before + skipped : join), shown[i], fps));
        }
        return parts;
    }

    private static TimeRange range(long start, long length, int fps) {
        return new TimeRange(new RationalTime(start, fps), new RationalTime(length, fps));
    }
}
