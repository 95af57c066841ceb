package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keepsake.engine.ModelFile.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"facemesh.json", "selfie.json", "mobilefacenet.json"})
    void keepsGraphAndWeights(String name) throws IOException {
        Graph graph = TfjsModel.read(TestModels.file(name), List.of());
        Path file = folder.resolve("model");
        ModelFile.write(graph, file, Precision.FLOAT32);
        Graph read = ModelFile.read(file);
        assertThat(read.outputs()).isEqualTo(graph.outputs());
        assertThat(read.nodes()).hasSameSizeAs(graph.nodes());
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node expected = graph.nodes().get(i);
            Node found = read.nodes().get(i);
            assertThat(found.inputs()).isEqualTo(expected.inputs());
            if (expected.op() instanceof Op.Constant constant && found.op() instanceof Op.Constant same) {
                assertThat(same.value().shape()).isEqualTo(constant.value().shape());
                assertThat(same.value().data()).isEqualTo(constant.value().data());
            } else {
                assertThat(found.op()).isEqualTo(expected.op());
            }
        }
    }

    @Test
    void keepsProductsOfWhatIsComputed() throws IOException {
        GraphBuilder g = new GraphBuilder();
        GraphBuilder.Value x = g.input("x", Shape.of(1, 1, 4, 4));
        GraphBuilder.Value rows = g.add(new Op.Squeeze(List.of(1)), x);
        Graph graph = g.output("y", g.add(new Op.MatMul(), rows, rows)).build();
        Path file = folder.resolve("model");
        ModelFile.write(graph, file, Precision.FLOAT32);
        assertThat(ModelFile.read(file).nodes()).isEqualTo(graph.nodes());
        try (Model model = Model.compile(ModelFile.read(file), EngineOptions.defaults())) {
            Tensor twice = Tensor.of(Shape.of(1, 1, 4, 4), 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2);
            Tensor y = model.run(Map.of("x", twice)).get("y");
            assertThat(y.shape()).isEqualTo(Shape.of(1, 4, 4));
            assertThat(y.data()).startsWith(4, 0, 0, 0, 0, 4);
        }
    }

    @Test
    void halvesTheSizeWithHalfPrecision() throws IOException {
        Path full = folder.resolve("full");
        Path half = folder.resolve("half");
        ModelFile.write(SampleNetworks.detector(), full, Precision.FLOAT32);
        ModelFile.write(SampleNetworks.detector(), half, Precision.FLOAT16);
        assertThat(Files.size(half)).isLessThan(Files.size(full) * 6 / 10);
        Map<String, Tensor> input = Map.of("image", Tensors.random(Shape.of(1, 32, 32, 3), new Random(1), 0, 1));
        try (Model a = Model.compile(ModelFile.read(full), EngineOptions.defaults());
                Model b = Model.compile(ModelFile.read(half), EngineOptions.defaults())) {
            Tensors.assertClose(b.run(input).get("scores"), a.run(input).get("scores"), 1e-2);
        }
    }

    static IntStream lengths() {
        return IntStream.of(0, 1, 7, 8, 31, 32, 100, 500, 2000, 100_000);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void namesTheByteAtWhichATruncatedFileEnds(int length) throws IOException {
        Path file = folder.resolve("model");
        ModelFile.write(SampleNetworks.detector(), file, Precision.FLOAT32);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, length));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelFile.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("at byte " + length);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noticesEveryChangedByte(int seed) throws IOException {
        Path file = folder.resolve("model");
        ModelFile.write(SampleNetworks.detector(), file, Precision.FLOAT16);
        byte[] bytes = Files.readAllBytes(file);
        bytes[new Random(seed).nextInt(bytes.length)] ^= 0x20;
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelFile.read("damaged", ByteBuffer.wrap(bytes)))
                .withMessageContaining("damaged: at byte ");
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @Test
    void refusesHugeDimensionsAndCycles() {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelFile.read("huge", withHeader("""
                        {"outputs":{"y":"y"},"nodes":[{"name":"y","op":"Constant","inputs":[],
                        "shape":[2000000000,2000000000],"type":"float32","at":0}]}""")))
                .withMessageContaining("huge: node 'y'")
                .withMessageContaining("more than");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelFile.read("cyclic", withHeader("""
                        {"outputs":{"b":"b"},"nodes":[{"name":"a","op":"Softmax","inputs":["b"]},
                        {"name":"b","op":"Softmax","inputs":["a"]}]}""")))
                .withMessageContaining("'a' reads 'b'");
    }

    private static ByteBuffer withHeader(String json) {
        byte[] header = json.getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(header);
        ByteBuffer bytes = ByteBuffer.allocate(32 + header.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("KEEPSAKE".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(header.length);
        bytes.putLong(0).putInt((int) crc.getValue()).putInt(0);
        return bytes.put(header).flip();
    }

    @Test
    void damagedTensorFlowModelsGiveOneClearError() {
        String good = """
                {"format":"graph-model","modelTopology":{"node":[
                {"name":"x","op":"Placeholder","attr":{"shape":{"shape":{"dim":[{"size":"1"},{"size":"4"}]}}}},
                {"name":"w","op":"Const"},{"name":"y","op":"Add","input":["x","w"]}]},
                "weightsManifest":[{"paths":["w.bin"],"weights":[{"name":"w","shape":[4],"dtype":"float32"}]}]}""";
        expectProblem(good, new byte[12], "'w' of shape [4] needs 16 bytes from byte 0, but only 12");
        expectProblem(good, new byte[20], "end at byte 16");
        expectProblem(good.substring(0, 180), new byte[16], "at byte 180");
        expectProblem(good.replace("\"Add\"", "\"Frobnicate\""), new byte[16], "node 'y' (Frobnicate)");
        expectProblem(good.replace("[\"x\",\"w\"]", "[\"y\",\"w\"]"), new byte[16], "cycle");
        expectProblem(good.replace("[4],", "[999999999,9],"), new byte[16], "'w': The shape");
        expectProblem(good.replace("[\"x\",\"w\"]", "[\"x\",\"v\"]"), new byte[16], "no node 'v'");
    }

    private static void expectProblem(String json, byte[] weights, String message) {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> TfjsModel.read(
                        "bad.json", json.getBytes(StandardCharsets.UTF_8), name -> weights, List.of("y")))
                .withMessageContaining("bad.json")
                .withMessageContaining(message);
    }

    @Test
    void readsQuantisedManifests() throws IOException {
        Path manifest = TestModels.file("face_expression_model-weights_manifest.json");
        Map<String, Tensor> tensors = WeightManifest.read(
                manifest.toString(),
                Files.readAllBytes(manifest),
                name -> Files.readAllBytes(manifest.resolveSibling(name)));
        assertThat(tensors).containsKey("dense0/conv0/filters");
        Tensor filters = tensors.get("dense0/conv0/filters");
        assertThat(filters.shape()).isEqualTo(Shape.of(3, 3, 3, 32));
        assertThat(filters.data()[0]).isBetween(-3f, 3f).isNotZero();
    }
}
