package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Graph;
import app.keepsake.engine.GraphBuilder;
import app.keepsake.engine.Model;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.ModelFile;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A linear classifier of this project's own on top of other numbers: {@code softmax(x * weights + bias)}. It is kept in
 * the engine's {@link ModelFile}, with an output for each class by its name. Thread-safe.
 */
public final class TrainedHead {
    private static final String FOLDER = "/app/keepsake/vision/heads/";
    private static final String INPUT = "features";

    private final Model model;
    private final int features;

    private TrainedHead(Graph graph) {
        model = Model.compile(graph, EngineOptions.defaults().withThreads(1));
        Shape input = model.inputs().get(INPUT);
        if (input == null) {
            throw new ModelException("A head has the input '%s', found %s. Give a head that was trained."
                    .formatted(INPUT, model.inputs().keySet()));
        }
        features = input.dim(1);
    }

    /** A head that this module ships. */
    public static TrainedHead shipped(String name) {
        try (@Nullable InputStream in = TrainedHead.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("Expected the resource %s%s, found none. Build again.".formatted(FOLDER, name));
            }
            return new TrainedHead(ModelFile.read(FOLDER + name, ByteBuffer.wrap(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TrainedHead read(Path file) throws IOException {
        return new TrainedHead(ModelFile.read(file));
    }

    /**
     * Writes a head.
     *
     * @param classes names, in the order of the columns
     * @param weights {@code [features, classes]}
     * @param bias {@code [classes]}
     */
    public static void write(Path file, List<String> classes, Tensor weights, Tensor bias) throws IOException {
        GraphBuilder graph = new GraphBuilder();
        GraphBuilder.Value x = graph.input(INPUT, Shape.of(1, weights.shape().dim(0)));
        GraphBuilder.Value likely = graph.softmax(graph.fullyConnected(x, weights, bias));
        for (int i = 0; i < classes.size(); i++) {
            graph.output(classes.get(i), graph.slice(likely, List.of(0, i), List.of(1, 1)));
        }
        ModelFile.write(graph.build(), file, ModelFile.Precision.FLOAT16);
    }

    /**
     * The classes' probabilities, which add up to 1.
     *
     * @param x {@code [features]}
     */
    public Map<String, Double> classify(float[] x) {
        Map<String, Tensor> out = model.run(Map.of(INPUT, Tensor.of(Shape.of(1, features), x)));
        Map<String, Double> likely = new LinkedHashMap<>();
        out.forEach((name, probability) -> likely.put(name, (double) probability.data()[0]));
        return likely;
    }
}
