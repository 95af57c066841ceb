package app.keepsake.memories.internal.select;

import app.keepsake.catalog.Place;
import app.keepsake.memories.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a set of shots is worth together:
 *
 * <pre>F(S) = sum over i in S of worth(i) + sum over features f of weight(f) * sqrt(number of shots in S with f)</pre>
 *
 * A feature is a part of the time told, a year where it is of several, a person, a place, a scene, a look (similar pictures share it), still or moving,
 * upright or wide. The second shot of the same adds less than the first, so variety wins over more of the best. A sum
 * of a modular function and of concave functions of counts is monotone and submodular, hence greedy selection reaches
 * at least 1 - 1/e = 63 % of the best possible value (Nemhauser, Wolsey and Fisher, 1978; for summaries Lin and
 * Bilmes, 2011).
 */
final class Objective {
    private static final double TIME = 0.9;
    /** Parts of the time have about as many pictures each, so that years of few would hardly be seen. */
    private static final double YEAR = 1.2;

    private static final int FEWEST_YEARS = 3;
    private static final double PERSON = 0.35;
    private static final double PLACE = 0.3;
    private static final double SCENE = 0.2;
    private static final double LOOK = 0.5;
    private static final double MEDIUM = 0.5;
    private static final double FORMAT = 0.15;
    private static final int MOST_SCENES = 4;
    private static final int ALIKE_BITS = 18;

    private final int[][] featuresOf;
    private final double[] worth;
    private final double[] weight;
    private final int[] count;

    private Objective(int[][] featuresOf, double[] worth, double[] weight) {
        this.featuresOf = featuresOf;
        this.worth = worth;
        this.weight = weight;
        this.count = new int[weight.length];
    }

    /**
     * @param items what may be chosen, in order of time
     * @param parts into how many parts of equal size the time is divided
     * @param emphasis factor on each item's worth, 1 unless a choice says less or more
     */
    static Objective of(List<Item> items, int parts, ToDoubleFunction<Item> emphasis) {
        Features features = new Features(isOfYears(items));
        int[][] featuresOf = new int[items.size()][];
        double[] worth = new double[items.size()];
        int[] looks = looks(items);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            worth[i] = Worth.of(item) * emphasis.applyAsDouble(item);
            featuresOf[i] = features.of(item, (int) ((long) i * parts / items.size()), looks[i]);
        }
        return new Objective(featuresOf, worth, features.weights());
    }

    private static boolean isOfYears(List<Item> items) {
        return !items.isEmpty()
                && items.getLast().day().getYear() - items.getFirst().day().getYear() >= FEWEST_YEARS - 1;
    }

    /** What the item would add to what was taken. */
    double gain(int i) {
        double gain = worth[i];
        for (int f : featuresOf[i]) {
            gain += weight[f] * (Math.sqrt(count[f] + 1) - Math.sqrt(count[f]));
        }
        return gain;
    }

    void take(int i) {
        for (int f : featuresOf[i]) {
            count[f]++;
        }
    }

    /** Of the items taken together, for tests of the guarantee. */
    double value(Iterable<Integer> taken) {
        double value = 0;
        int[] counts = new int[weight.length];
        for (int i : taken) {
            value += worth[i];
            for (int f : featuresOf[i]) {
                counts[f]++;
            }
        }
        for (int f = 0; f < counts.length; f++) {
            value += weight[f] * Math.sqrt(counts[f]);
        }
        return value;
    }

    /** Groups pictures by the first one that they resemble. */
    private static int[] looks(List<Item> items) {
        int[] looks = new int[items.size()];
        int[] leaders = new int[items.size()];
        long[] lookOfLeader = new long[items.size()];
        int n = 0;
        for (int i = 0; i < looks.length; i++) {
            looks[i] = i;
            long look = items.get(i).look();
            if (look != 0) {
                int leader = 0;
                while (leader < n && Long.bitCount(look ^ lookOfLeader[leader]) > ALIKE_BITS) {
                    leader++;
                }
                if (leader == n) {
                    lookOfLeader[n] = look;
                    leaders[n++] = i;
                }
                looks[i] = leaders[leader];
            }
        }
        return looks;
    }

    /** Numbers features as they come. */
    private static final class Features {
        private record Key(String type, Object value) {}

        private final Map<Key, Integer> numbers = new HashMap<>();
        private final boolean ofYears;
        private double[] weights = new double[64];

        Features(boolean ofYears) {
            this.ofYears = ofYears;
        }

        int[] of(Item item, int part, int look) {
            Place place = item.place();
            int scenes = Math.min(MOST_SCENES, item.tags().size());
            int[] features = new int[item.people().size() + scenes + (place == null ? 0 : 1) + (ofYears ? 5 : 4)];
            int n = 0;
            features[n++] = number("time", part, TIME);
            features[n++] = number("look", look, LOOK);
            features[n++] = number("medium", item.clip(), MEDIUM);
            features[n++] = number("format", item.aspect() >= 1, FORMAT);
            if (ofYears) {
                features[n++] = number("year", item.day().getYear(), YEAR);
            }
            if (place != null) {
                features[n++] = number("place", place.name(), PLACE);
            }
            for (long person : item.people()) {
                features[n++] = number("person", person, PERSON);
            }
            for (String tag : item.tags().subList(0, scenes)) {
                features[n++] = number("scene", tag, SCENE);
            }
            return features;
        }

        private int number(String type, Object value, double weight) {
            int number = numbers.computeIfAbsent(new Key(type, value), key -> numbers.size());
            if (number == weights.length) {
                weights = Arrays.copyOf(weights, 2 * number);
            }
            weights[number] = weight;
            return number;
        }

        double[] weights() {
            return Arrays.copyOf(weights, numbers.size());
        }
    }
}
