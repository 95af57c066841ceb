package app.keepsake.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A graph in ONNX Runtime at one input size, with its inputs in place. */
final class OrtModel implements AutoCloseable {
    private final OrtSession session;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();

    OrtModel(Graph graph, Map<String, Tensor> given, int threads) throws OrtException {
        Map<String, Shape> shapes = new HashMap<>();
        given.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        byte[] model = OnnxExport.write(graph, shapes);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(model, options);
        }
        for (Map.Entry<String, Tensor> input : given.entrySet()) {
            Tensor planar = OnnxExport.planar(input.getValue());
            FloatBuffer direct = ByteBuffer.allocateDirect(4 * planar.data().length)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            direct.put(planar.data()).rewind();
            long[] extents =
                    Arrays.stream(planar.shape().extents()).asLongStream().toArray();
            inputs.put(input.getKey(), OnnxTensor.createTensor(environment, direct, extents));
        }
    }

    void run() throws OrtException {
        session.run(inputs).close();
    }

    /** Runs once and gives the outputs in the engine's order of axes. */
    Map<String, Tensor> results() throws OrtException {
        Map<String, Tensor> results = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(inputs)) {
            for (var entry : result) {
                OnnxTensor tensor = (OnnxTensor) entry.getValue();
                float[] data = new float[tensor.getFloatBuffer().remaining()];
                tensor.getFloatBuffer().get(data);
                int[] extents = Arrays.stream(tensor.getInfo().getShape())
                        .mapToInt(Math::toIntExact)
                        .toArray();
                Tensor planar = Tensor.of(Shape.of(extents), data);
                String name = entry.getKey().substring("out:".length());
                results.put(name, extents.length == 4 ? OnnxExport.permuted(planar, 0, 2, 3, 1) : planar);
            }
        }
        return results;
    }

    @Override
    public void close() throws OrtException {
        inputs.values().forEach(OnnxTensor::close);
        session.close();
    }
}
