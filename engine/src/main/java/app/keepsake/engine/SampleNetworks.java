package app.keepsake.engine;

import app.keepsake.engine.GraphBuilder.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Networks with seeded random weights, for memory plans and measurements: their shapes are those of real ones, their results
 * mean nothing.
 */
public final class SampleNetworks {
    private static final double[] PYRAMID = {1, 0.7071, 0.5, 0.3536, 0.25};

    private final Random random = new Random(1);
    private final GraphBuilder g = new GraphBuilder();

    private SampleNetworks() {}

    /** A thin and deep stack of 3x3 convolutions and pools with two heads, as a detector has. */
    public static Graph detector() {
        return new SampleNetworks().buildDetector();
    }

    /** Blocks of depthwise 3x3 and pointwise convolutions, as in MobileNet. */
    public static Graph mobile() {
        return new SampleNetworks().buildMobile();
    }

    /** The five sizes at which a photo is looked at, each a multiple of 8 pixels. */
    public static List<Map<String, Shape>> pyramid(int width, int height) {
        List<Map<String, Shape>> levels = new ArrayList<>();
        for (double scale : PYRAMID) {
            int h = Math.max(8, (int) Math.round(height * scale / 8) * 8);
            int w = Math.max(8, (int) Math.round(width * scale / 8) * 8);
            levels.add(Map.of("image", Shape.of(1, h, w, 3)));
        }
        return levels;
    }

    private Graph buildDetector() {
        Value x = g.input("image", Shape.of(1, Shape.UNKNOWN, Shape.UNKNOWN, 3));
        x = conv(x, 3, 3, 16, 1);
        x = pool(conv(x, 3, 16, 16, 1));
        x = conv(x, 3, 16, 32, 1);
        x = pool(conv(x, 3, 32, 32, 1));
        x = conv(x, 3, 32, 64, 1);
        x = pool(conv(x, 3, 64, 64, 1));
        x = conv(x, 3, 64, 64, 1);
        Value scores = g.sigmoid(g.conv2d(x, weights(1, 1, 64, 2), bias(2), 1, Padding.SAME));
        Value boxes = g.conv2d(x, weights(1, 1, 64, 4), bias(4), 1, Padding.SAME);
        return g.output("scores", scores).output("boxes", boxes).build();
    }

    private Graph buildMobile() {
        Value x = g.input("image", Shape.of(1, Shape.UNKNOWN, Shape.UNKNOWN, 3));
        x = conv(x, 3, 3, 32, 2);
        int channels = 32;
        int[] next = {64, 128, 128, 256, 256, 512, 512, 512};
        int[] strides = {1, 2, 1, 2, 1, 2, 1, 1};
        for (int i = 0; i < next.length; i++) {
            x = g.relu(g.depthwise(x, weights(3, 3, channels, 1), bias(channels), strides[i], Padding.SAME));
            x = conv(x, 1, channels, next[i], 1);
            channels = next[i];
        }
        return g.output("features", x).build();
    }

    private Value conv(Value x, int size, int in, int out, int stride) {
        return g.relu(g.conv2d(x, weights(size, size, in, out), bias(out), stride, Padding.SAME));
    }

    private Value pool(Value x) {
        return g.maxPool(x, 2, 2, Padding.VALID);
    }

    private Tensor weights(int h, int w, int in, int out) {
        Tensor weights = Tensor.zeros(Shape.of(h, w, in, out));
        double scale = Math.sqrt(2.0 / (h * w * (out == 1 ? 1 : in)));
        for (int i = 0; i < weights.data().length; i++) {
            weights.data()[i] = (float) (random.nextGaussian() * scale);
        }
        return weights;
    }

    private Tensor bias(int channels) {
        Tensor bias = Tensor.zeros(Shape.of(channels));
        for (int i = 0; i < channels; i++) {
            bias.data()[i] = (float) (random.nextGaussian() * 0.1);
        }
        return bias;
    }
}
