package app.keepsake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.OnnxModel;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** Runs a model file both by the engine and by ONNX Runtime, which knows nothing of how the engine reads it. */
final class OnnxPeer {
    private OnnxPeer() {}

    /** Asserts that the only output of both differs by less than the tolerance, as a part of its largest magnitude if that is above 1. */
    static void assertEqual(byte[] file, Tensor picture, double tolerance) throws OrtException {
        Tensor expected = byRuntime(file, picture);
        for (boolean vectors : new boolean[] {true, false}) {
            EngineOptions options = EngineOptions.defaults();
            try (Model model =
                    Model.compile(OnnxModel.read("peer", file), vectors ? options : options.withoutVectors())) {
                String input = model.inputs().keySet().iterator().next();
                Tensor found =
                        model.run(Map.of(input, picture)).values().iterator().next();
                assertThat(found.shape()).isEqualTo(expected.shape());
                assertThat(difference(found, expected))
                        .as("vectors: %s", vectors)
                        .isLessThan(tolerance);
            }
        }
    }

    static double difference(Tensor found, Tensor expected) {
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < expected.data().length; i++) {
            assertThat(found.data()[i]).isNotNaN();
            largest = Math.max(largest, Math.abs(expected.data()[i]));
            worst = Math.max(worst, Math.abs(found.data()[i] - expected.data()[i]));
        }
        assertThat(largest).isPositive();
        return worst / Math.max(1, largest);
    }

    private static Tensor byRuntime(byte[] file, Tensor picture) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Tensor planar = OnnxExport.planar(picture);
        long[] extents = Arrays.stream(planar.shape().extents()).asLongStream().toArray();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(file, options);
                    OnnxTensor x = OnnxTensor.createTensor(environment, FloatBuffer.wrap(planar.data()), extents);
                    OrtSession.Result result = session.run(
                            Map.of(session.getInputNames().iterator().next(), x))) {
                OnnxTensor y = (OnnxTensor) result.get(0);
                float[] values = new float[y.getFloatBuffer().remaining()];
                y.getFloatBuffer().get(values);
                int[] shape = Arrays.stream(y.getInfo().getShape())
                        .mapToInt(Math::toIntExact)
                        .toArray();
                Tensor planarResult = Tensor.of(Shape.of(shape), values);
                return shape.length == 4 ? OnnxExport.permuted(planarResult, 0, 2, 3, 1) : planarResult;
            }
        }
    }
}
