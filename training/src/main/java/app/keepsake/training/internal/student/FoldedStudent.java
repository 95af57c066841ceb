package app.keepsake.training.internal.student;

import app.keepsake.training.internal.student.StudentDesign.Layer;
import app.keepsake.training.internal.student.StudentParameters.Place;
import app.keepsake.vision.student.StudentWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A trained student without normalisations: they are folded into weights and biases.
 *
 * @param convolutions in the order of the design's layers that are not poolings
 */
public record FoldedStudent(StudentDesign design, List<Convolution> convolutions) {
    /**
     * @param weights {@code [out, in, k, k]}
     * @param bias {@code [out]}
     */
    public record Convolution(Layer layer, float[] weights, float[] bias) {}

    /** For the detector, with scores as they come out of the training. */
    public StudentWeights weights(String name) {
        List<StudentWeights.Layer> layers = new ArrayList<>();
        Iterator<Convolution> next = convolutions.iterator();
        for (Layer layer : design.layers()) {
            float[] none = {};
            Convolution c = layer.isPool() ? new Convolution(layer, none, none) : next.next();
            layers.add(new StudentWeights.Layer(
                    layer.inputs(), layer.outputs(), layer.kernel(), layer.stride(), channelsLast(c), c.bias()));
        }
        return new StudentWeights(name, 1, 0, layers);
    }

    /** What weights hold, without what their scores were brought to afterwards. */
    public static FoldedStudent of(StudentWeights weights) {
        StudentDesign design = StudentDesign.of(weights);
        List<Layer> found = design.layers();
        List<Convolution> convolutions = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isPool()) {
                StudentWeights.Layer layer = weights.layers().get(i);
                convolutions.add(new Convolution(
                        found.get(i),
                        channelsFirst(found.get(i), layer.weights()),
                        layer.bias().clone()));
            }
        }
        return new FoldedStudent(design, convolutions);
    }

    /** From {@code [k, k, in, out]} to {@code [out, in, k, k]}. */
    private static float[] channelsFirst(Layer layer, float[] weights) {
        int area = layer.kernel() * layer.kernel();
        int in = layer.inputs();
        int out = layer.outputs();
        float[] turned = new float[weights.length];
        for (int i = 0; i < turned.length; i++) {
            turned[(i % out * in + i / out % in) * area + i / out / in] = weights[i];
        }
        return turned;
    }

    /** From {@code [out, in, k, k]} to {@code [k, k, in, out]}. */
    private static float[] channelsLast(Convolution c) {
        int area = c.layer().kernel() * c.layer().kernel();
        int in = c.layer().inputs();
        int out = c.layer().outputs();
        float[] turned = new float[c.weights().length];
        for (int i = 0; i < turned.length; i++) {
            int o = i % out;
            int from = i / out % in;
            int place = i / out / in;
            turned[i] = c.weights()[(o * in + from) * area + place];
        }
        return turned;
    }

    static FoldedStudent of(StudentParameters p) {
        List<Convolution> convolutions = new ArrayList<>();
        for (Place place : p.places()) {
            if (!place.layer().isPool()) {
                convolutions.add(folded(p, place));
            }
        }
        return new FoldedStudent(p.design, convolutions);
    }

    private static Convolution folded(StudentParameters p, Place place) {
        int n = place.layer().outputs();
        int each = place.layer().weights() / n;
        float[] weights = new float[place.layer().weights()];
        float[] bias = new float[n];
        for (int o = 0; o < n; o++) {
            double factor = 1;
            if (place.isHead()) {
                bias[o] = p.learned[place.scale() + o];
            } else {
                factor = p.learned[place.scale() + o]
                        / Math.sqrt(p.statistics[place.mean() + n + o] + StudentParameters.EPSILON);
                bias[o] = (float) (p.learned[place.scale() + n + o] - factor * p.statistics[place.mean() + o]);
            }
            for (int i = 0; i < each; i++) {
                weights[o * each + i] = (float) (factor * p.learned[place.weights() + o * each + i]);
            }
        }
        return new Convolution(place.layer(), weights, bias);
    }

    /**
     * Its numbers with normalisations that change nothing: what comes out is what the weights answer. To be trained on,
     * {@link StudentParameters#normalised} must know the true means and variances.
     */
    StudentParameters parameters() {
        StudentParameters p = StudentParameters.blank(design);
        Iterator<Convolution> next = convolutions.iterator();
        for (Place place : p.places()) {
            Layer layer = place.layer();
            if (layer.isPool()) {
                continue;
            }
            Convolution c = next.next();
            int n = layer.outputs();
            System.arraycopy(c.weights(), 0, p.learned, place.weights(), layer.weights());
            System.arraycopy(c.bias(), 0, p.learned, place.scale() + (place.isHead() ? 0 : n), n);
            if (!place.isHead()) {
                Arrays.fill(p.learned, place.scale(), place.scale() + n, 1);
                Arrays.fill(
                        p.statistics, place.mean() + n, place.mean() + 2 * n, (float) (1 - StudentParameters.EPSILON));
            }
        }
        return p;
    }
}
