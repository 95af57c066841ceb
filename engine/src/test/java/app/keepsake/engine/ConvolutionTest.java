package app.keepsake.engine;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels against the scalar definition, for many shapes. */
final class ConvolutionTest {
    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void kernelsAgreeWithTheScalarDefinition(int seed) {
        Random random = new Random(seed);
        int channels = pick(random, 1, 3, 8, 16, 24, 32, 40, 64);
        boolean depthwise = seed % 4 == 0;
        int outputs = depthwise ? channels : pick(random, 1, 5, 16, 24, 32, 64, 100);
        int kernel = pick(random, 1, 2, 3, 3, 3, 5);
        int stride = pick(random, 1, 1, 2, 3);
        int dilation = pick(random, 1, 1, 2);
        Padding padding = switch (random.nextInt(3)) {
            case 0 -> Padding.SAME;
            case 1 -> Padding.VALID;
            default -> new Padding.Explicit(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
        };
        Shape input = Shape.of(1 + random.nextInt(2), 11 + random.nextInt(20), 11 + random.nextInt(20), channels);
        int perGroup = depthwise ? 1 : channels;
        Tensor weights = Tensors.random(Shape.of(kernel, kernel, perGroup, outputs), random, -1, 1);
        Tensor bias = Tensors.random(Shape.of(outputs), random, -1, 1);
        GraphBuilder g = Graph.builder();
        GraphBuilder.Value x = g.input("x", Shape.of(-1, -1, -1, channels));
        Op.Conv2d conv = new Op.Conv2d(stride, stride, dilation, dilation, padding, depthwise ? channels : 1);
        GraphBuilder.Value y = g.conv2d(x, weights, bias, conv);
        Graph graph = g.output("y", random.nextBoolean() ? g.relu(y) : y).build();
        Map<String, Tensor> inputs = Map.of("x", Tensors.random(input, random, -1, 1));
        EngineOptions options = EngineOptions.defaults();
        try (Model fast = Model.compile(graph, options);
                Model scalar = Model.compile(graph, options.withVectorBits(1))) {
            Tensors.assertClose(fast.run(inputs).get("y"), scalar.run(inputs).get("y"), 1e-5);
        }
    }

    private static int pick(Random random, int... values) {
        return values[random.nextInt(values.length)];
    }
}
