package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.testbed.onnx.RandomClip;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders of CLIP's form with random weights, by the engine and by ONNX Runtime. */
final class RandomClipTest {
    static IntStream seeds() {
        return IntStream.range(0, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void picturesAreEncodedTheSame(int seed) throws OrtException {
        Random random = new Random(seed);
        Tensor picture = Tensor.zeros(Shape.of(1, 3, RandomClip.SIDE, RandomClip.SIDE));
        for (int i = 0; i < picture.data().length; i++) {
            picture.data()[i] = (float) random.nextGaussian();
        }
        NetworkPeer.assertEqual(new RandomClip(seed).visual(24), Map.of("image", picture), Map.of(), "embedding", 1e-4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void textsAreEncodedTheSame(int seed) throws OrtException {
        Random random = new Random(seed);
        Tensor text = Tensor.zeros(Shape.of(1, RandomClip.TOKENS));
        int end = 1 + random.nextInt(RandomClip.TOKENS - 1);
        for (int i = 0; i < end; i++) {
            text.data()[i] = random.nextInt(RandomClip.VOCABULARY - 2);
        }
        text.data()[end] = RandomClip.VOCABULARY - 1;
        NetworkPeer.assertEqual(new RandomClip(seed).textual(24), Map.of("text", text), Map.of(), "embedding", 1e-4);
    }
}
