package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.vision.VisionAnalyser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks that find and read writing, by the engine and by ONNX Runtime. */
final class TextNetworksTest {
    private static final String FOLDER = "/app/keepsake/vision/models/";

    @Test
    void findsTheSameLines() throws IOException, OrtException {
        OnnxPeer.assertEqual(shipped("ch_PP-OCRv4_det_infer.onnx"), noise(224, 320), 1e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 320, 1216})
    void readsTheSameLetters(int width) throws IOException, OrtException {
        OnnxPeer.assertEqual(shipped("ch_PP-OCRv4_rec_infer.onnx"), noise(48, width), 1e-4);
    }

    private static Tensor noise(int height, int width) {
        Random random = new Random(width);
        Tensor picture = Tensor.zeros(Shape.of(1, height, width, 3));
        for (int i = 0; i < picture.data().length; i++) {
            picture.data()[i] = 2 * random.nextFloat() - 1;
        }
        return picture;
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(VisionAnalyser.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        }
    }
}
