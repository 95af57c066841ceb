package app.keepsake.training.internal.student;

import app.keepsake.training.internal.student.FoldedStudent.Convolution;
import app.keepsake.training.internal.student.StudentDesign.Layer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A student in a wider design that answers as it did: new outputs of a layer look at random things, and nothing listens
 * to them yet. Training goes on from what was learned instead of from nothing (Chen, Goodfellow, Shlens: Net2Net, 2016,
 * has copies of outputs in their place).
 */
public final class GrownStudent {
    private GrownStudent() {}

    /**
     * @param design with the same layers, each with as many outputs or more
     * @throws IllegalArgumentException if the layers differ in something else, or have fewer outputs
     */
    public static FoldedStudent of(FoldedStudent student, StudentDesign design, long seed) {
        List<Layer> before = student.design().layers();
        List<Layer> after = design.layers();
        SplittableRandom random = new SplittableRandom(seed);
        Iterator<Convolution> next = student.convolutions().iterator();
        List<Convolution> grown = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (before.size() != after.size() || !isGrown(before.get(i), after.get(i))) {
                throw new IllegalArgumentException(
                        "Weights of the design %s cannot begin a training of %s. Name a design with the same layers, each with as many outputs or more, with --design."
                                .formatted(student.design(), design));
            }
            if (!after.get(i).isPool()) {
                grown.add(grown(next.next(), after.get(i), random));
            }
        }
        return new FoldedStudent(design, grown);
    }

    private static boolean isGrown(Layer before, Layer after) {
        return before.kernel() == after.kernel()
                && before.stride() == after.stride()
                && before.isPool() == after.isPool()
                && before.outputs() <= after.outputs();
    }

    private static Convolution grown(Convolution old, Layer layer, SplittableRandom random) {
        int area = layer.kernel() * layer.kernel();
        int oldEach = old.layer().inputs() * area;
        int each = layer.inputs() * area;
        double sigma = Math.sqrt(2.0 / each);
        float[] weights = new float[layer.weights()];
        float[] bias = new float[layer.outputs()];
        for (int o = 0; o < layer.outputs(); o++) {
            if (o < old.layer().outputs()) {
                System.arraycopy(old.weights(), o * oldEach, weights, o * each, oldEach);
                bias[o] = old.bias()[o];
            } else {
                for (int i = 0; i < each; i++) {
                    weights[o * each + i] = (float) (sigma * random.nextGaussian());
                }
            }
        }
        return new Convolution(layer, weights, bias);
    }
}
