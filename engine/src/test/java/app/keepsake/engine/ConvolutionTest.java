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
        Shape input = Shape.of(1 + random.nextInt(2), 11 + random.nextInt(20), 11 + random.nextInt(20), channels);
        agree(
                random,
                input,
                kernel,
                outputs,
                new Op.Conv2d(stride, stride, dilation, dilation, padding(random), depthwise ? channels : 1));
    }

    /** Three channels, as a network for pictures begins with. */
    @ParameterizedTest
    @MethodSource("seeds")
    void firstLayersAgreeWithTheScalarDefinition(int seed) {
        Random random = new Random(seed);
        int outputs = pick(random, 8, 16, 32, 48, 64, 20);
        int stride = pick(random, 1, 2);
        Shape input = Shape.of(1 + random.nextInt(2), 3 + random.nextInt(30), 14 + random.nextInt(50), 3);
        agree(random, input, 3, outputs, new Op.Conv2d(stride, stride, 1, 1, padding(random), 1));
    }

    /** Small maps, where most windows of a depthwise convolution lie at an edge. */
    @ParameterizedTest
    @MethodSource("seeds")
    void depthwiseConvolutionsAgreeWithTheScalarDefinition(int seed) {
        Random random = new Random(seed);
        int channels = pick(random, 16, 24, 32, 72);
        int stride = pick(random, 1, 2);
        Shape input = Shape.of(1 + random.nextInt(2), 3 + random.nextInt(14), 3 + random.nextInt(14), channels);
        agree(
                random,
                input,
                pick(random, 3, 5),
                channels,
                new Op.Conv2d(
                        stride,
                        stride,
                        1,
                        1,
                        random.nextBoolean() ? Padding.SAME : new Padding.Explicit(2, 2, 2, 2),
                        channels));
    }

    private static Padding padding(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Padding.SAME;
            case 1 -> Padding.VALID;
            default -> new Padding.Explicit(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
        };
    }

    /** Winograd's transforms cost some precision: up to a few units in the fifth place of the largest output. */
    private static void agree(Random random, Shape input, int kernel, int outputs, Op.Conv2d conv) {
        Shape shape = Shape.of(kernel, kernel, input.c() / conv.groups(), outputs);
        GraphBuilder g = new GraphBuilder();
        GraphBuilder.Value y = g.conv2d(
                g.input("x", Shape.of(-1, -1, -1, input.c())),
                Tensors.random(shape, random, -1, 1),
                Tensors.random(Shape.of(outputs), random, -1, 1),
                conv);
        GraphBuilder.Value ended = switch (random.nextInt(3)) {
            case 0 -> y;
            case 1 -> g.relu(y);
            default -> g.activation(Activation.RELU6, y);
        };
        Map<String, Tensor> inputs = Map.of("x", Tensors.random(input, random, -1, 1));
        EngineOptions options = EngineOptions.defaults();
        Graph graph = g.output("y", ended).build();
        try (Model fast = Model.compile(graph, options);
                Model scalar = Model.compile(graph, options.withoutVectors())) {
            Tensors.assertClose(fast.run(inputs).get("y"), scalar.run(inputs).get("y"), 3e-5);
        }
    }

    private static int pick(Random random, int... values) {
        return values[random.nextInt(values.length)];
    }
}
