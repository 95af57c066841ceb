package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pretrained models in the engine and in TensorFlow.js itself, which runs them in Node on a processor backend of its own:
 * another reader of the same files, and other kernels.
 */
final class TfjsModelTest {
    private static final double TOLERANCE = 1e-4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "facemesh.json, Identity_2;Identity_1;Identity, 1x1404;1x1;1x266",
                "iris.json, Identity, 1x1x1x228",
                "emotion.json, Identity, 1x7",
            })
    void computesWhatTensorFlowDoes(String file, String outputs, String shapes)
            throws IOException, InterruptedException {
        compare(file, outputs, shapes);
    }

    /** The same of larger models, on which TensorFlow.js takes up to a minute. */
    @ParameterizedTest
    @Tag("slow")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "mobilefacenet.json, embeddings, 1x192",
                "faceres.json, gender_pred/Sigmoid;global_pooling/Mean;age_pred/Softmax, 1x1;1x1024;1x100",
                "selfie.json, activation_10, 1x256x256x1",
                "nsfw-mid/model.min.js, Identity, 1x5",
                "centernet.json, tower_0/wh;tower_0/keypoints, 1x128x128x4;1x128x128x80",
            })
    void computesWhatTensorFlowDoesWithLargeModels(String file, String outputs, String shapes)
            throws IOException, InterruptedException {
        compare(file, outputs, shapes);
    }

    private void compare(String file, String outputs, String shapes) throws IOException, InterruptedException {
        List<String> names = List.of(outputs.split(";"));
        Graph graph = TfjsModel.read(TestModels.file(file), names);
        Map<String, Tensor> inputs = randomInputs(graph, 7);
        Map<String, Tensor> expected = tensorFlow(file, names, inputs);
        assertThat(expected.values().stream()
                        .map(tensor -> tensor.shape().toString())
                        .map(shape -> shape.replaceAll("[\\[\\] ]", "").replace(',', 'x'))
                        .sorted())
                .containsExactlyInAnyOrder(shapes.split(";"));
        try (Model model = Model.compile(graph, EngineOptions.defaults())) {
            Map<String, Tensor> found = model.run(inputs);
            assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names);
            found.forEach((name, tensor) -> {
                assertThat(tensor.shape()).isEqualTo(expected.get(name).shape());
                Tensors.assertClose(tensor, expected.get(name), TOLERANCE);
            });
        }
        // By its own signature it reads the same outputs, unless the test names a part of the model.
        if (!file.equals("centernet.json")) {
            assertThat(TfjsModel.read(TestModels.file(file), List.of())
                            .outputs()
                            .keySet())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private Map<String, Tensor> tensorFlow(String file, List<String> names, Map<String, Tensor> inputs)
            throws IOException, InterruptedException {
        Path script = folder.resolve("tfjs.cjs");
        try (var in = Objects.requireNonNull(TfjsModelTest.class.getResourceAsStream("tfjs.cjs"))) {
            Files.copy(in, script);
        }
        List<String> given = new ArrayList<>();
        for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
            write(input.getValue(), folder.resolve(given.size() + ".in"));
            given.add("\"%s\":%s".formatted(input.getKey(), input.getValue().shape()));
        }
        Process process = new ProcessBuilder(
                        Needs.program("node").toString(),
                        script.toString(),
                        TestModels.file("tf.min.js").toString(),
                        TestModels.file(file).toString(),
                        String.join(",", names),
                        given.stream().collect(Collectors.joining(",", "{", "}")),
                        folder.toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        String shapes = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("err")))
                .isZero();
        Map<String, Tensor> outputs = new HashMap<>();
        List<Shape> told = shapes(shapes);
        for (int i = 0; i < names.size(); i++) {
            outputs.put(names.get(i), read(folder.resolve(i + ".out"), told.get(i)));
        }
        return outputs;
    }

    /** Of lines like {@code [{"name":"a","shape":[1,2]}]}. */
    private static List<Shape> shapes(String told) {
        List<Shape> shapes = new ArrayList<>();
        for (String part : told.split("\"shape\":\\[", -1)) {
            if (Character.isDigit(part.charAt(0))) {
                shapes.add(Shape.of(
                        Arrays.stream(part.substring(0, part.indexOf(']')).split(",", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray()));
            }
        }
        return shapes;
    }

    private static void write(Tensor tensor, Path file) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.data().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.data());
        Files.write(file, bytes.array());
    }

    private static Tensor read(Path file, Shape shape) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return Tensor.of(shape, values);
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
