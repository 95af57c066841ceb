package app.keepsake.film.internal.plan;

import app.keepsake.film.Mood.CutStyle;
import app.keepsake.film.ScorePlan;
import app.keepsake.film.ScorePlan.Role;
import app.keepsake.film.ScorePlan.Section;
import java.util.ArrayList;
import java.util.List;

/** Divides a score into places for shots; each begins on a beat, most on a bar. */
final class Slots {
    /** An ending longer than this has two shots: one on the chords that lead home, one on the last. */
    private static final double LONGEST_ENDING = 6;

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
        for (Section section : plan.sections()) {
            int from = section.firstBar() * perBar;
            int to = from + section.bars() * perBar;
            if (section.role() == Role.INTRO) {
                starts.add(from);
            } else if (section.role() == Role.ENDING) {
                ending(starts, from, to, lastChordBar * perBar, beat * stretch);
            } else {
                double wanted = stretch * (cuts.calm() + section.energy() * (cuts.lively() - cuts.calm())) / beat;
                int at = from;
                while (at < to) {
                    starts.add(at);
                    owed += wanted;
                    int beats = length(owed, wanted, perBar, to - at);
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

    /** Whole bars, or half bars where shots are short; never a rest too short to be a shot. */
    private static int length(double owed, double wanted, int perBar, int left) {
        int unit = wanted < 0.8 * perBar && perBar % 2 == 0 ? perBar / 2 : perBar;
        int beats = Math.max(unit, unit * (int) Math.round(owed / unit));
        int most = Math.max(unit, unit * (int) Math.ceil(1.5 * wanted / unit));
        beats = Math.min(Math.min(beats, most), left);
        return left - beats < Math.min(unit, 2) ? left : beats;
    }
}
