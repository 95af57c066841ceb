package app.keepsake.engine;

import app.keepsake.engine.internal.format.OnnxReader;

/**
 * ONNX models with one picture {@code [n, 3, h, w]} as input. Maps become {@code [n, h, w, c]}, so the picture is given
 * and results are had in that order.
 */
public final class OnnxModel {
    private OnnxModel() {}

    /**
     * Reads a model that is in memory.
     *
     * @param source the name that errors give
     * @throws ModelException if the file is damaged or has an operation that the engine does not know; names it
     */
    public static Graph read(String source, byte[] bytes) {
        return OnnxReader.read(source, bytes);
    }
}
