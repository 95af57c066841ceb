package app.keepsake.film.internal.score;

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
