package app.keepsake.music.internal.score;

import java.util.Comparator;
import java.util.List;

/** Rhythms of one bar for a tune: lengths in beats; a negative length is a rest. */
final class Rhythms {
    private static final List<List<Double>> FOUR = List.of(
            List.of(4.0),
            List.of(2.0, 2.0),
            List.of(3.0, 1.0),
            List.of(-1.0, 1.0, 2.0),
            List.of(1.5, 0.5, 2.0),
            List.of(1.0, 1.0, 2.0),
            List.of(2.0, 1.0, 1.0),
            List.of(-0.5, 0.5, 1.0, 2.0),
            List.of(1.5, 0.5, 1.0, 1.0),
            List.of(0.5, 0.5, 1.0, 2.0),
            List.of(1.0, 0.5, 0.5, 2.0),
            List.of(1.5, 1.5, 1.0),
            List.of(0.5, 1.0, 1.0, 1.5),
            List.of(1.0, 1.0, 1.0, 1.0),
            List.of(1.5, 0.5, 1.5, 0.5),
            List.of(-0.5, 0.5, 0.5, 0.5, 1.0, 1.0),
            List.of(0.5, 0.5, 1.0, 1.0, 1.0),
            List.of(1.0, 0.5, 0.5, 1.0, 1.0),
            List.of(0.5, 1.0, 0.5, 1.0, 1.0),
            List.of(0.5, 0.5, 1.0, 0.5, 0.5, 1.0));
    private static final List<List<Double>> THREE = List.of(
            List.of(3.0),
            List.of(2.0, 1.0),
            List.of(1.0, 2.0),
            List.of(1.5, 0.5, 1.0),
            List.of(1.0, 1.0, 1.0),
            List.of(2.0, 0.5, 0.5),
            List.of(-1.0, 1.0, 1.0),
            List.of(1.0, 0.5, 0.5, 1.0),
            List.of(0.5, 0.5, 1.0, 1.0));

    private Rhythms() {}

    /** The bars with about the wanted number of notes, the closest first. */
    static List<List<Double>> near(int beatsPerBar, double notes) {
        List<List<Double>> all = beatsPerBar == 3 ? THREE : FOUR;
        return all.stream()
                .sorted(Comparator.comparingDouble(bar -> Math.abs(sounding(bar) - notes)))
                .limit(Math.max(3, all.size() / 4))
                .toList();
    }

    /** The bar that ends a phrase: one long note, then breath. */
    static List<Double> close(int beatsPerBar) {
        return beatsPerBar == 3 ? List.of(2.5, -0.5) : List.of(3.0, -1.0);
    }

    private static long sounding(List<Double> bar) {
        return bar.stream().filter(length -> length > 0).count();
    }
}
