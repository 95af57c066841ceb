package app.keepsake.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.Activation;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Graph;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.MemoryPlanner;
import app.keepsake.engine.Model;
import app.keepsake.engine.Op;
import app.keepsake.engine.Padding;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.Tensors;
import app.keepsake.engine.internal.graph.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random graphs: sharing memory changes no bit, and fusing and folding change hardly any. */
final class RandomGraphTest {
    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sharedMemoryGivesTheSameBits(int seed) {
        Random random = new Random(seed);
        Graph graph = Folding.fold(randomGraph(random), Constants::compute);
        List<Map<String, Shape>> levels = List.of(
                Map.of("x", Shape.of(1, 24, 32, 16)),
                Map.of("x", Shape.of(1, 96, 128, 16)),
                Map.of("x", Shape.of(1, 13, 17, 16)));
        Lowering lowering = new Lowering(true);
        try (Workers workers = new Workers(2)) {
            Session planned =
                    PlannedSession.of(graph, levels, lowering, workers, float[]::new, PlannedSession.Placing.RESULTS);
            Session naive =
                    PlannedSession.of(graph, levels, lowering, workers, float[]::new, PlannedSession.Placing.NOTHING);
            MemoryPlanner.validate(planned.memoryPlan());
            for (int round = 0; round < 2; round++) {
                for (int level = 0; level < levels.size(); level++) {
                    Tensor input = Tensors.random(levels.get(level).get("x"), random, -1, 1);
                    System.arraycopy(input.data(), 0, planned.input(level, "x").data(), 0, input.data().length);
                    System.arraycopy(input.data(), 0, naive.input(level, "x").data(), 0, input.data().length);
                }
                planned.execute();
                naive.execute();
                for (int level = 0; level < levels.size(); level++) {
                    for (String output : graph.outputs().keySet()) {
                        assertThat(planned.output(level, output).data())
                                .isEqualTo(naive.output(level, output).data());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fusedKernelsAgreeWithTheScalarDefinition(int seed) {
        Random random = new Random(seed);
        Graph graph = randomGraph(random);
        Map<String, Tensor> input = Map.of("x", Tensors.random(Shape.of(1, 26, 34, 16), random, -1, 1));
        EngineOptions options = EngineOptions.defaults();
        try (Model fast = Model.compile(graph, options);
                Model scalar = Model.compile(graph, options.withoutVectors())) {
            Map<String, Tensor> expected = scalar.run(input);
            fast.run(input)
                    .forEach((name, tensor) -> assertThat(Tensors.difference(tensor, expected.get(name)))
                            .isLessThan(1e-4));
        }
    }

    private static Graph randomGraph(Random random) {
        GraphBuilder g = new GraphBuilder();
        List<Value> maps = new ArrayList<>(List.of(g.input("x", Shape.of(1, -1, -1, 16))));
        for (int i = 0; i < 3 + random.nextInt(10); i++) {
            Value a = maps.get(random.nextInt(maps.size()));
            Value b = maps.get(maps.size() - 1);
            maps.add(node(g, random, a, b));
        }
        g.output("last", maps.getLast());
        g.output("pooled", g.maxPool(maps.getLast(), 2, 2, Padding.VALID));
        return g.output("other", maps.get(random.nextInt(maps.size() - 1) + 1)).build();
    }

    /** All maps keep the input's size and 16 channels, so that any two can be added. */
    private static Value node(GraphBuilder g, Random random, Value a, Value b) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> g.conv2d(b, weights(random, 3, 16), bias(random), 1, Padding.SAME);
            case 2 -> g.conv2d(a, weights(random, 1, 16), bias(random), 1, Padding.SAME);
            case 3 -> g.depthwise(b, depthwise(random), bias(random), 1, Padding.SAME);
            case 4 -> g.relu(b);
            case 5 -> g.prelu(b, bias(random));
            case 6 -> g.add(a, b);
            case 7 -> g.maxPool(b, 3, 1, Padding.SAME);
            case 8 -> g.activation(pick(random), a);
            default -> g.binary(Op.Arithmetic.MAXIMUM, a, b);
        };
    }

    private static Activation pick(Random random) {
        return List.of(Activation.SIGMOID, Activation.HARD_SWISH, Activation.RELU6)
                .get(random.nextInt(3));
    }

    private static Tensor weights(Random random, int size, int channels) {
        float scale = 1f / (size * size * channels);
        return Tensors.random(Shape.of(size, size, channels, channels), random, -3 * scale, 3 * scale);
    }

    private static Tensor depthwise(Random random) {
        return Tensors.random(Shape.of(3, 3, 16, 1), random, -0.4f, 0.4f);
    }

    private static Tensor bias(Random random) {
        return Tensors.random(Shape.of(16), random, -0.5f, 0.5f);
    }
}
