package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.data.Tiling;
import app.keepsake.vision.student.StudentWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A stack of convolutions without padding, each with batch normalisation and ReLU, and 2x2 max pooling, written for
 * example as {@code "16/2 16 P 32 32 P 64 96 96x1"}: 3x3 convolutions with 16, 16, 32 ... outputs, the first with
 * stride 2, the last one 1x1, {@code P} a pooling. Fifteen outputs follow: logit, x, y, log
 * width, log height, and x and y of five points of the face.
 */
public record StudentDesign(String text, List<Layer> layers) {
    /** The design of the weights that the app uses. */
    public static final String SHIPPED = "16/2 32/2 48 P 96 96 128 128 128x1";

    /** Outputs of the heads: the logit of a face, then the {@link Batch#TARGETS}. */
    public static final int OUTPUTS = 1 + Batch.TARGETS;

    /**
     * @param outputs channels; 0 for a pooling
     * @param kernel side of the window
     */
    public record Layer(int inputs, int outputs, int kernel, int stride) {
        public boolean isPool() {
            return outputs == 0;
        }

        int weights() {
            return inputs * outputs * kernel * kernel;
        }
    }

    public StudentDesign {
        layers = List.copyOf(layers);
    }

    public static StudentDesign parse(String text) {
        List<Layer> layers = new ArrayList<>();
        int channels = 3;
        for (String word : text.strip().split("\\s+")) {
            if (word.equals("P")) {
                layers.add(new Layer(channels, 0, 2, 2));
                continue;
            }
            if (!word.matches("[1-9][0-9]*(x1|/2)?")) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a layer. Write P, or outputs such as 16, 16/2 (stride 2) or 64x1 (1x1)."
                                .formatted(word));
            }
            int outputs = Integer.parseInt(word.split("[x/]")[0]);
            layers.add(new Layer(channels, outputs, word.endsWith("x1") ? 1 : 3, word.endsWith("/2") ? 2 : 1));
            channels = outputs;
        }
        layers.add(new Layer(channels, OUTPUTS, 1, 1));
        return new StudentDesign(text, layers);
    }

    /** The design that weights were trained with. */
    static StudentDesign of(StudentWeights weights) {
        return parse(weights.layers().stream()
                .limit(weights.layers().size() - 1)
                .map(StudentDesign::word)
                .collect(Collectors.joining(" ")));
    }

    private static String word(StudentWeights.Layer layer) {
        if (layer.outputs() == 0) {
            return "P";
        }
        return layer.outputs() + (layer.kernel() == 1 ? "x1" : "") + (layer.stride() == 2 ? "/2" : "");
    }

    /** What its layers need to see for one output, and how far apart their outputs lie. */
    public Tiling tiling() {
        int extent = 1;
        int stride = 1;
        for (Layer layer : layers.reversed()) {
            extent = (extent - 1) * layer.stride() + layer.kernel();
            stride *= layer.stride();
        }
        return new Tiling(extent, stride);
    }

    /** Weights and biases after batch normalisation has been folded in. */
    public int parameters() {
        return layers.stream()
                .mapToInt(layer -> layer.weights() + layer.outputs())
                .sum();
    }

    @Override
    public String toString() {
        return text;
    }
}
