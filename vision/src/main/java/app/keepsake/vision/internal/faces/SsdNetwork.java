package app.keepsake.vision.internal.faces;

import app.keepsake.engine.Graph;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.util.Map;
import java.util.Set;

/**
 * The single-shot detector on MobileNet v1 (W. Liu and others, 2016; A. Howard and others, 2017) as face-api ships it:
 * 13 pairs of depthwise and pointwise convolutions, eight more layers that halve the map four times, and six heads.
 *
 * <p>Stride-2 layers look one pixel to the right and below only. Height and width therefore need not be the trained
 * 512: a grid cell stays where it is when the picture ends earlier.
 */
final class SsdNetwork {
    static final String INPUT = "image";
    static final int HEADS = 6;

    private static final int PAIRS = 13;
    private static final Set<Integer> HALVING_PAIRS = Set.of(2, 4, 6, 12);
    /** The first head looks at the map before the last halving. */
    private static final int FIRST_HEAD_PAIR = 11;

    private static final float EPSILON = 0.001f;

    /** With it a map of n rows becomes one of ceil(n / 2), aligned at the top left whether n is even or odd. */
    private static final Padding HALVING = new Padding.Explicit(0, 2, 0, 2);

    private final Map<String, Tensor> weights;
    private final GraphBuilder graph = new GraphBuilder();

    private SsdNetwork(Map<String, Tensor> weights) {
        this.weights = weights;
    }

    /** Name of a head's box encodings, {@code [1, h, w, anchors * 4]}. */
    static String boxes(int head) {
        return "boxes" + head;
    }

    /** Name of a head's class logits, {@code [1, h, w, anchors * 3]}: background, face, unused. */
    static String classes(int head) {
        return "classes" + head;
    }

    /** @param weights by the names of the package's manifest */
    static Graph of(Map<String, Tensor> weights) {
        SsdNetwork network = new SsdNetwork(weights);
        network.build();
        return network.graph.build();
    }

    private void build() {
        Value x = graph.input(INPUT, Shape.of(1, Shape.UNKNOWN, Shape.UNKNOWN, 3));
        x = dense(x, "MobilenetV1/Conv2d_0_pointwise", true);
        for (int pair = 1; pair <= PAIRS; pair++) {
            x = depthwise(x, "MobilenetV1/Conv2d_" + pair + "_depthwise", HALVING_PAIRS.contains(pair));
            x = dense(x, "MobilenetV1/Conv2d_" + pair + "_pointwise", false);
            if (pair == FIRST_HEAD_PAIR) {
                head(x, 0);
            }
        }
        head(x, 1);
        for (int step = 0; step < HEADS - 2; step++) {
            x = dense(x, "Prediction/Conv2d_" + 2 * step + "_pointwise", false);
            x = dense(x, "Prediction/Conv2d_" + (2 * step + 1) + "_pointwise", true);
            head(x, step + 2);
        }
    }

    private Value dense(Value x, String name, boolean halves) {
        Tensor bias = weight(name + "/convolution_bn_offset");
        return graph.relu6(
                graph.conv2d(x, weight(name + "/weights"), bias, halves ? 2 : 1, halves ? HALVING : Padding.SAME));
    }

    /** The batch norm goes into the convolution: {@code scale * (w * x - mean) + offset}. */
    private Value depthwise(Value x, String name, boolean halves) {
        float[] scale = weight(name + "/BatchNorm/gamma").data().clone();
        float[] variance = weight(name + "/BatchNorm/moving_variance").data();
        float[] mean = weight(name + "/BatchNorm/moving_mean").data();
        float[] bias = weight(name + "/BatchNorm/beta").data().clone();
        for (int channel = 0; channel < scale.length; channel++) {
            scale[channel] /= (float) Math.sqrt(variance[channel] + EPSILON);
            bias[channel] -= scale[channel] * mean[channel];
        }
        Tensor filter = weight(name + "/depthwise_weights");
        float[] scaled = filter.data().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale[i % scale.length];
        }
        return graph.relu6(graph.depthwise(
                x,
                Tensor.of(filter.shape(), scaled),
                Tensor.of(Shape.of(bias.length), bias),
                halves ? 2 : 1,
                halves ? HALVING : Padding.SAME));
    }

    private void head(Value x, int number) {
        String name = "Prediction/BoxPredictor_" + number;
        graph.output(boxes(number), plain(x, name + "/BoxEncodingPredictor"));
        graph.output(classes(number), plain(x, name + "/ClassPredictor"));
    }

    private Value plain(Value x, String name) {
        return graph.conv2d(x, weight(name + "/weights"), weight(name + "/biases"), 1, Padding.SAME);
    }

    private Tensor weight(String name) {
        Tensor tensor = weights.get(name);
        if (tensor == null) {
            throw new ModelException(
                    "The face detector needs the tensor '%s', which its weights lack. Build again.".formatted(name));
        }
        return tensor;
    }
}
