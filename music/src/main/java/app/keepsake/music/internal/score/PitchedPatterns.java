package app.keepsake.music.internal.score;

import app.keepsake.music.ScoreStyle.Approach;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Accompaniments on pitched instruments, one bar at a time. In the film's last bar each comes to rest on the chord. */
final class PitchedPatterns {
    private PitchedPatterns() {}

    /** Plays a pattern, or returns false when it is not one of these. */
    static boolean play(String pattern, Bar bar, Consumer<Note> out) {
        switch (pattern) {
            case "pad" -> pad(bar, out);
            case "chords" -> chords(bar, out);
            case "arpeggio" -> arpeggio(bar, out);
            case "ripple" -> ripple(bar, out);
            case "pulse" -> pulse(bar, out);
            case "offbeats" -> offbeats(bar, out);
            case "ostinato" -> ostinato(bar, out);
            case "strum" -> strum(bar, out);
            case "picking" -> picking(bar, out);
            case "comping" -> comping(bar, out);
            case "power" -> power(bar, out);
            case "stabs" -> stabs(bar, out);
            case "sparkle" -> sparkle(bar, out);
            default -> {
                return BassPatterns.play(pattern, bar, out);
            }
        }
        return true;
    }

    private static void pad(Bar bar, Consumer<Note> out) {
        for (int voice : bar.voices()) {
            out.accept(new Note(bar.start(), bar.held() + (bar.last() ? 0 : 0.1), voice, 0.5));
        }
    }

    private static void chords(Bar bar, Consumer<Note> out) {
        if (rests(bar)) {
            roll(bar, bar.start(), bar.held(), 0.55, bar.last() ? 0.07 : 0.016, out);
            return;
        }
        String calm = bar.energy() > 0.55 ? "x...o..." : "x.......";
        for (Step step : Step.of(bar.figure().chords(), bar, calm, "x.....")) {
            roll(bar, bar.start() + step.beat(), step.beats(), step.velocity(0.52), 0.016, out);
        }
    }

    /** Whether a chord is struck once and held: at the end, and where the music holds its breath. */
    private static boolean rests(Bar bar) {
        return bar.last() || bar.leadsBy(Approach.BREAKDOWN);
    }

    private static void roll(Bar bar, double beat, double beats, double velocity, double spread, Consumer<Note> out) {
        for (int i = 0; i < bar.voices().size(); i++) {
            out.accept(new Note(beat, beats, bar.voices().get(i), velocity, i * spread));
        }
    }

    /** Left hand: the tones of the chord one after the other, from the bass up and back. */
    private static void arpeggio(Bar bar, Consumer<Note> out) {
        List<Integer> tones = open(bar);
        if (bar.last()) {
            for (int i = 0; i < tones.size(); i++) {
                out.accept(new Note(bar.start(), bar.held(), tones.get(i), 0.5, i * (bar.button() ? 0.02 : 0.11)));
            }
            return;
        }
        for (Step step : Step.of(bar.figure().broken(), bar, "01234321", "012321")) {
            int pitch = tones.get(Math.min(step.digit(), tones.size() - 1));
            double velocity = step.beat() == 0 ? 0.6 : step.onBeat() ? 0.48 : 0.42;
            double beats = Math.min(Math.max(2, step.beats()), bar.beats() - step.beat());
            out.accept(new Note(bar.start() + step.beat(), beats, pitch, velocity));
        }
    }

    /** The bass tone in the octave of C3, then what of the chord lies well above. */
    static List<Integer> open(Bar bar) {
        int low = bar.bass() + 12;
        List<Integer> above = bar.voices().stream().filter(v -> v > low + 4).toList();
        return Stream.concat(Stream.of(low), above.stream()).toList();
    }

    /** Through the chord over two octaves, in sixteenths. */
    private static void ripple(Bar bar, Consumer<Note> out) {
        String up = bar.last() ? "01234567........" : "0123456765432101";
        String voice = bar.last() ? "" : bar.figure().broken();
        for (Step step : Step.of(voice, bar, up, "012345654321")) {
            int size = bar.voices().size();
            int pitch = bar.voices().get(step.digit() % size) + 12 * (step.digit() / size);
            double swell = 0.36 + 0.14 * Math.sin(Math.PI * step.beat() / bar.beats());
            double beats = bar.last() && step.digit() == 7 ? Math.max(1, bar.held() - 2) : 1.5;
            out.accept(new Note(bar.start() + step.beat(), beats, pitch, step.onBeat() ? swell + 0.08 : swell));
        }
    }

    private static void pulse(Bar bar, Consumer<Note> out) {
        if (rests(bar)) {
            chords(bar, out);
            return;
        }
        List<Integer> upper = bar.voices().subList(1, bar.voices().size());
        for (Step step : Step.of(bar.figure().chords(), bar, "XxoxXxox", "Xxoxox")) {
            for (int voice : upper) {
                out.accept(new Note(bar.start() + step.beat(), Math.min(0.45, step.beats()), voice, step.velocity(0.49)));
            }
        }
    }

    private static void offbeats(Bar bar, Consumer<Note> out) {
        if (rests(bar)) {
            roll(bar, bar.start(), 1, 0.6, 0, out);
            return;
        }
        for (int beat = 0; beat < bar.beats(); beat++) {
            roll(bar, bar.start() + beat + 0.5, 0.3, beat % 2 == 0 ? 0.55 : 0.5, 0, out);
        }
    }

