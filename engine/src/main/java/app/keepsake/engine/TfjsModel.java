package app.keepsake.engine;

import app.keepsake.engine.internal.format.TfjsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** TensorFlow.js graph models: a JSON file with the topology and a weight manifest, and binary shards beside it. */
public final class TfjsModel {
    private TfjsModel() {}

    /**
     * Reads the part of a model that some nodes need.
     *
     * @param outputs names of nodes; none for those of the signature, or, without one, those that no other reads. The
     *     rest of the file is not looked at, so that a tail of operations that the engine does not know can be cut off
     * @throws ModelException if the file is damaged or has an operation that the engine does not know; names it
     */
    public static Graph read(Path model, List<String> outputs) throws IOException {
        return read(
                model.toString(),
                Files.readAllBytes(model),
                name -> Files.readAllBytes(model.resolveSibling(name)),
                outputs);
    }

    /**
     * @param source the name that errors give
     * @param json the model file in UTF-8
     * @param shards gives a shard's bytes by the path that the model names
     */
    public static Graph read(String source, byte[] json, WeightShards shards, List<String> outputs) throws IOException {
        return TfjsReader.read(source, new String(json, StandardCharsets.UTF_8), shards, outputs);
    }
}
