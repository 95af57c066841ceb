package app.keepsake.music.internal.score;

import app.keepsake.music.ScoreStyle.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a tune over chords, a phrase at a time: one rhythmic motif answered by another, some notes ahead of the beat, strong beats
 * on chord tones, mostly steps, leaps that turn back, an arch with one summit, and rest at the phrase's end.
 *
 * <p>Pitches are the cheapest path through all scale notes in range, with the last two notes as state (so that a leap
 * can be answered) and a little chance in each cost, which is what makes one seed's tune differ from another's.
 */
final class Melody {
    private final int tonic;
    private final Mode mode;
    private final int beatsPerBar;
    private final double notesPerBar;
    private final double syncopation;
    private final List<Integer> scale;

    /**
     * @param notesPerBar about how many notes it has
     * @param syncopation share of notes that come half a beat early
     * @param compass its range
     */
    Melody(int tonic, Mode mode, int beatsPerBar, double notesPerBar, double syncopation, Compass compass) {
        this.tonic = tonic;
        this.mode = mode;
        this.beatsPerBar = beatsPerBar;
        this.notesPerBar = notesPerBar;
        this.syncopation = syncopation;
        this.scale = scale(compass);
    }

    /** Lowest and highest pitch that a tune may have, as MIDI notes. */
    record Compass(int lowest, int highest) {
        /** From a tenth to nearly two octaves, low or high. */
        static final List<Compass> ALL =
                List.of(new Compass(62, 78), new Compass(60, 77), new Compass(64, 83), new Compass(65, 84));
    }

    /** A place for a note: when, how long, over which chord. */
    private record Slot(double beat, double beats, Chord chord, boolean strong, boolean last, double height) {
        Slot from(double earlier) {
            return new Slot(earlier, beat + beats - earlier, chord, strong, last, height);
        }

        Slot until(double end) {
            return new Slot(beat, end - beat, chord, strong, last, height);
        }
    }

