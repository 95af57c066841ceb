package app.keepsake.language;

import app.keepsake.engine.OnnxWeights;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The network: rows of a table for the word pieces and their positions, six layers, and the mean of their outputs. */
final class Transformer {
    private static final int WIDTH = 384;
    private static final int LAYERS = 6;
    private static final String QUANTISED = "_quantized";

    private final Table words;
    private final Table positions;
    /** What is added to each row: there is one sort of text only. */
    private final float[] sort;

    private final Normalisation first;
    private final List<Layer> layers;

    private Transformer(Table words, Table positions, float[] sort, Normalisation first, List<Layer> layers) {
        this.words = words;
        this.positions = positions;
        this.sort = sort;
        this.first = first;
        this.layers = layers;
    }

    /** Rows of 8-bit numbers without sign, with one scale and one zero point. */
    private record Table(ByteBuffer bytes, float scale, float zero) {
        static Table read(OnnxWeights model, String name) {
            ByteBuffer view = model.bytes(name + QUANTISED);
            byte[] copy = new byte[view.remaining()];
            view.get(copy);
            return new Table(
                    ByteBuffer.wrap(copy),
                    model.tensor(name + "_scale").data()[0],
                    model.tensor(name + "_zero_point").data()[0]);
        }

        void add(int row, float[] to) {
            for (int i = 0; i < WIDTH; i++) {
                to[i] += ((bytes.get(row * WIDTH + i) & 0xFF) - zero) * scale;
            }
        }
    }

    static Transformer of(OnnxWeights model) {
        // The weights have no names that tell their place, but stand in the order of their use.
        List<String> matrices = model.names().stream()
                .filter(name -> name.startsWith("onnx::MatMul_") && name.endsWith(QUANTISED))
                .map(name -> name.substring(0, name.length() - QUANTISED.length()))
                .toList();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            layers.add(layer(model, "encoder.layer." + i, matrices.subList(6 * i, 6 * i + 6)));
        }
        float[] sort = new float[WIDTH];
        Table.read(model, "embeddings.token_type_embeddings.weight").add(0, sort);
        return new Transformer(
                Table.read(model, "embeddings.word_embeddings.weight"),
                Table.read(model, "embeddings.position_embeddings.weight"),
                sort,
                Normalisation.read(model, "embeddings.LayerNorm"),
                layers);
    }

    private static Layer layer(OnnxWeights model, String name, List<String> matrices) {
        String attention = name + ".attention";
        return new Layer(
                Dense.read(model, matrices.get(0), attention + ".self.query.bias"),
                Dense.read(model, matrices.get(1), attention + ".self.key.bias"),
                Dense.read(model, matrices.get(2), attention + ".self.value.bias"),
                Dense.read(model, matrices.get(3), attention + ".output.dense.bias"),
                Normalisation.read(model, attention + ".output.LayerNorm"),
                Dense.read(model, matrices.get(4), name + ".intermediate.dense.bias"),
                Dense.read(model, matrices.get(5), name + ".output.dense.bias"),
                Normalisation.read(model, name + ".output.LayerNorm"));
    }

    /** The mean of the last layer's rows, brought to length 1. */
    float[] embed(int[] pieces) {
        float[][] rows = new float[pieces.length][];
        for (int i = 0; i < pieces.length; i++) {
            rows[i] = sort.clone();
            words.add(pieces[i], rows[i]);
            positions.add(i, rows[i]);
        }
        first.apply(rows);
        for (Layer layer : layers) {
            rows = layer.of(rows);
        }
        return direction(rows);
    }

    private static float[] direction(float[][] rows) {
        float[] sum = new float[WIDTH];
        for (float[] row : rows) {
            for (int i = 0; i < WIDTH; i++) {
                sum[i] += row[i];
            }
        }
        double length = 0;
        for (float value : sum) {
            length += value * value;
        }
        for (int i = 0; i < WIDTH; i++) {
            sum[i] /= (float) Math.sqrt(length);
        }
        return sum;
    }
}
