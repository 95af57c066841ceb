package app.keepsake.film.internal.plan;

import app.keepsake.film.Mood.CutStyle;
import app.keepsake.film.ScorePlan;
import app.keepsake.film.Shot;
import java.util.ArrayList;
import java.util.List;

/**
 * Which shot stands from which beat to which.
 *
 * @param score the music's grid
 * @param shots in order
 * @param starts first beat of each shot, and the beat after the last
 */
record Cast(ScorePlan score, List<Shot> shots, List<Integer> starts) {
    private static final double MOST_STRETCH = 1.75;
    private static final double LONGEST_CLIP = 6;

    /** The longest film not over the wanted length that these shots can fill. */
    static Cast of(Form form, int wantedBars, CutStyle cuts, List<Shot> shots) {
        int least = form.leastBars();
        for (int bars = Math.max(least, wantedBars); bars >= least; bars--) {
            ScorePlan score = form.of(bars);
            for (double stretch = 1; stretch <= MOST_STRETCH; stretch += 0.15) {
                List<Integer> starts = Slots.of(score, cuts, form.lastChord(bars), stretch);
                if (starts.size() - 1 <= shots.size()) {
                    return fitted(score, evenly(shots, starts.size() - 1), starts);
                }
            }
        }
        ScorePlan score = form.of(least);
        List<Integer> starts = Slots.of(score, cuts, form.lastChord(least), MOST_STRETCH);
        List<Integer> fewer = new ArrayList<>(starts.subList(0, Math.min(shots.size(), starts.size() - 1)));
        fewer.add(starts.getLast());
        return fitted(score, shots.subList(0, fewer.size() - 1), fewer);
    }

    /** So many of the shots, the first and the last and one of each of equal parts between: a clip where there is one. */
    private static List<Shot> evenly(List<Shot> shots, int count) {
        if (count < 2) {
            return shots.subList(0, count);
        }
        List<Shot> between = shots.subList(1, shots.size() - 1);
        List<Shot> result = new ArrayList<>();
        result.add(shots.getFirst());
        for (int i = 0; i < count - 2; i++) {
            List<Shot> part = between.subList(i * between.size() / (count - 2), (i + 1) * between.size() / (count - 2));
            result.add(part.stream()
                    .filter(Shot.Clip.class::isInstance)
                    .findFirst()
                    .orElse(part.get(part.size() / 2)));
        }
        result.add(shots.getLast());
        return result;
    }

    private static Cast fitted(ScorePlan score, List<Shot> shots, List<Integer> starts) {
        List<Integer> moved = new ArrayList<>(starts);
        double beat = 60 / score.beatsPerMinute();
        for (int i = 0; i < shots.size(); i++) {
            if (shots.get(i) instanceof Shot.Clip clip) {
                double offered = Math.min(LONGEST_CLIP, clip.length().toNanos() / 1e9);
                fit(moved, shots, i, (int) Math.floor(offered / beat), score.beatsPerBar());
            }
        }
        return new Cast(score, List.copyOf(shots), List.copyOf(moved));
    }

    /** Gives a clip's place the length that the clip offers, at the cost or to the good of the photo after or before. */
    private static void fit(List<Integer> starts, List<Shot> shots, int index, int offered, int perBar) {
        int beats = starts.get(index + 1) - starts.get(index);
        int wanted = Math.max(Math.min(2, beats), offered);
        boolean giveAfter = index + 1 < shots.size() && shots.get(index + 1) instanceof Shot.Photo;
        boolean giveBefore = index > 0 && shots.get(index - 1) instanceof Shot.Photo;
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
