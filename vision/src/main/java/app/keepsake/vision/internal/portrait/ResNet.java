package app.keepsake.vision.internal.portrait;

import app.keepsake.engine.Graph;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Op;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.util.List;
import java.util.Map;

/**
 * dlib's ResNet with 29 convolutions (D. King, 2017; after K. He and others, 2016) as face-api ships it: blocks of two
 * 3x3 convolutions with a shortcut, averaged over the plane at the end, and a linear map to 128 numbers.
 */
final class ResNet {
    static final String INPUT = "face";
    static final String OUTPUT = "embedding";
    static final int SIZE = 150;
    static final int DIMENSIONS = 128;

    private final Map<String, Tensor> weights;
    private final GraphBuilder graph = Graph.builder();

    private ResNet(Map<String, Tensor> weights) {
        this.weights = weights;
    }

    /** @param weights by the names of the package's manifest */
    static Graph of(Map<String, Tensor> weights) {
        ResNet network = new ResNet(weights);
        network.build();
        return network.graph.build();
    }

    private void build() {
        Value x = graph.input(INPUT, Shape.of(1, SIZE, SIZE, 3));
        x = graph.relu(scaledConvolution(x, "conv32_down", 2, Padding.VALID));
        x = graph.maxPool(x, 3, 2, Padding.VALID);
        x = blocks(x, 32, 3);
        x = halving(x, "conv64_down", 32, 0);
        x = blocks(x, 64, 3);
        x = halving(x, "conv128_down", 64, 0);
        x = blocks(x, 128, 2);
        x = halving(x, "conv256_down", 128, 1);
        x = blocks(x, 256, 2);
        x = halving(x, "conv256_down_out", 0, 1);
        Value pooled = graph.mean(x, false, 1, 2);
        graph.output(OUTPUT, graph.fullyConnected(pooled, weight("fc"), Tensor.zeros(Shape.of(DIMENSIONS))));
    }

    private Value blocks(Value x, int channels, int count) {
        for (int block = 1; block <= count; block++) {
            String name = "conv%d_%d/".formatted(channels, block);
            Value y = graph.relu(scaledConvolution(x, name + "conv1", 1, Padding.SAME));
            x = graph.relu(graph.add(scaledConvolution(y, name + "conv2", 1, Padding.SAME), x));
        }
        return x;
    }

    /**
     * @param channels of zeros that the shortcut needs to have as many as the block
     * @param lines of zeros, below and to the right, that the block needs to be as large as the shortcut
     */
    private Value halving(Value x, String name, int channels, int lines) {
        Value y = graph.relu(scaledConvolution(x, name + "/conv1", 2, Padding.VALID));
        y = scaledConvolution(y, name + "/conv2", 1, Padding.SAME);
        Value shortcut = graph.averagePool(x, 2, 2, Padding.VALID);
        return graph.relu(graph.add(widened(y, lines, 0), widened(shortcut, 0, channels)));
    }

    private Value widened(Value x, int lines, int channels) {
        return lines + channels == 0
                ? x
                : graph.add(new Op.Pad(List.of(0, 0, 0, 0), List.of(0, lines, lines, channels), 0), x);
    }

    /** The scaling after the convolution goes into its weights. */
    private Value scaledConvolution(Value x, String name, int stride, Padding padding) {
        Tensor filters = weight(name + "/conv/filters");
        float[] scale = weight(name + "/scale/weights").data();
        float[] bias = weight(name + "/conv/bias").data().clone();
        float[] offset = weight(name + "/scale/biases").data();
        for (int channel = 0; channel < bias.length; channel++) {
            bias[channel] = bias[channel] * scale[channel] + offset[channel];
        }
        float[] scaled = filters.data().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale[i % scale.length];
        }
        return graph.conv2d(
                x, Tensor.of(filters.shape(), scaled), Tensor.of(Shape.of(bias.length), bias), stride, padding);
    }

    private Tensor weight(String name) {
        Tensor tensor = weights.get(name);
        if (tensor == null) {
            throw new ModelException(
                    "The face recognition network needs the tensor '%s', which its weights lack. Build again."
                            .formatted(name));
        }
        return tensor;
    }
}
