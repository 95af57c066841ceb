package app.keepsake.music.internal.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays chords out so that voices move little: of all layouts in a range the one with the least movement from the chord
 * before, without gaps wider than an octave, thick seconds low down, or outer voices in parallel octaves or fifths.
 */
public final class Voicing {
    private final int lowest;
    private final int highest;
    private final int voices;

    public Voicing(int lowest, int highest, int voices) {
        this.lowest = lowest;
        this.highest = highest;
        this.voices = voices;
    }

    /** One layout, low to high, for each chord. */
    public List<List<Integer>> lead(List<Chord> chords, int tonic) {
        List<List<Integer>> result = new ArrayList<>();
        List<Integer> before = List.of();
        for (Chord chord : chords) {
            before = next(before, chord, tonic);
            result.add(before);
        }
        return result;
    }

    private List<Integer> next(List<Integer> before, Chord chord, int tonic) {
        List<Integer> best = List.of();
        double bestCost = Double.MAX_VALUE;
        for (List<Integer> candidate : layouts(chord, tonic)) {
            double cost = cost(before, candidate, chord, tonic);
            if (cost < bestCost) {
                bestCost = cost;
                best = candidate;
            }
        }
        if (best.isEmpty()) {
            throw new IllegalStateException(
                    "No layout of %s with %d voices from %d to %d.".formatted(chord, voices, lowest, highest));
        }
        return best;
    }

    private List<List<Integer>> layouts(Chord chord, int tonic) {
        List<List<Integer>> result = new ArrayList<>();
        List<Integer> pitches = new ArrayList<>();
        for (int pitch = lowest; pitch <= highest; pitch++) {
            if (chord.has(pitch, tonic)) {
                pitches.add(pitch);
            }
        }
        choose(pitches, 0, new ArrayList<>(), result);
        return result;
    }

    private void choose(List<Integer> pitches, int from, List<Integer> chosen, List<List<Integer>> result) {
        if (chosen.size() == voices) {
            result.add(List.copyOf(chosen));
            return;
        }
        for (int i = from; i < pitches.size(); i++) {
            if (!chosen.isEmpty() && pitches.get(i) - chosen.getLast() > 9) {
                return;
            }
            chosen.add(pitches.get(i));
            choose(pitches, i + 1, chosen, result);
            chosen.removeLast();
        }
    }

    private double cost(List<Integer> before, List<Integer> layout, Chord chord, int tonic) {
        double cost = 0;
        List<Integer> classes =
                layout.stream().map(p -> Math.floorMod(p, 12)).distinct().toList();
        List<Integer> wanted = chord.classes(tonic);
        for (int i = 0; i < wanted.size(); i++) {
            boolean fifthOfBigChord = i == 2 && wanted.size() > 3;
            if (!classes.contains(wanted.get(i))) {
                cost += fifthOfBigChord ? 2 : i == 0 ? 6 : 14;
            }
        }
        for (int i = 1; i < layout.size(); i++) {
            int gap = layout.get(i) - layout.get(i - 1);
            cost += gap <= 2 && layout.get(i - 1) < 60 ? 5 : gap == 1 ? 3 : 0;
        }
        if (before.size() != layout.size()) {
            double centre = (lowest + highest) / 2.0;
            return cost + Math.abs(layout.stream().mapToInt(p -> p).average().orElse(centre) - centre);
        }
        for (int i = 0; i < layout.size(); i++) {
            int move = Math.abs(layout.get(i) - before.get(i));
            cost += move + (move > 4 ? 2 * (move - 4) : 0);
        }
        int outer = Math.floorMod(layout.getLast() - layout.getFirst(), 12);
        int outerBefore = Math.floorMod(before.getLast() - before.getFirst(), 12);
        boolean moved = !layout.getFirst().equals(before.getFirst());
        return cost + (moved && outer == outerBefore && (outer == 0 || outer == 7) ? 6 : 0);
    }
}
