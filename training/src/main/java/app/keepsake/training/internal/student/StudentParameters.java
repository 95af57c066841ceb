package app.keepsake.training.internal.student;

import app.keepsake.training.internal.student.StudentDesign.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All numbers that are learned, in one array, so that an optimizer, an average or a checkpoint need not know layers:
 * for each convolution weights {@code [out, in, k, k]}, then scale and shift of its normalisation (the heads have a
 * bias instead). Means and variances of the normalisations are kept apart, because they are not learned by gradient.
 */
final class StudentParameters {
    /** Added to variances. */
    static final double EPSILON = 1e-5;

    /** Of an output that is all but constant. */
    private static final double SMALLEST_DEVIATION = 1e-3;

    final StudentDesign design;
    final float[] learned;
    final float[] statistics;

    private StudentParameters(StudentDesign design, float[] learned, float[] statistics) {
        this.design = design;
        this.learned = learned;
        this.statistics = statistics;
    }

    static StudentParameters of(StudentDesign design, float[] learned, float[] statistics) {
        int[] lengths = lengths(design);
        if (learned.length != lengths[0] || statistics.length != lengths[1]) {
            throw new IllegalArgumentException(
                    "Design %s has %d + %d parameters, found %d + %d. Train anew or keep the design."
                            .formatted(design, lengths[0], lengths[1], learned.length, statistics.length));
        }
        return new StudentParameters(design, learned, statistics);
    }

    /** With numbers that are all 0. */
    static StudentParameters blank(StudentDesign design) {
        int[] lengths = lengths(design);
        return new StudentParameters(design, new float[lengths[0]], new float[lengths[1]]);
    }

    /** He initialisation; heads start small and sure that there is no face. */
    static StudentParameters random(StudentDesign design, long seed) {
        StudentParameters p = blank(design);
        SplittableRandom random = new SplittableRandom(seed);
        for (Place place : p.places()) {
            Layer layer = place.layer();
            boolean head = place.isHead();
            double sigma = head ? 0.01 : Math.sqrt(2.0 / (layer.inputs() * layer.kernel() * layer.kernel()));
            for (int i = 0; i < layer.weights(); i++) {
                p.learned[place.weights() + i] = (float) (sigma * random.nextGaussian());
            }
            for (int i = 0; i < layer.outputs(); i++) {
                p.learned[place.scale() + i] = head ? 0 : 1;
                if (!head) {
                    p.statistics[place.mean() + layer.outputs() + i] = 1;
                }
            }
        }
        return p;
    }

    /**
     * The same function for means and variances that convolutions have on photos: each output is brought to a variance of
     * 1 by its weights, as in a fresh student, and its normalisation gives back what that took.
     *
     * @param statistics what the convolutions of these parameters give, in the order of {@link #statistics}
     */
    StudentParameters normalised(float[] statistics) {
        StudentParameters p = copy();
        for (Place place : places()) {
            if (place.layer().isPool() || place.isHead()) {
                continue;
            }
            int n = place.layer().outputs();
            int each = place.layer().weights() / n;
            for (int o = 0; o < n; o++) {
                float mean = statistics[place.mean() + o];
                float deviation = (float) Math.max(SMALLEST_DEVIATION, Math.sqrt(statistics[place.mean() + n + o]));
                for (int i = 0; i < each; i++) {
                    p.learned[place.weights() + o * each + i] /= deviation;
                }
                p.statistics[place.mean() + o] = mean / deviation;
                p.learned[place.scale() + o] = deviation;
                p.learned[place.scale() + n + o] += mean;
            }
        }
        return p;
    }

    private static int[] lengths(StudentDesign design) {
        int learned = 0;
        int statistics = 0;
        for (int i = 0; i < design.layers().size(); i++) {
            Layer layer = design.layers().get(i);
            boolean head = i == design.layers().size() - 1;
            learned += layer.weights() + layer.outputs() * (head ? 1 : 2);
            statistics += head ? 0 : 2 * layer.outputs();
        }
        return new int[] {learned, statistics};
    }

    /**
     * Where a convolution's numbers are.
     *
     * @param weights in {@link #learned}
     * @param scale in {@link #learned}: the scales followed by the shifts; a head's biases
     * @param mean in {@link #statistics}: the means followed by the variances
     */
    record Place(Layer layer, boolean isHead, int weights, int scale, int mean) {}

    /** One for each layer; those of poolings have no numbers. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        int learnedAt = 0;
        int statisticsAt = 0;
        for (int i = 0; i < design.layers().size(); i++) {
            Layer layer = design.layers().get(i);
            boolean head = i == design.layers().size() - 1;
            places.add(new Place(layer, head, learnedAt, learnedAt + layer.weights(), statisticsAt));
            learnedAt += layer.weights() + layer.outputs() * (head ? 1 : 2);
            statisticsAt += head ? 0 : 2 * layer.outputs();
        }
        return places;
    }

    StudentParameters copy() {
        return new StudentParameters(design, learned.clone(), statistics.clone());
    }
}
