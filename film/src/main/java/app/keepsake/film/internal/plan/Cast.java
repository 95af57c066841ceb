package app.keepsake.film.internal.plan;

import app.keepsake.film.Mood.CutStyle;
import app.keepsake.music.ScorePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Which shot stands from which beat to which.
 *
 * @param score the music's grid
 * @param takes in order
 * @param starts first beat of each shot, and the beat after the last
 */
record Cast(ScorePlan score, List<Take> takes, List<Integer> starts) {
    private static final double MOST_STRETCH = 1.75;
    private static final double LONGEST_CLIP = 6;
    /** Seconds that the last frame of a movement may stand. */
    private static final double MOST_STANDING = 0.25;

    /** The longest film not over the wanted length that these shots can fill. */
    static Cast of(Form form, int wantedBars, CutStyle cuts, List<Take> takes, Holding holding) {
        int least = form.leastBars();
        for (int bars = Math.max(least, wantedBars); bars >= least; bars--) {
            ScorePlan score = form.of(bars);
            for (double stretch = 1; stretch <= MOST_STRETCH; stretch += 0.15) {
                List<Integer> starts = Slots.of(score, cuts, form.lastChord(bars), stretch);
                if (starts.size() - 1 <= takes.size()) {
                    return fitted(score, cuts, evenly(takes, starts.size() - 1), starts, holding);
                }
            }
        }
        ScorePlan score = form.of(least);
        List<Integer> starts = Slots.of(score, cuts, form.lastChord(least), MOST_STRETCH);
        List<Integer> fewer = new ArrayList<>(starts.subList(0, Math.min(takes.size(), starts.size() - 1)));
        fewer.add(starts.getLast());
        return fitted(score, cuts, takes.subList(0, fewer.size() - 1), fewer, holding);
    }

    /** So many of the takes, the first and the last and one of each of equal parts between: a clip where there is one. */
    private static List<Take> evenly(List<Take> takes, int count) {
        if (count < 2) {
            return takes.subList(0, count);
        }
        if (takes.getFirst().shots().isEmpty()) {
            // A map or card shows no shot: the first of these comes after it.
            List<Take> opened = new ArrayList<>(takes.subList(0, 1));
            opened.addAll(evenly(takes.subList(1, takes.size()), count - 1));
            return opened;
        }
        List<Take> between = takes.subList(1, takes.size() - 1);
        List<Take> result = new ArrayList<>();
        result.add(takes.getFirst());
        for (int i = 0; i < count - 2; i++) {
            List<Take> part = between.subList(i * between.size() / (count - 2), (i + 1) * between.size() / (count - 2));
            result.add(part.stream()
                    .filter(take -> !take.clips().isEmpty())
                    .findFirst()
                    .orElse(part.get(part.size() / 2)));
        }
        result.add(takes.getLast());
        return result;
    }

    private static Cast fitted(
            ScorePlan score, CutStyle cuts, List<Take> takes, List<Integer> starts, Holding holding) {
        List<Take> shown = new ArrayList<>(takes);
        double beat = 60 / score.beatsPerMinute();
        List<Integer> moved = holding.held(starts, takes, beat);
        for (int i = 0; i < shown.size(); i++) {
            // Words stand over the first shot: a movement is no reason to make it short.
            boolean fits = i > 0 || shown.getFirst().photoThatMoves().isEmpty();
            if (!shown.get(i).clips().isEmpty() && fits) {
                double offered = Math.min(LONGEST_CLIP, Flowing.seconds(shown.get(i), cuts));
                fit(moved, shown, i, (int) Math.floor(offered / beat), score.beatsPerBar());
            }
            shown.set(i, fitting(shown.get(i), (moved.get(i + 1) - moved.get(i)) * beat));
        }
        return new Cast(score, List.copyOf(shown), List.copyOf(moved));
    }

    /** A take, or the photo instead of its movement, which would end and stand long before its place does. */
    private static Take fitting(Take take, double seconds) {
        return take.photoThatMoves()
                .filter(photo -> take.clips().getFirst().length().toNanos() / 1e9 + MOST_STANDING < seconds)
                .<Take>map(Take.Single::new)
                .orElse(take);
    }

    /** Gives a clip's place the length that the clip offers, at the cost or to the good of the photo after or before. */
    private static void fit(List<Integer> starts, List<Take> takes, int index, int offered, int perBar) {
        int beats = starts.get(index + 1) - starts.get(index);
        int wanted = Math.max(Math.min(2, beats), offered);
        boolean giveAfter =
                index + 1 < takes.size() && takes.get(index + 1).clips().isEmpty();
        boolean giveBefore = index > 0 && takes.get(index - 1).clips().isEmpty();
        if (wanted < beats && giveAfter) {
            starts.set(index + 1, starts.get(index) + wanted);
        } else if (wanted < beats && giveBefore) {
            starts.set(index, starts.get(index + 1) - wanted);
        } else if (giveAfter && index > 0) {
            int next = starts.get(index + 2) - starts.get(index + 1);
            int more = Math.min(wanted - beats, next - perBar) / perBar * perBar;
            starts.set(index + 1, starts.get(index + 1) + Math.max(0, more));
        }
    }
}
