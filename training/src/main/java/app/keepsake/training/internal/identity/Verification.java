package app.keepsake.training.internal.identity;

import app.keepsake.vision.FacePortrait;
import java.util.Arrays;
import java.util.List;

/**
 * How well pairs of photos of one person are told from pairs of two, over all pairs of photos with a face.
 *
 * @param same likenesses of pairs of one person, ascending
 * @param other likenesses of pairs of two, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Read by this class's methods alone.
public record Verification(double[] same, double[] other) {
    public static Verification of(List<IdentityPhoto> photos) {
        List<IdentityPhoto> seen =
                photos.stream().filter(photo -> photo.portrait().isPresent()).toList();
        double[] same = new double[seen.size() * (seen.size() - 1) / 2];
        double[] other = new double[same.length];
        int sames = 0;
        int others = 0;
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                double likeness = cosine(seen.get(i), seen.get(j));
                if (seen.get(i).identity().equals(seen.get(j).identity())) {
                    same[sames++] = likeness;
                } else {
                    other[others++] = likeness;
                }
            }
        }
        same = Arrays.copyOf(same, sames);
        other = Arrays.copyOf(other, others);
        Arrays.sort(same);
        Arrays.sort(other);
        return new Verification(same, other);
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

    /** The share of the pairs of one person that are accepted when that share of the pairs of two is. */
    public double acceptedAt(double falseShare) {
        double threshold = other[Math.min(other.length - 1, (int) Math.ceil(other.length * (1 - falseShare)))];
        return above(same, threshold) / (double) same.length;
    }

    /** The best mean of the shares of right answers on pairs of one person and of two. */
    public double accuracy() {
        double best = 0;
        for (double threshold = 0.5; threshold < 1; threshold += 0.001) {
            double right = above(same, threshold) / (double) same.length;
            double wrong = above(other, threshold) / (double) other.length;
            best = Math.max(best, (right + 1 - wrong) / 2);
        }
        return best;
    }

    private static int above(double[] ascending, double threshold) {
        int at = Arrays.binarySearch(ascending, threshold);
        return ascending.length - (at < 0 ? -at - 1 : at);
    }
}
