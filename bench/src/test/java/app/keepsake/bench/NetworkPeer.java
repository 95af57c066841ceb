package app.keepsake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Model;
import app.keepsake.engine.OnnxNetwork;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs one result of a model file of any kind both by the engine and by ONNX Runtime. */
final class NetworkPeer {
    private NetworkPeer() {}

    /** Asserts that a result differs by less than the tolerance, as a part of its largest magnitude if that is above 1. */
    static void assertEqual(
            byte[] file, Map<String, Tensor> given, Map<String, Tensor> constants, String output, double tolerance)
            throws OrtException {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        given.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        Graph graph = OnnxNetwork.read("peer", ByteBuffer.wrap(file)).graph(shapes, constants, output);
        Map<String, Tensor> all = new LinkedHashMap<>(given);
        all.putAll(constants);
        Tensor expected = byRuntime(file, all, output);
        for (boolean vectors : new boolean[] {true, false}) {
            EngineOptions options = EngineOptions.defaults();
            try (Model model = Model.compile(graph, vectors ? options : options.withoutVectors())) {
                Tensor found = model.run(given).values().iterator().next();
                assertThat(found.shape()).isEqualTo(expected.shape());
                assertThat(OnnxPeer.difference(found, expected))
                        .as("vectors: %s", vectors)
                        .isLessThan(tolerance);
            }
        }
    }

    private static Tensor byRuntime(byte[] file, Map<String, Tensor> given, String output) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(file, options)) {
                Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
                for (String name : session.getInputNames()) {
                    TensorInfo info =
                            (TensorInfo) session.getInputInfo().get(name).getInfo();
                    inputs.put(name, tensor(environment, given.get(name), info.type));
                }
                try (OrtSession.Result result = session.run(inputs)) {
                    OnnxTensor y = (OnnxTensor) result.get(output).orElseThrow();
                    float[] values = new float[y.getFloatBuffer().remaining()];
                    y.getFloatBuffer().get(values);
                    int[] shape = Arrays.stream(y.getInfo().getShape())
                            .mapToInt(Math::toIntExact)
                            .toArray();
                    return Tensor.of(Shape.of(shape), values);
                } finally {
                    inputs.values().forEach(OnnxTensor::close);
                }
            }
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Tensor tensor, OnnxJavaType type) throws OrtException {
        long[] extents = Arrays.stream(tensor.shape().extents()).asLongStream().toArray();
        float[] values = tensor.data();
        if (type == OnnxJavaType.FLOAT) {
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), extents);
        }
        if (type == OnnxJavaType.INT32) {
            IntBuffer numbers = IntBuffer.allocate(values.length);
            for (int i = 0; i < values.length; i++) {
                numbers.put(i, (int) values[i]);
            }
            return OnnxTensor.createTensor(environment, numbers, extents);
        }
        LongBuffer numbers = LongBuffer.allocate(values.length);
        for (int i = 0; i < values.length; i++) {
            numbers.put(i, (long) values[i]);
        }
        return OnnxTensor.createTensor(environment, numbers, extents);
    }
}
