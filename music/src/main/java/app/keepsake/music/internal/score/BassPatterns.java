package app.keepsake.music.internal.score;

import app.keepsake.music.ScoreStyle.Approach;
import java.util.function.Consumer;

/** What basses play, one bar at a time: nothing before a peak that comes out of silence, a pedal point before a lifted one. */
final class BassPatterns {
    private static final int HIGHEST = 50;

    private BassPatterns() {}

    /** Plays a pattern, or returns false when it is not one of these. */
    static boolean play(String pattern, Bar bar, Consumer<Note> out) {
        switch (pattern) {
            case "bass" -> playing(bar, out, BassPatterns::whole);
            case "bass-steps" -> playing(bar, out, BassPatterns::steps);
            case "bass-drive" -> playing(bar, out, BassPatterns::drive);
            case "bass-off" -> playing(bar, out, BassPatterns::off);
            default -> {
                return false;
            }
        }
        return true;
    }

    private interface Pattern {
        void play(Bar bar, Consumer<Note> out);
    }

    private static void playing(Bar bar, Consumer<Note> out, Pattern usual) {
        if (bar.last()) {
            whole(bar, out);
        } else if (bar.leadsBy(Approach.LIFT)) {
            for (int i = 0; i < bar.beats() * 2; i++) {
                double growing = 0.44 + 0.2 * i / (2 * bar.beats());
                out.accept(new Note(bar.start() + i * 0.5, 0.46, bar.bass(), growing));
            }
        } else if (!bar.leadsBy(Approach.BREAKDOWN)) {
            usual.play(bar, out);
        }
    }

    private static void whole(Bar bar, Consumer<Note> out) {
        out.accept(new Note(bar.start(), bar.held(), bar.bass(), 0.6));
    }

    /** The root, and its fifth where the figure is soft. */
    private static void steps(Bar bar, Consumer<Note> out) {
        int fifth = bar.bass() + (bar.bass() + 7 > HIGHEST ? -5 : 7);
        boolean plain = bar.chord().root() == bar.chord().bass();
        for (Step step : Step.of(bar.figure().bass(), bar, "X...x.o.", "X..xo.")) {
            int pitch = step.soft() && plain ? fifth : bar.bass();
            out.accept(new Note(bar.start() + step.beat(), Math.min(1.4, 0.94 * step.beats()), pitch, step.velocity(0.58)));
        }
    }

    private static void drive(Bar bar, Consumer<Note> out) {
        for (Step step : Step.of(bar.figure().bass(), bar, "XxXxXxXx", "XxXxXx")) {
            out.accept(new Note(bar.start() + step.beat(), Math.min(0.46, step.beats()), bar.bass(), step.velocity(0.56)));
        }
    }

    /** Between the beats, where the kick is not; soft notes lie an octave higher. */
    private static void off(Bar bar, Consumer<Note> out) {
        for (Step step : Step.of(bar.figure().bass(), bar, "..x...xo..x...xo", "..x...xo..x.")) {
            int pitch = bar.bass() + (step.soft() ? 12 : 0);
            out.accept(new Note(bar.start() + step.beat(), Math.min(0.42, 0.88 * step.beats()), pitch, step.velocity(0.6)));
        }
    }
}