    /**
     * One phrase.
     *
     * @param chords one a bar
     * @param theme names the tune: the same theme over the same chords is the same tune
     * @param home whether it ends on the tonic chord's own tones, closed, or open
     * @param lift 0 to 1, how high it lies in its range
     */
    List<Note> phrase(List<Chord> chords, Chance theme, boolean home, double lift) {
        List<Slot> slots = slots(chords, theme, lift);
        double[][] chance = new double[slots.size()][scale.size()];
        for (double[] row : chance) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 2.2 * theme.fraction();
            }
        }
        int[] path = cheapest(slots, chance, home);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            Slot slot = slots.get(i);
            double velocity = 0.62 + (slot.strong ? 0.1 : 0) + 0.12 * slot.height;
            notes.add(new Note(slot.beat, slot.beats, scale.get(path[i]), velocity));
        }
        return notes;
    }

    private List<Integer> scale(Compass compass) {
        List<Integer> result = new ArrayList<>();
        for (int pitch = compass.lowest; pitch <= compass.highest; pitch++) {
            if (mode.steps().contains(Math.floorMod(pitch - tonic, 12))) {
                result.add(pitch);
            }
        }
        return List.copyOf(result);
    }

    private List<Slot> slots(List<Chord> chords, Chance theme, double lift) {
        List<List<Double>> rhythms = Rhythms.near(beatsPerBar, notesPerBar);
        List<Double> motif = theme.oneOf(rhythms);
        List<Double> answer = theme.oneOf(rhythms);
        double bars = chords.size();
        List<Slot> slots = new ArrayList<>();
        for (int bar = 0; bar < chords.size(); bar++) {
            boolean close = bar > 0 && bar == chords.size() - 1;
            List<Double> rhythm = close ? Rhythms.close(beatsPerBar) : bar % 2 == 0 ? motif : answer;
            double at = 0;
            for (double length : rhythm) {
                if (length > 0) {
                    double where = (bar + at / beatsPerBar) / bars;
                    double height = 0.25 + 0.35 * lift + 0.4 * Math.sin(Math.PI * Math.min(1, where * 1.15));
                    boolean strong = at == 0 || (beatsPerBar == 4 && at == 2) || length >= 1.5;
                    slots.add(new Slot(
                            bar * beatsPerBar + at, length, chords.get(bar), strong, close, Math.min(1, height)));
                }
                at += Math.abs(length);
            }
        }
        return anticipated(slots, theme);
    }

    /** Some notes that follow a long one come half a beat early, with the harmony that they belong to. */
    private List<Slot> anticipated(List<Slot> slots, Chance theme) {
        List<Slot> result = new ArrayList<>(slots);
        for (int i = 1; i < result.size(); i++) {
            Slot before = result.get(i - 1);
            Slot slot = result.get(i);
            boolean follows = before.beat + before.beats > slot.beat - 1e-9 && before.beats >= 1;
            boolean onBeat = slot.beat == Math.floor(slot.beat);
            if (theme.fraction() < syncopation && follows && onBeat && !slot.last) {
                result.set(i - 1, before.until(slot.beat - 0.5));
                result.set(i, slot.from(slot.beat - 0.5));
            }
        }
        return result;
    }

    /** One or two notes that lead by steps into another, where there is room before it. */
    List<Note> pickup(Note to, double room, Chance theme) {
        int target = scale.indexOf(to.pitch());
        int count = room >= 1 && theme.fraction() < 0.6 ? 2 : 1;
        boolean rising = theme.fraction() < 0.7;
        List<Note> notes = new ArrayList<>();
        for (int i = count; i >= 1; i--) {
            int index = target + (rising ? -i : i);
            if (index >= 0 && index < scale.size()) {
                notes.add(new Note(to.beat() - 0.5 * i, 0.5, scale.get(index), 0.56));
            }
        }
        return notes;
    }

    private int[] cheapest(List<Slot> slots, double[][] chance, boolean home) {
        int n = scale.size();
        double[][][] cost = new double[slots.size()][n][n];
        int[][][] from = new int[slots.size()][n][n];
        for (int i = 0; i < slots.size(); i++) {
            for (int here = 0; here < n; here++) {
                double alone = alone(slots.get(i), here, home) + chance[i][here];
                for (int before = 0; before < n; before++) {
                    double best = 0;
                    int origin = 0;
                    if (i == 1) {
                        best = cost[0][before][0] + move(before, here);
                    } else if (i > 1) {
                        best = Double.MAX_VALUE;
                        for (int earlier = 0; earlier < n; earlier++) {
                            double c = cost[i - 1][before][earlier] + move(before, here) + turn(earlier, before, here);
                            if (c < best) {
                                best = c;
                                origin = earlier;
                            }
                        }
                    }
                    cost[i][here][before] = best + alone;
                    from[i][here][before] = origin;
                }
            }
        }
        return trace(cost, from, slots.size(), n);
    }

    private static int[] trace(double[][][] cost, int[][][] from, int length, int n) {
        int here = 0;
        int before = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (cost[length - 1][a][b] < cost[length - 1][here][before]) {
                    here = a;
                    before = b;
                }
            }
        }
        int[] path = new int[length];
        for (int i = length - 1; i >= 0; i--) {
            path[i] = here;
            int earlier = from[i][here][before];
            here = before;
            before = earlier;
        }
        return path;
    }

    private double alone(Slot slot, int index, boolean home) {
        int pitch = scale.get(index);
        double cost = 6 * Math.abs((double) index / (scale.size() - 1) - slot.height);
        if (!slot.chord.has(pitch, tonic)) {
            cost += slot.strong ? 14 : 1.2;
        }
        if (slot.last) {
            int degree = Math.floorMod(pitch - tonic, 12);
            int best = home ? 0 : 7;
            cost += degree == best ? 0 : slot.chord.has(pitch, tonic) ? (home ? 9 : 2.5) : 20;
        }
        return cost;
    }

    private static double move(int before, int here) {
        return switch (Math.abs(here - before)) {
            case 0 -> 2.4;
            case 1 -> 0;
            case 2 -> 1.8;
            case 3 -> 3.4;
            case 4 -> 4.6;
            case 5 -> 6.5;
            case 7 -> 8;
            default -> 15;
        };
    }

    /** A leap wants a step back; three notes the same stand still. */
    private static double turn(int earlier, int before, int here) {
        int first = before - earlier;
        int second = here - before;
        if (first == 0 && second == 0) {
            return 6;
        }
        if (Math.abs(first) >= 3) {
            return Integer.signum(first) == Integer.signum(second) ? 4 : Math.abs(second) > 2 ? 2 : 0;
        }
        return here == earlier ? 1.5 : 0;
    }
}
