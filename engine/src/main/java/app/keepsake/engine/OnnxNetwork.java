package app.keepsake.engine;

import app.keepsake.engine.internal.format.FixedReader;
import app.keepsake.engine.internal.format.OnnxFile;
import app.keepsake.engine.internal.run.Constants;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An ONNX model of which one result is wanted for inputs of known shapes, with the axes that the file gives them: other
 * than {@link OnnxModel}, it may compute its shapes, and be anything that a transformer's exporter writes (up to opset 20).
 * What follows from shapes and weights alone is computed while it is read. The file's bytes are kept, not copied. Not safe
 * for use by several threads.
 */
public final class OnnxNetwork {
    private static final int FEWEST = 8;
    private static final int MOST = 4096;

    private final OnnxFile file;

    private OnnxNetwork(OnnxFile file) {
        this.file = file;
    }

    /**
     * Opens a model.
     *
     * @param source the name that errors give
     * @throws ModelException if the file is damaged; names it
     */
    public static OnnxNetwork read(String source, ByteBuffer bytes) {
        return new OnnxNetwork(OnnxFile.read(source, bytes));
    }

    /** What the file asks for, in its order: by name the shape that it declares, unknown extents as -1. */
    public Map<String, Shape> inputs() {
        return file.inputs();
    }

    /** What it computes, in its order. */
    public List<String> outputs() {
        return file.outputs();
    }

    /** A weight with whole numbers or floats, by a part of its name, if there is one. */
    public Optional<Tensor> weight(String name) {
        return file.weight(name);
    }

    /**
     * The graph that computes one result. Only what the result needs is read.
     *
     * @param shapes of inputs that are given when it runs, all extents known; whole numbers are given as floats
     * @param constants inputs that are always the same
     * @throws ModelException if the file has an operation that the engine does not know, or shapes that do not fit; names
     *     the node
     */
    public Graph graph(Map<String, Shape> shapes, Map<String, Tensor> constants, String output) {
        return FixedReader.read(file, shapes, constants, output, Constants::compute);
    }

    /**
     * The first output whose name has one of some parts, the first part first; otherwise the first of all.
     *
     * @throws ModelException if there is none
     */
    public String output(String... parts) {
        for (String part : parts) {
            Optional<String> found =
                    outputs().stream().filter(name -> name.contains(part)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return outputs().stream()
                .findFirst()
                .orElseThrow(() -> new ModelException("%s: it has no result.".formatted(file.source())));
    }

    /**
     * A model of one result that is one row of numbers. The file's weights are let go once kernels hold them.
     *
     * @param shapes as for {@link #graph}
     * @param constants as for {@link #graph}
     * @throws ModelException as {@link #graph}, and if the result is no row
     */
    public Model rowModel(
            Map<String, Shape> shapes, Map<String, Tensor> constants, String output, EngineOptions options) {
        return Model.compile(
                () -> {
                    Graph graph = graph(shapes, constants, output);
                    checkRow(graph, shapes);
                    return graph;
                },
                options);
    }

    private void checkRow(Graph graph, Map<String, Shape> shapes) {
        String output = graph.outputs().values().iterator().next();
        Shape found = Objects.requireNonNull(graph.shapes(shapes).get(output));
        if (found.rank() == 0 || found.c() != found.elements() || found.c() < FEWEST || found.c() > MOST) {
            throw new ModelException("%s: its result has the shape %s; expected one row of %d to %d numbers."
                    .formatted(file.source(), found, FEWEST, MOST));
        }
    }

    /**
     * A row scaled to the length 1.
     *
     * @throws ModelException if it has none
     */
    public static float[] direction(Tensor row) {
        double squares = 0;
        for (float value : row.data()) {
            squares += (double) value * value;
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            throw new ModelException("The model's result has no direction: its numbers are all 0, or none.");
        }
        float[] scaled = new float[row.data().length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (row.data()[i] / Math.sqrt(squares));
        }
        return scaled;
    }
}