    /** Bowed notes that circle the chord: what makes a build move. */
    private static void ostinato(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            out.accept(new Note(bar.start(), bar.held(), bar.voices().getLast(), 0.6));
            return;
        }
        for (Step step : Step.of(bar.figure().broken(), bar, "32123212", "321232")) {
            int pitch = bar.voices().get(Math.min(step.digit(), bar.voices().size() - 1));
            double velocity = step.beat() % 2 == 0 ? 0.6 : 0.48;
            out.accept(new Note(bar.start() + step.beat(), 0.96 * step.beats(), pitch, velocity));
        }
    }

    /** Down on the beats, up between them, across the strings. */
    private static void strum(Bar bar, Consumer<Note> out) {
        if (rests(bar)) {
            strike(bar, 0, bar.held(), true, 0.6, bar.button() ? 0.012 : 0.035, out);
            return;
        }
        for (Step step : Step.of(bar.figure().chords(), bar, "X.xx.xxx", "X.xxxx")) {
            double velocity = step.velocity(step.onBeat() ? 0.54 : 0.46);
            strike(bar, step.beat(), step.beats(), step.onBeat(), velocity, 0.012, out);
        }
    }

    private static void strike(
            Bar bar, double beat, double beats, boolean down, double velocity, double spread, Consumer<Note> out) {
        List<Integer> strings =
                down ? open(bar) : bar.voices().subList(1, bar.voices().size()).reversed();
        for (int i = 0; i < strings.size(); i++) {
            out.accept(new Note(bar.start() + beat, beats, strings.get(i), velocity, i * spread));
        }
    }

    /** Thumb on the beats, fingers between. */
    private static void picking(Bar bar, Consumer<Note> out) {
        if (rests(bar)) {
            strike(bar, 0, bar.held(), true, 0.5, bar.button() ? 0.012 : 0.06, out);
            return;
        }
        List<Integer> voices = bar.voices();
        int low = bar.bass() + 12;
        for (int i = 0; i < bar.beats() * 2; i++) {
            boolean thumb = i % 2 == 0;
            int pitch = thumb ? (i % 4 == 0 ? low : voices.getFirst()) : voices.get(1 + (i / 2) % (voices.size() - 1));
            out.accept(new Note(bar.start() + i * 0.5, 1.5, pitch, thumb ? 0.55 : 0.46));
        }
    }

    /** Chords a little ahead of where they are expected. */
    private static void comping(Bar bar, Consumer<Note> out) {
        if (rests(bar)) {
            chords(bar, out);
            return;
        }
        String own = bar.number() % 2 == 0 ? "x..o...." : "x..o..o.";
        for (Step step : Step.of(bar.figure().chords(), bar, own, "x..o..")) {
            double beats = Math.min(2.3, 0.94 * step.beats());
            roll(bar, bar.start() + step.beat(), beats, step.velocity(0.5), 0.012, out);
        }
    }

    /** Root, fifth and octave, strong ones let ring, others damped. */
    private static void power(Bar bar, Consumer<Note> out) {
        int root = bar.bass() + (bar.bass() < 40 ? 12 : 0);
        boolean rings = rests(bar) || (bar.opening() && bar.energy() > 0.7);
        for (Step step : rings ? Step.of("X...", bar.beats()) : Step.of(bar.figure().chords(), bar, "XxxxXxxx", "XxxXxx")) {
            double held = rings ? bar.held() : step.strong() ? 0.92 * step.beats() : Math.min(0.46, step.beats());
            for (int above : new int[] {0, 7, 12}) {
                out.accept(new Note(bar.start() + step.beat(), held, root + above, step.velocity(0.56)));
            }
        }
    }

    /** Short chords across the beat. */
    private static void stabs(Bar bar, Consumer<Note> out) {
        if (rests(bar)) {
            roll(bar, bar.start(), bar.held(), 0.6, 0, out);
            return;
        }
        for (Step step : Step.of(bar.figure().chords(), bar, "X..x..x...x..x..", "X..x..x..x..")) {
            roll(bar, bar.start() + step.beat(), Math.min(0.3, step.beats()), step.velocity(0.5), 0, out);
        }
    }

    /** Two high chord tones in the bar's gaps; where a phrase ends, a run upwards. */
    private static void sparkle(Bar bar, Consumer<Note> out) {
        List<Integer> voices = bar.voices();
        int top = voices.getLast() + 12;
        int middle = voices.get(voices.size() - 2) + 12;
        if (bar.last()) {
            out.accept(new Note(bar.start() + 0.5, Math.max(1, bar.held() - 0.5), middle, 0.4));
            out.accept(new Note(bar.start() + 1, Math.max(1, bar.held() - 1), top, 0.36));
            return;
        }
        if (bar.turn()) {
            for (int i = 0; i < 2 * voices.size() - 1; i++) {
                int pitch = voices.get(i % voices.size()) + 12 * (i / voices.size());
                out.accept(new Note(bar.start() + bar.beats() - 1.75 + 0.25 * i, 1.5, pitch, 0.3 + 0.025 * i));
            }
            return;
        }
        double at = bar.number() % 2 == 0 ? 0.5 : 1.5;
        out.accept(new Note(bar.start() + at, 1.5, middle, 0.42));
        out.accept(new Note(bar.start() + at + 1, 1.5, top, 0.46));
    }
}
