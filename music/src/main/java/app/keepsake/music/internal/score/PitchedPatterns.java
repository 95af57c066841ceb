package app.keepsake.music.internal.score;

import java.util.List;
import java.util.function.Consumer;

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
            case "bass" -> bass(bar, out);
            case "bass-steps" -> bassSteps(bar, out);
            case "bass-drive" -> bassDrive(bar, out);
            case "bass-off" -> bassOff(bar, out);
            case "comping" -> comping(bar, out);
            case "power" -> power(bar, out);
            case "stabs" -> stabs(bar, out);
            case "counter" -> out.accept(new Note(bar.start(), bar.held() * 1.02, bar.guide(), 0.55));
            case "sparkle" -> sparkle(bar, out);
            default -> {
                return false;
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
        roll(bar, bar.start(), bar.held(), 0.55, bar.last() ? 0.07 : 0.016, out);
        if (!bar.last() && bar.energy() > 0.55 && bar.beats() == 4) {
            roll(bar, bar.start() + 2, 2, 0.42, 0.01, out);
        }
    }

    private static void roll(Bar bar, double beat, double beats, double velocity, double spread, Consumer<Note> out) {
        for (int i = 0; i < bar.voices().size(); i++) {
            out.accept(new Note(beat, beats, bar.voices().get(i), velocity, i * spread));
        }
    }

    /** Left hand: bass, fifth, octave, tenth and back, in eighths. */
    private static void arpeggio(Bar bar, Consumer<Note> out) {
        List<Integer> tones = open(bar);
        if (bar.last()) {
            for (int i = 0; i < tones.size(); i++) {
                out.accept(new Note(bar.start(), bar.held(), tones.get(i), 0.5, i * 0.11));
            }
            return;
        }
        int[] order = bar.beats() == 3 ? new int[] {0, 1, 2, 3, 2, 1} : new int[] {0, 1, 2, 3, 4, 3, 2, 1};
        for (int i = 0; i < order.length; i++) {
            int pitch = tones.get(Math.min(order[i], tones.size() - 1));
            double velocity = i == 0 ? 0.6 : i % 2 == 0 ? 0.48 : 0.42;
            out.accept(new Note(bar.start() + i * 0.5, Math.min(2, bar.beats() - i * 0.5), pitch, velocity));
        }
    }

    /** Root in the octave of C3, then fifth, octave, tenth, twelfth where the chord has them. */
    private static List<Integer> open(Bar bar) {
        int low = bar.bass() + 12;
        List<Integer> above = bar.voices().stream().filter(v -> v > low + 4).toList();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(low), above.stream())
                .toList();
    }

    /** Up and down through the chord over two octaves, in sixteenths. */
    private static void ripple(Bar bar, Consumer<Note> out) {
        List<Integer> voices = bar.voices();
        int size = voices.size();
        int steps = bar.beats() * 4;
        int limit = bar.last() ? 8 : steps;
        for (int i = 0; i < limit; i++) {
            int turn = 2 * (2 * size - 1);
            int at = i % turn;
            int index = at < 2 * size ? at : turn - at;
            int pitch = voices.get(index % size) + 12 * (index / size);
            double swell = 0.36 + 0.14 * Math.sin(Math.PI * i / steps);
            double beats = bar.last() && i == limit - 1 ? bar.held() - 2 : 1.5;
            out.accept(new Note(bar.start() + i * 0.25, beats, pitch, i % 4 == 0 ? swell + 0.08 : swell));
        }
    }

    private static void pulse(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            chords(bar, out);
            return;
        }
        List<Integer> upper = bar.voices().subList(1, bar.voices().size());
        for (int i = 0; i < bar.beats() * 2; i++) {
            double velocity = i % 4 == 0 ? 0.58 : i % 2 == 0 ? 0.5 : 0.42;
            for (int voice : upper) {
                out.accept(new Note(bar.start() + i * 0.5, 0.45, voice, velocity));
            }
        }
    }

    private static void offbeats(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            roll(bar, bar.start(), 1, 0.6, 0, out);
            return;
        }
        for (int beat = 0; beat < bar.beats(); beat++) {
            roll(bar, bar.start() + beat + 0.5, 0.3, beat % 2 == 0 ? 0.55 : 0.5, 0, out);
        }
    }

    /** Bowed eighths that circle the chord: what makes a build move. */
    private static void ostinato(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            out.accept(new Note(bar.start(), bar.held(), bar.voices().getLast(), 0.6));
            return;
        }
        int[] order = {3, 2, 1, 2};
        for (int i = 0; i < bar.beats() * 2; i++) {
            int pitch = bar.voices().get(order[i % order.length]);
            out.accept(new Note(bar.start() + i * 0.5, 0.48, pitch, i % 4 == 0 ? 0.6 : 0.48));
        }
    }

    /** Down, down-up, up-down-up across the strings. */
    private static void strum(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            strike(bar, 0, bar.held(), true, 0.6, 0.035, out);
            return;
        }
        double[] beats = bar.beats() == 3 ? new double[] {0, 1, 1.5, 2, 2.5} : new double[] {0, 1, 1.5, 2.5, 3, 3.5};
        for (int i = 0; i < beats.length; i++) {
            boolean down = beats[i] == Math.floor(beats[i]);
            double length = (i + 1 < beats.length ? beats[i + 1] : bar.beats()) - beats[i];
            strike(bar, beats[i], length, down, beats[i] == 0 ? 0.62 : down ? 0.54 : 0.44, 0.012, out);
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
        if (bar.last()) {
            strike(bar, 0, bar.held(), true, 0.5, 0.06, out);
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

    private static void bass(Bar bar, Consumer<Note> out) {
        out.accept(new Note(bar.start(), bar.held(), bar.bass(), 0.6));
    }

    private static void bassSteps(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            bass(bar, out);
            return;
        }
        int fifth = bar.bass() + (bar.bass() + 7 > 50 ? -5 : 7);
        boolean plain = bar.chord().root() == bar.chord().bass();
        out.accept(new Note(bar.start(), 1.4, bar.bass(), 0.66));
        out.accept(new Note(bar.start() + bar.beats() / 2.0 - (bar.beats() == 3 ? 0.5 : 0), 0.9, bar.bass(), 0.5));
        out.accept(new Note(bar.start() + bar.beats() - 1, 0.9, plain ? fifth : bar.bass(), 0.54));
    }

    private static void bassDrive(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            bass(bar, out);
            return;
        }
        for (int i = 0; i < bar.beats() * 2; i++) {
            out.accept(new Note(bar.start() + i * 0.5, 0.46, bar.bass(), i % 2 == 0 ? 0.64 : 0.52));
        }
    }

    /** Between the beats, where the kick is not. */
    private static void bassOff(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            bass(bar, out);
            return;
        }
        for (int beat = 0; beat < bar.beats(); beat++) {
            out.accept(new Note(bar.start() + beat + 0.5, 0.42, bar.bass(), 0.62));
            if (beat % 2 == 1) {
                out.accept(new Note(bar.start() + beat + 0.75, 0.22, bar.bass() + 12, 0.42));
            }
        }
    }

    /** Chords a little ahead of where they are expected. */
    private static void comping(Bar bar, Consumer<Note> out) {
        if (bar.last()) {
            chords(bar, out);
            return;
        }
        roll(bar, bar.start(), 1.4, 0.52, 0.012, out);
        roll(bar, bar.start() + 1.5, bar.number() % 2 == 0 ? 2.3 : 1.2, 0.44, 0.012, out);
        if (bar.number() % 2 == 1) {
            roll(bar, bar.start() + 3, 0.9, 0.36, 0.012, out);
        }
    }

    /** Root, fifth and octave in driven eighths, let ring where a section begins. */
    private static void power(Bar bar, Consumer<Note> out) {
        int root = bar.bass() + (bar.bass() < 40 ? 12 : 0);
        double[] beats = bar.last() || (bar.opening() && bar.energy() > 0.7)
                ? new double[] {0}
                : new double[] {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5};
        for (double beat : beats) {
            double held = beats.length == 1 ? bar.held() : 0.46;
            double velocity = beat % 2 == 0 ? 0.66 : 0.54;
            for (int above : new int[] {0, 7, 12}) {
                out.accept(new Note(bar.start() + beat, held, root + above, velocity));
            }
        }
    }

    /** Short chords across the beat. */
    private static void stabs(Bar bar, Consumer<Note> out) {
        double[] beats = bar.last() ? new double[] {0} : new double[] {0, 0.75, 1.5, 2.5, 3.25};
        for (double beat : beats) {
            roll(bar, bar.start() + beat, bar.last() ? bar.held() : 0.3, beat == 0 ? 0.6 : 0.5, 0, out);
        }
    }

    /** Two or three high chord tones in the bar's gaps. */
    private static void sparkle(Bar bar, Consumer<Note> out) {
        List<Integer> voices = bar.voices();
        int top = voices.getLast() + 12;
        int middle = voices.get(voices.size() - 2) + 12;
        if (bar.last()) {
            out.accept(new Note(bar.start() + 0.5, bar.held() - 0.5, middle, 0.4));
            out.accept(new Note(bar.start() + 1, bar.held() - 1, top, 0.36));
            return;
        }
        double at = bar.number() % 2 == 0 ? 0.5 : 1.5;
        out.accept(new Note(bar.start() + at, 1.5, middle, 0.42));
        out.accept(new Note(bar.start() + at + 1, 1.5, top, 0.46));
    }
}
