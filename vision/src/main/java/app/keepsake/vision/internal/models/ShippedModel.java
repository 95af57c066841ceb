package app.keepsake.vision.internal.models;

import app.keepsake.engine.Graph;
import app.keepsake.engine.OnnxModel;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.TfjsModel;
import app.keepsake.engine.WeightManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pretrained weights that lie among this module's resources, as {@code packages.tsv} put them there. */
public final class ShippedModel {
    private static final String FOLDER = "/app/keepsake/vision/models/";

    private ShippedModel() {}

    /**
     * A TensorFlow.js graph.
     *
     * @param name of the JSON file
     * @param outputs names of nodes; none for those of the model's signature
     */
    public static Graph graph(String name, String... outputs) {
        try {
            return TfjsModel.read(FOLDER + name, bytes(name), ShippedModel::bytes, List.of(outputs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tensors of a weight manifest, by name.
     *
     * @param name of the JSON file
     */
    public static Map<String, Tensor> weights(String name) {
        try {
            return WeightManifest.read(FOLDER + name, bytes(name), ShippedModel::bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An ONNX graph.
     *
     * @param name of the file
     */
    public static Graph onnx(String name) {
        try {
            return OnnxModel.read(FOLDER + name, bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text in UTF-8.
     *
     * @param name of the file
     */
    public static String text(String name) {
        try {
            return new String(bytes(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (@Nullable InputStream in = ShippedModel.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("Expected the resource %s%s, found none. Build again.".formatted(FOLDER, name));
            }
            return in.readAllBytes();
        }
    }
}
