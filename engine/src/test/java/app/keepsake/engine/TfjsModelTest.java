package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TfjsModelTest {
    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of("facemesh.json", List.of(), List.of("[1, 1404]", "[1, 1]", "[1, 266]")),
                Arguments.of("iris.json", List.of(), List.of("[1, 1, 1, 228]")),
                Arguments.of("emotion.json", List.of(), List.of("[1, 7]")),
                Arguments.of("mobilefacenet.json", List.of(), List.of("[1, 192]")),
                Arguments.of("faceres.json", List.of(), List.of("[1, 1]", "[1, 1024]", "[1, 100]")),
                Arguments.of(
                        "centernet.json",
                        List.of("tower_0/wh", "tower_0/keypoints"),
                        List.of("[1, 128, 128, 4]", "[1, 128, 128, 80]")),
                Arguments.of("selfie.json", List.of(), List.of("[1, 256, 256, 1]")),
                Arguments.of("nsfw-mid/model.min.js", List.of(), List.of("[1, 5]")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void kernelsAgreeWithTheScalarDefinition(String file, List<String> outputs, List<String> shapes)
            throws IOException {
        Graph graph = TfjsModel.read(TestModels.file(file), outputs);
        Map<String, Tensor> inputs = randomInputs(graph, 7);
        try (Model model = Model.compile(graph, EngineOptions.defaults());
                Model scalar = Model.compile(graph, EngineOptions.defaults().withVectorBits(1))) {
            Map<String, Tensor> found = model.run(inputs);
            Map<String, Tensor> expected = scalar.run(inputs);
            assertThat(found.values().stream().map(t -> t.shape().toString())).containsExactlyElementsOf(shapes);
            found.forEach((name, tensor) -> Tensors.assertClose(tensor, expected.get(name), 1e-4));
        }
    }

    static Map<String, Tensor> randomInputs(Graph graph, int seed) {
        Random random = new Random(seed);
        Map<String, Tensor> inputs = new HashMap<>();
        graph.inputs().forEach((name, shape) -> {
            Shape one = shape.n() == Shape.UNKNOWN ? shape.with(0, 1) : shape;
            inputs.put(name, Tensors.random(one, random, 0, 1));
        });
        return inputs;
    }
}
