package app.keepsake.engine;

import app.keepsake.engine.internal.format.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Weights in TensorFlow.js's manifest format: a JSON list of groups, each with {@code paths} of binary shards and
 * {@code weights} of name, shape, type and perhaps quantisation, as face-api and TensorFlow.js layer models ship them.
 * Types: float32, int32, uint8 and bool, and float32 stored as float16, uint8 or uint16 with scale and minimum.
 */
public final class WeightManifest {
    private WeightManifest() {}

    /**
     * Reads a manifest and its shards.
     *
     * @param source the name that errors give
     * @param json the manifest in UTF-8
     * @param shards gives a shard's bytes by the path that the manifest names
     * @return the tensors by name, in the file's order
     * @throws ModelException if the manifest or a shard is damaged; names the file, the tensor and the byte offset
     */
    public static Map<String, Tensor> read(String source, byte[] json, WeightShards shards) throws IOException {
        return ManifestReader.read(source, new String(json, StandardCharsets.UTF_8), shards);
    }
}
