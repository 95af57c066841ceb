package app.keepsake.training.internal.identity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Who items are of, and what a figure would be on other people of the kind: the bootstrap (B. Efron, 1979), which draws
 * people and not photos, since photos of one person stand or fall together.
 */
@SuppressWarnings("ArrayRecordComponent") // Read by this package alone.
record People(int[] numbers, int count) {
    private static final int RESAMPLES = 200;

    static People of(List<String> identities) {
        Map<String, Integer> known = new LinkedHashMap<>();
        int[] numbers = identities.stream()
                .mapToInt(identity -> known.computeIfAbsent(identity, key -> known.size()))
                .toArray();
        return new People(numbers, known.size());
    }

    /** The number of an item's person, from 0. */
    int of(int item) {
        return numbers[item];
    }

    /** Everybody, once. */
    int[] once() {
        int[] times = new int[count];
        Arrays.fill(times, 1);
        return times;
    }

    /** @param figure of how often each person counts */
    Interval interval(ToDoubleFunction<int[]> figure) {
        Random random = new Random(1);
        double[] values = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] times = new int[count];
            for (int draw = 0; draw < count; draw++) {
                times[random.nextInt(count)]++;
            }
            values[i] = figure.applyAsDouble(times);
        }
        Arrays.sort(values);
        int outside = RESAMPLES / 40;
        return new Interval(figure.applyAsDouble(once()), values[outside], values[RESAMPLES - 1 - outside]);
    }
}
