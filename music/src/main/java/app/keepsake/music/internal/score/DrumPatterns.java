package app.keepsake.music.internal.score;

import java.util.function.Consumer;

/** Percussion, one bar at a time; the pitch of its notes is of no account. */
final class DrumPatterns {
    private static final int ANY = 60;

    private DrumPatterns() {}

    /** Plays a pattern, or returns false when it is not one of these. */
    static boolean play(String pattern, Bar bar, Consumer<Note> out) {
        switch (pattern) {
            case "downbeats" -> downbeats(bar, out);
            case "four-floor" -> fourFloor(bar, out);
            case "backbeat" -> backbeat(bar, out);
            case "rock" -> at(bar, 0.7, out, 0, 1.5, 2, 3.5);
            case "march" -> at(bar, 0.5, out, 0, 0.75, 1, 2, 2.75, 3, 3.25, 3.5, 3.75);
            case "quarters" -> even(bar, 1, out);
            case "offs" -> at(bar, 0.55, out, 0.5, 1.5, 2.5, 3.5);
            case "fill" -> fill(bar, out);
            case "roll" -> roll(bar, out);
            case "eighths" -> even(bar, 2, out);
            case "sixteenths" -> even(bar, 4, out);
            case "toms" -> toms(bar, out);
            case "arrival" -> arrival(bar, out);
            case "rise" -> rise(bar, out);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void hit(Bar bar, double beat, double velocity, Consumer<Note> out) {
        out.accept(new Note(bar.start() + beat, 1, ANY, velocity));
    }

    private static void downbeats(Bar bar, Consumer<Note> out) {
        hit(bar, 0, 0.7, out);
        if (!bar.last()) {
            hit(bar, bar.beats() == 4 ? 2.5 : 1.5, 0.5, out);
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
        for (int beat = 1; beat < bar.beats(); beat += 2) {
            hit(bar, beat, 0.6, out);
        }
        if (bar.closing()) {
            hit(bar, bar.beats() - 0.5, 0.5, out);
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

    /** Sixteenths that lead out of a section's last bar. */
    private static void fill(Bar bar, Consumer<Note> out) {
        if (bar.closing() && !bar.last()) {
            for (int i = 0; i < 8; i++) {
                hit(bar, bar.beats() - 2 + i * 0.25, 0.45 + 0.04 * i, out);
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
        double[] beats = bar.last() ? new double[] {0} : new double[] {0, 0.75, 1.5, 2, 2.75, 3.25, 3.5};
        for (double beat : beats) {
            if (beat < bar.beats()) {
                hit(bar, beat, beat == 0 ? 0.75 : 0.5, out);
            }
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
