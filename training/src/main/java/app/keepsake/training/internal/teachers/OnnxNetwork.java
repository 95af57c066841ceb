package app.keepsake.training.internal.teachers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A network of one picture in an ONNX file, run by ONNX Runtime. Belongs to one thread. */
final class OnnxNetwork implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Path file;
    private final OrtSession session;
    private final String input;

    /**
     * What a network answers.
     *
     * @param file of the network, for errors
     * @param numbers of each output, by its name
     */
    record Answer(Path file, Map<String, float[]> numbers) {
        /** @throws IllegalStateException if the network has no such output */
        float[] of(String output) {
            float[] found = numbers.get(output);
            if (found == null) {
                throw new IllegalStateException("%s: expected an output \"%s\", found %s. Is it another network's file?"
                        .formatted(file, output, numbers.keySet()));
            }
            return found;
        }
    }

    /** @throws IOException if the file is not a network that can be run; names it */
    OnnxNetwork(Path file, int threads) throws IOException {
        this.file = file;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            session = environment.createSession(file.toString(), options);
            input = session.getInputNames().iterator().next();
        } catch (OrtException e) {
            throw new IOException("%s cannot be run: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** @param pixels {@code [1, 3, height, width]} */
    Answer run(float[] pixels, int width, int height) {
        long[] shape = {1, 3, height, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            Map<String, float[]> outputs = new HashMap<>();
            for (var each : result) {
                FloatBuffer numbers = ((OnnxTensor) each.getValue()).getFloatBuffer();
                float[] copy = new float[numbers.remaining()];
                numbers.get(copy);
                outputs.put(each.getKey(), copy);
            }
            return new Answer(file, outputs);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "A picture of %d x %d px cannot be looked at: %s".formatted(width, height, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
