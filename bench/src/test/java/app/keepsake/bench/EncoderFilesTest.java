package app.keepsake.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.OnnxNetwork;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Encoders of pictures and texts in a folder, each model file in it, by the engine and by ONNX Runtime. */
final class EncoderFilesTest {
    private static final String FOLDER = "keepsake.encoders";
    private static final int SIDE = Integer.getInteger("keepsake.encoders.side", 224);
    private static final int WORDS = Integer.getInteger("keepsake.encoders.words", 77);

    @Test
    void encodesTheSame() throws IOException, OrtException {
        String folder = System.getProperty(FOLDER, "");
        assumeTrue(!folder.isEmpty(), "No folder was given: -D" + FOLDER);
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".onnx"))
                    .sorted()
                    .toList()) {
                encodesTheSame(file);
            }
        }
    }

    private static void encodesTheSame(Path file) throws IOException, OrtException {
        byte[] bytes = Files.readAllBytes(file);
        OnnxNetwork network = OnnxNetwork.read(file.toString(), ByteBuffer.wrap(bytes));
        Map<String, Tensor> given = new LinkedHashMap<>();
        Map<String, Tensor> constants = new LinkedHashMap<>();
        Random random = new Random(5);
        network.inputs().forEach((name, shape) -> {
            if (shape.rank() == 4) {
                given.put(name, random(random, Shape.of(1, 3, SIDE, SIDE)));
            } else if (name.contains("mask")) {
                Tensor ones = Tensor.zeros(Shape.of(1, WORDS));
                Arrays.fill(ones.data(), 1);
                constants.put(name, ones);
            } else {
                Tensor tokens = Tensor.zeros(Shape.of(1, WORDS));
                for (int i = 0; i < WORDS; i++) {
                    tokens.data()[i] = random.nextInt(500);
                }
                given.put(name, tokens);
            }
        });
        String output = List.of("image_embeds", "text_embeds", network.outputs().getFirst()).stream()
                .filter(network.outputs()::contains)
                .findFirst()
                .orElseThrow();
        NetworkPeer.assertEqual(bytes, given, constants, output, 1e-4);
    }

    private static Tensor random(Random random, Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }
}
