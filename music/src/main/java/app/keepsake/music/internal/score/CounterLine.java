package app.keepsake.music.internal.score;

import app.keepsake.music.ScoreStyle.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a second voice under a tune, after the rules of two-part counterpoint: it moves where the tune rests, mostly by
 * steps and against it, meets it in consonances, and never goes with it in fifths or octaves. Pitches are the cheapest
 * path through the notes of the scale in a tenor's range.
 *
 * @see <a href="https://archive.org/details/studyofcounterpo00fuxj">J. J. Fux: Gradus ad Parnassum</a>
 */
final class CounterLine {
    private static final int LOWEST = 50;
    private static final int HIGHEST = 69;
    /** A tune of so many notes in a bar leaves no room for another that moves. */
    private static final int BUSY = 4;

    private final int tonic;
    private final List<Integer> scale = new ArrayList<>();
    private final List<Note> tune;

    CounterLine(int tonic, Mode mode, List<Note> tune) {
        this.tonic = tonic;
        this.tune = tune;
        for (int pitch = LOWEST; pitch <= HIGHEST; pitch++) {
            if (mode.steps().contains(Math.floorMod(pitch - tonic, 12))) {
                scale.add(pitch);
            }
        }
    }

    private record Slot(double beat, double beats, Bar bar, boolean strong, int above) {}

    /** Its notes, in order. */
    List<Note> over(List<Bar> bars) {
        List<Slot> slots = new ArrayList<>();
        for (Bar bar : bars) {
            slots.addAll(slots(bar));
        }
        int[] path = cheapest(slots);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            Slot slot = slots.get(i);
            notes.add(new Note(slot.beat, slot.beats * 1.02, scale.get(path[i]), slot.strong ? 0.56 : 0.5));
        }
        return notes;
    }

    /** Long notes where the tune is busy, quicker ones where it holds or rests. */
    private List<Slot> slots(Bar bar) {
        double start = bar.start();
        if (bar.last()) {
            return List.of(new Slot(start, bar.held(), bar, true, above(start)));
        }
        List<Note> sung = tune.stream()
                .filter(note -> note.beat() >= start && note.beat() < start + bar.beats())
                .toList();
        boolean restsLate = sung.stream().noneMatch(note -> note.beat() >= start + bar.beats() / 2.0);
        double[] lengths;
        if (sung.size() >= BUSY) {
            lengths = new double[] {bar.beats()};
        } else if (restsLate && bar.turn()) {
            lengths = bar.beats() == 3 ? new double[] {1, 1, 1} : new double[] {1.5, 0.5, 1, 1};
        } else if (restsLate) {
            lengths = bar.beats() == 3 ? new double[] {2, 1} : new double[] {2, 1, 1};
        } else {
            lengths = bar.beats() == 3 ? new double[] {3} : new double[] {2, 2};
        }
        List<Slot> slots = new ArrayList<>();
        double at = 0;
        for (double length : lengths) {
            slots.add(new Slot(start + at, length, bar, at == 0 || length >= 2, above(start + at)));
            at += length;
        }
        return slots;
    }

    /** The tune's pitch at a beat, or its last one before; 0 where it has not begun. */
    private int above(double beat) {
        int pitch = 0;
        for (Note note : tune) {
            if (note.beat() > beat + 1e-9) {
                break;
            }
            pitch = note.pitch();
        }
        return pitch;
    }

    private int[] cheapest(List<Slot> slots) {
        int n = scale.size();
        double[][] cost = new double[slots.size()][n];
        int[][] from = new int[slots.size()][n];
        for (int i = 0; i < slots.size(); i++) {
            for (int here = 0; here < n; here++) {
                double best = 0;
                if (i > 0) {
                    best = Double.MAX_VALUE;
                    for (int before = 0; before < n; before++) {
                        double c = cost[i - 1][before] + move(slots.get(i - 1), before, slots.get(i), here);
                        if (c < best) {
                            best = c;
                            from[i][here] = before;
                        }
                    }
                }
                cost[i][here] = best + alone(slots.get(i), scale.get(here));
            }
        }
        int[] path = new int[slots.size()];
        for (int i = slots.size() - 1; i >= 0; i--) {
            path[i] = i == slots.size() - 1 ? least(cost[i]) : from[i + 1][path[i + 1]];
        }
        return path;
    }

    private static int least(double[] costs) {
        double least = Arrays.stream(costs).min().orElse(0);
        int at = 0;
        while (costs[at] > least) {
            at++;
        }
        return at;
    }

    private double alone(Slot slot, int pitch) {
        double cost = 0.05 * Math.abs(pitch - 60);
        if (!slot.bar.chord().has(pitch, tonic)) {
            cost += slot.strong ? 9 : 1.5;
        }
        cost += Math.floorMod(pitch - tonic - slot.bar.chord().root(), 12) == 0 ? 1 : 0;
        if (slot.above == 0) {
            return cost;
        }
        cost += pitch > slot.above - 3 ? 8 : 0;
        return cost
                + switch (Math.floorMod(slot.above - pitch, 12)) {
                    case 1, 11 -> 6;
                    case 6 -> 2;
                    case 2, 10 -> 1.5;
                    case 0 -> 3;
                    default -> 0;
                };
    }

    private double move(Slot earlier, int before, Slot slot, int here) {
        int moved = scale.get(here) - scale.get(before);
        int steps = Math.abs(here - before);
        double cost = steps == 0 ? 1.4 : steps == 1 ? 0 : steps == 2 ? 0.8 : steps <= 4 ? 2 : 7;
        if (earlier.above == 0 || slot.above == 0) {
            return cost;
        }
        int tuneMoved = slot.above - earlier.above;
        int interval = Math.floorMod(slot.above - scale.get(here), 12);
        boolean same = interval == Math.floorMod(earlier.above - scale.get(before), 12);
        boolean parallel = moved != 0 && tuneMoved != 0 && same && (interval == 0 || interval == 7);
        return cost + (parallel ? 12 : 0) + 0.6 * Integer.signum(moved) * Integer.signum(tuneMoved);
    }
}
