package app.keepsake.music.internal.score;

import app.keepsake.music.ScoreStyle.Approach;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Percussion, one bar at a time; the pitch of its notes is of no account. Fills lead out of each fourth bar; before a
 * peak the drums are silent or press on, as the piece will have it.
 */
final class DrumPatterns {
    private static final int ANY = 60;
    /** What leads somewhere plays on where the others are silent. */
    private static final Set<String> LEADING = Set.of("rise", "roll", "arrival");

    private DrumPatterns() {}

    /** Plays a pattern, or returns false when it is not one of these. */
    static boolean play(String pattern, Bar bar, Consumer<Note> out) {
        Consumer<Note> heard = bar.leadsBy(Approach.BREAKDOWN) && !LEADING.contains(pattern) ? note -> {} : out;
        switch (pattern) {
            case "downbeats" -> downbeats(bar, heard);
            case "four-floor" -> fourFloor(bar, heard);
            case "backbeat" -> backbeat(bar, heard);
            case "rock" -> kick(bar, 0.66, "X..xx..x", "X..x.x", heard);
            case "march" -> at(bar, 0.5, heard, 0, 0.75, 1, 2, 2.75, 3, 3.25, 3.5, 3.75);
            case "quarters" -> even(bar, 1, heard);
            case "offs" -> at(bar, 0.55, heard, 0.5, 1.5, 2.5, 3.5);
            case "fill" -> fill(bar, heard);
            case "roll" -> roll(bar, heard);
            case "eighths" -> even(bar, 2, heard);
            case "sixteenths" -> even(bar, 4, heard);
            case "toms" -> toms(bar, heard);
            case "arrival" -> arrival(bar, heard);
            case "rise" -> rise(bar, heard);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void hit(Bar bar, double beat, double velocity, Consumer<Note> out) {
        out.accept(new Note(bar.start() + beat, 1, ANY, velocity));
    }

    /** The strong notes of the figure's kick. */
    private static void downbeats(Bar bar, Consumer<Note> out) {
        if (bar.leadsBy(Approach.LIFT)) {
            even(bar, 1, out);
            return;
        }
        for (Step step : Step.of(bar.figure().kick(), bar, "X....X..", "X..X..")) {
            if (step.strong() && (!bar.last() || step.beat() == 0)) {
                hit(bar, step.beat(), step.beat() == 0 ? 0.7 : 0.56, out);
            }
        }
        if (bar.turn() && !bar.last()) {
            hit(bar, bar.beats() - 0.5, 0.46, out);
        }
    }

    /** All notes of the figure's kick. */
    private static void kick(Bar bar, double velocity, String four, String three, Consumer<Note> out) {
        for (Step step : Step.of(bar.figure().kick(), bar, four, three)) {
            if (!bar.last() || step.beat() == 0) {
                hit(bar, step.beat(), step.velocity(velocity), out);
            }
        }
    }

    private static void fourFloor(Bar bar, Consumer<Note> out) {
        for (int beat = 0; beat < (bar.last() ? 1 : bar.beats()); beat++) {
            hit(bar, beat, beat == 0 ? 0.75 : 0.66, out);
        }
    }

    private static void backbeat(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            return;
        }
        if (bar.leadsBy(Approach.LIFT)) {
            for (int i = 0; i < 2 * bar.beats(); i++) {
                hit(bar, i / 2.0, 0.36 + 0.26 * i / (2 * bar.beats()), out);
            }
            return;
        }
        for (int beat = 1; beat < bar.beats(); beat += 2) {
            hit(bar, beat, 0.6, out);
        }
        if (bar.turn()) {
            hit(bar, bar.beats() - 0.5, 0.46, out);
            hit(bar, bar.beats() - 0.25, bar.closing() ? 0.56 : 0.4, out);
        }
    }

    private static void even(Bar bar, int perBeat, Consumer<Note> out) {
        if (bar.last()) {
            return;
        }
        for (int i = 0; i < bar.beats() * perBeat; i++) {
            double velocity = i % (2 * perBeat) == perBeat ? 0.62 : i % perBeat == 0 ? 0.5 : i % 2 == 1 ? 0.34 : 0.42;
            hit(bar, (double) i / perBeat, velocity, out);
        }
    }

    /** Hits at these beats, the first the strongest; none under the last chord but the first. */
    private static void at(Bar bar, double velocity, Consumer<Note> out, double... beats) {
        for (double beat : beats) {
            if (beat < bar.beats() && (!bar.last() || beat == 0)) {
                hit(bar, beat, beat == beats[0] ? velocity : 0.82 * velocity, out);
            }
        }
    }

    /** Sixteenths that lead on: two beats of them out of a section, one out of each fourth bar. */
    private static void fill(Bar bar, Consumer<Note> out) {
        if (bar.turn() && !bar.last()) {
            int count = bar.closing() ? 8 : 4;
            for (int i = 0; i < count; i++) {
                hit(bar, bar.beats() - (count - i) * 0.25, 0.45 + 0.32 * i / count, out);
            }
        }
    }

    /** Ever faster towards the next section. */
    private static void roll(Bar bar, Consumer<Note> out) {
        if (!bar.closing() || bar.last()) {
            return;
        }
        double beat = 0;
        double step = 1;
        while (beat < bar.beats() - 1e-9) {
            hit(bar, beat, 0.35 + 0.35 * beat / bar.beats(), out);
            beat += step;
            step = beat >= 3 ? 0.25 : beat >= 1 ? 0.5 : 1;
        }
    }

    private static void toms(Bar bar, Consumer<Note> out) {
        kick(bar, 0.56, "X..x..x.x..x.xx.", "X..x..x..xx.", out);
        if (bar.turn() && !bar.last()) {
            at(bar, 0.5, out, bar.beats() - 1, bar.beats() - 0.25);
        }
    }

    /** A cymbal where a section begins. */
    private static void arrival(Bar bar, Consumer<Note> out) {
        if (bar.opening() || bar.last()) {
            hit(bar, 0, bar.last() ? 0.4 : 0.55, out);
        }
    }

    /** A sound that grows through a section's last bar and ends where the next begins. */
    private static void rise(Bar bar, Consumer<Note> out) {
        if (bar.closing() && !bar.last()) {
            out.accept(new Note(bar.start(), bar.beats(), ANY, 0.6));
        }
    }
}
