package app.keepsake.engine;

import app.keepsake.engine.internal.format.FixedReader;
import app.keepsake.engine.internal.format.OnnxFile;
import app.keepsake.engine.internal.run.Constants;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ONNX model of which one result is wanted for inputs of known shapes, with the axes that the file gives them: other
 * than {@link OnnxModel}, it may compute its shapes, and be anything that a transformer's exporter writes (up to opset 20).
 * What follows from shapes and weights alone is computed while it is read. The file's bytes are kept, not copied. Not safe
 * for use by several threads.
 */
public final class OnnxNetwork {
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
}
