package app.keepsake.music.internal.score;

import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.ScoreStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * The tune of a whole piece: two themes, each with its own way of making phrases (periods of four or eight bars, pairs of
 * two, or sentences of one, one and two), with pickups that lead into them.
 */
final class Tune {
    private static final List<List<Integer>> PHRASES =
            List.of(List.of(4), List.of(2, 2), List.of(8), List.of(1, 1, 2), List.of(4));
    /** Share of phrases that begin before their first bar. */
    private static final double PICKUPS = 0.6;

    private static final double LEAST_ROOM = 0.5;

    private final ScoreStyle style;
    private final ScorePlan plan;
    private final Melody melody;

    Tune(ScoreStyle style, ScorePlan plan, int tonic) {
        this.style = style;
        this.plan = plan;
        this.melody = new Melody(
                tonic,
                style.mode(),
                plan.beatsPerBar(),
                style.melody(),
                style.feel().syncopation(),
                new Chance(plan.seed(), "compass").oneOf(Melody.Compass.ALL));
    }

    /**
     * A note, and the bar that it belongs to: a pickup belongs to the bar that it leads to.
     *
     * @param bar number from 0
     */
    record Sung(Note note, int bar) {}

    /**
     * All of it, in order.
     *
     * @param lastChord bar of the chord that is held to the end
     */
    List<Sung> over(List<Chord> chords, int lastChord) {
        List<Sung> result = new ArrayList<>();
        for (Section section : plan.sections()) {
            int end = section.role() == Role.ENDING ? lastChord + 1 : section.firstBar() + section.bars();
            String theme = section.role() == Role.BUILD ? "theme B" : "theme A";
            List<Integer> lengths = new Chance(plan.seed(), theme + " phrases").oneOf(PHRASES);
            int phrase = 0;
            for (int bar = section.firstBar(); bar < end; phrase++) {
                int to = Math.min(end, bar + lengths.get(phrase % lengths.size()));
                boolean home = section.role() == Role.ENDING || (to - section.firstBar()) % 8 == 0;
                List<Note> notes = melody.phrase(
                        chords.subList(bar, to), new Chance(plan.seed(), theme), home, lift(section.role()));
                add(result, notes, bar, lastChord, new Chance(plan.seed(), theme + " pickup " + phrase % 2));
                bar = to;
            }
        }
        return result;
    }

    private static double lift(Role role) {
        return role == Role.PEAK ? 0.9 : role == Role.BUILD ? 0.6 : 0.35;
    }

    private void add(List<Sung> all, List<Note> phrase, int bar, int lastChord, Chance chance) {
        double start = (double) bar * plan.beatsPerBar();
        double free = all.isEmpty()
                ? 0
                : all.getLast().note().beat() + all.getLast().note().beats();
        Note first = moved(phrase.getFirst(), start, lastChord);
        double room = first.beat() - free;
        if (bar > 0 && room >= LEAST_ROOM && chance.fraction() < PICKUPS) {
            melody.pickup(first, room, chance).forEach(note -> all.add(new Sung(note, bar)));
        }
        for (Note note : phrase) {
            Note here = moved(note, start, lastChord);
            all.add(new Sung(here, (int) Math.floor(here.beat() / plan.beatsPerBar())));
        }
    }

    /** The last note is held as long as the last chord. */
    private Note moved(Note note, double start, int lastChord) {
        double beat = note.beat() + start;
        boolean last = beat >= (double) lastChord * plan.beatsPerBar();
        double beats = last ? (double) plan.bars() * plan.beatsPerBar() - beat : note.beats();
        return new Note(beat, beats, note.pitch(), note.velocity());
    }
}
