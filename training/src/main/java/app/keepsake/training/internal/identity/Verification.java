package app.keepsake.training.internal.identity;

import app.keepsake.vision.FacePortrait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How well pairs of photos of one person are told from pairs of two, over all pairs of photos with a face. */
public final class Verification {
    private final People people;
    private final List<Pair> same = new ArrayList<>();
    private final List<Pair> other = new ArrayList<>();

    /** @param one number of a person in {@link People} */
    private record Pair(double likeness, int one, int two) {}

    private Verification(People people) {
        this.people = people;
    }

    public static Verification of(List<IdentityPhoto> photos) {
        List<IdentityPhoto> seen =
                photos.stream().filter(photo -> photo.portrait().isPresent()).toList();
        Verification all = new Verification(
                People.of(seen.stream().map(IdentityPhoto::identity).toList()));
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                Pair pair = new Pair(cosine(seen.get(i), seen.get(j)), all.people.of(i), all.people.of(j));
                (pair.one() == pair.two() ? all.same : all.other).add(pair);
            }
        }
        all.other.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        return all;
    }

    private static double cosine(IdentityPhoto a, IdentityPhoto b) {
        float[] x = a.portrait().map(FacePortrait::embedding).orElseThrow();
        float[] y = b.portrait().map(FacePortrait::embedding).orElseThrow();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** Pairs of one person. */
    public int same() {
        return same.size();
    }

    /** Pairs of two. */
    public int other() {
        return other.size();
    }

    /** The likeness that this share of the pairs of two has, or more. */
    public double thresholdAt(double falseShare) {
        return threshold(falseShare, people.once());
    }

    /**
     * The share of the pairs of one person that are accepted when that share of the pairs of two is; in 95 of 100
     * resamples of the people it lies within the interval.
     */
    public Interval acceptedAt(double falseShare) {
        return people.interval(times -> accepted(falseShare, times));
    }

    private double accepted(double falseShare, int[] times) {
        double least = threshold(falseShare, times);
        double all = 0;
        double accepted = 0;
        for (Pair pair : same) {
            all += times[pair.one()];
            accepted += pair.likeness() >= least ? times[pair.one()] : 0;
        }
        return all == 0 ? 1 : accepted / all;
    }

    private double threshold(double falseShare, int[] times) {
        double left = 0;
        for (Pair pair : other) {
            left += (double) times[pair.one()] * times[pair.two()];
        }
        left *= falseShare;
        for (Pair pair : other) {
            left -= (double) times[pair.one()] * times[pair.two()];
            if (left < 0) {
                return Math.nextUp(pair.likeness());
            }
        }
        return -1;
    }

    /** Likenesses of one kind of pairs, ascending: for those who choose thresholds. */
    public double[] likenesses(boolean ofOne) {
        double[] values =
                (ofOne ? same : other).stream().mapToDouble(Pair::likeness).toArray();
        Arrays.sort(values);
        return values;
    }
}
