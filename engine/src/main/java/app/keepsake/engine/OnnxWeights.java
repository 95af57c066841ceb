package app.keepsake.engine;

import app.keepsake.engine.internal.format.OnnxStore;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The weights of an ONNX model by name, for networks of other kinds than {@link OnnxModel} knows. Not safe for use by
 * several threads.
 */
public interface OnnxWeights {
    /**
     * Reads a model that is in memory; its bytes are kept, not copied.
     *
     * @param source the name that errors give
     * @throws ModelException if the file is damaged; names it
     */
    static OnnxWeights read(String source, byte[] bytes) {
        return OnnxStore.read(source, bytes);
    }

    /** Of all weights, in the order of the file. */
    List<String> names();

    /**
     * A weight as numbers; those of 8 bits as they are, without their scale.
     *
     * @throws ModelException if there is none of this name, or one of another type than float, int64, int8 or uint8
     */
    Tensor tensor(String name);

    /**
     * The bytes of a weight of 8 bits.
     *
     * @throws ModelException if there is none of this name, or its bytes are not in one piece
     */
    ByteBuffer bytes(String name);
}
