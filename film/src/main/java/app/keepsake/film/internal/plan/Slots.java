package app.keepsake.film.internal.plan;

import app.keepsake.film.Mood.CutStyle;
import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import java.util.ArrayList;
import java.util.List;

/** Divides a score into places for shots by the mood's rhythm; each begins on a beat, long ones on a bar. */
final class Slots {
    /** An ending longer than this has two shots: one on the chords that lead home, one on the last. */
    private static final double LONGEST_ENDING = 6;

    private static final double LONG_BAR = 2.6;
    /** By its rhythm no shot stands longer, in seconds: a photo is seen by then. */
    private static final double LONGEST_SHOT = 6;
    /** A shot stands at least this share of the wanted time. */
    private static final double SHORTEST_SHARE = 0.6;

    private Slots() {}

    /**
     * Beats at which shots begin, and the beat at which the last ends.
     *
     * @param stretch 1 for the mood's own rhythm, more for fewer and longer shots
     */
    static List<Integer> of(ScorePlan plan, CutStyle cuts, int lastChordBar, double stretch) {
        List<Integer> starts = new ArrayList<>();
        int perBar = plan.beatsPerBar();
        double beat = 60 / plan.beatsPerMinute();
        double owed = 0;
        int number = 0;
        for (Section section : plan.sections()) {
            int from = section.firstBar() * perBar;
            int to = from + section.bars() * perBar;
            if (section.role() == Role.INTRO) {
                starts.add(from);
            } else if (section.role() == Role.ENDING) {
                ending(starts, from, to, lastChordBar * perBar, beat * stretch);
            } else {
                double usual = stretch * (cuts.calm() + section.energy() * (cuts.lively() - cuts.calm())) / beat;
                int at = from;
                while (at < to) {
                    starts.add(at);
                    double wanted = Math.min(
                            usual * cuts.rhythm().get(number++ % cuts.rhythm().size()),
                            Math.max(usual, LONGEST_SHOT / beat));
                    owed += wanted;
                    int beats = length(owed, wanted, unit(wanted, perBar, beat), to - at);
                    owed -= beats;
                    at += beats;
                }
            }
        }
        starts.add(plan.bars() * perBar);
        return starts;
    }

    private static void ending(List<Integer> starts, int from, int to, int lastChord, double beatSeconds) {
        starts.add(from);
        boolean longEnding = (to - from) * beatSeconds > LONGEST_ENDING * Math.max(1, beatSeconds);
        if (longEnding && lastChord > from) {
            starts.add(lastChord);
        }
    }

    /**
     * Whole bars; half bars where shots are shorter than a bar, or bars so long that only one number of them fits; beats
     * where shots are shorter than half a bar.
     */
    private static int unit(double wanted, int perBar, double beat) {
        if (wanted < 0.4 * perBar) {
            return 1;
        }
        boolean halves = wanted < 0.8 * perBar || perBar * beat > LONG_BAR;
        return halves && perBar % 2 == 0 ? perBar / 2 : perBar;
    }

    /** As long as is owed, but what is left of the section must be nothing or long enough to be a shot. */
    private static int length(double owed, double wanted, int unit, int left) {
        int most = Math.max(unit, unit * (int) Math.ceil(1.4 * wanted / unit - 0.5));
        double least = SHORTEST_SHARE * wanted;
        int fewest = Math.max(unit, unit * (int) Math.ceil(least / unit));
        int beats = Math.clamp(unit * Math.round(owed / unit), fewest, Math.max(fewest, most));
        if (left - beats >= least) {
            return beats;
        }
        return left > beats && beats - unit >= least ? beats - unit : left;
    }
}
