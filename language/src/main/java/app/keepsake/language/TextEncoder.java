package app.keepsake.language;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.OnnxNetwork;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts texts into the space of an image encoder of CLIP's form: the text side of one. Safe for use by several threads. */
public final class TextEncoder implements AutoCloseable {
    private static final int USUAL_LENGTH = 77;
    private static final int MOST = 1024;

    private final Model model;
    private final ClipTokens tokens;
    private final String input;
    private final int length;

    private TextEncoder(Model model, ClipTokens tokens, String input, int length) {
        this.model = model;
        this.tokens = tokens;
        this.input = input;
        this.length = length;
    }

    /**
     * Reads a model: its input is the tokens of one text, its result one row of numbers.
     *
     * @param source the name that errors give
     * @throws ModelException saying why the engine cannot run it
     */
    public static TextEncoder open(String source, ByteBuffer onnx, ClipTokens tokens, EngineOptions options) {
        OnnxNetwork network = OnnxNetwork.read(source, onnx);
        String input = input(source, network);
        int length = length(network, network.inputs().getOrDefault(input, Shape.of()));
        checkVocabulary(source, network, tokens);
        Map<String, Tensor> constants = new HashMap<>();
        network.inputs().forEach((name, shape) -> {
            if (name.contains("mask")) {
                constants.put(name, filled(length, 1, 0));
            } else if (name.contains("position_ids")) {
                constants.put(name, filled(length, 0, 1));
            }
        });
        Map<String, Shape> shapes = Map.of(input, Shape.of(1, length));
        String output = network.output("text_embed", "embed");
        return new TextEncoder(network.rowModel(shapes, constants, output, options), tokens, input, length);
    }

    private static String input(String source, OnnxNetwork network) {
        List<String> names = network.inputs().keySet().stream()
                .filter(name -> !name.contains("mask") && !name.contains("position") && !name.contains("pixel"))
                .toList();
        return names.stream()
                .filter(name -> name.contains("ids") || name.contains("text"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElseThrow(() -> new ModelException("%s: it has no input for the tokens of a text, only %s."
                        .formatted(source, network.inputs().keySet())));
    }

    /** How many tokens it takes: as it declares, or as it has positions. */
    private static int length(OnnxNetwork network, Shape declared) {
        int length = declared.rank() == 2 ? declared.dim(1) : Shape.UNKNOWN;
        if (length == Shape.UNKNOWN) {
            length = network.weight("position_embedding")
                    .or(() -> network.weight("positional_embedding"))
                    .filter(weight -> weight.shape().rank() == 2)
                    .map(weight -> weight.shape().dim(0))
                    .orElse(USUAL_LENGTH);
        }
        return Math.clamp(length, 2, MOST);
    }

    private static void checkVocabulary(String source, OnnxNetwork network, ClipTokens tokens) {
        network.weight("token_embedding").map(Tensor::shape).ifPresent(table -> {
            if (table.rank() == 2 && table.dim(0) <= tokens.largest()) {
                throw new ModelException("%s: it knows %d tokens, but the tokenizer has one of number %d."
                        .formatted(source, table.dim(0), tokens.largest()));
            }
        });
    }

    private static Tensor filled(int length, int start, int step) {
        Tensor tensor = Tensor.zeros(Shape.of(1, length));
        for (int i = 0; i < length; i++) {
            tensor.data()[i] = start + i * step;
        }
        return tensor;
    }

    /** A vector of length 1. What is beyond the tokens that the model takes is left out. */
    public float[] of(String text) {
        int[] numbers = tokens.of(text, length);
        float[] given = new float[length];
        for (int i = 0; i < length; i++) {
            given[i] = numbers[i];
        }
        Tensor row = model.run(Map.of(input, Tensor.of(Shape.of(1, length), given)))
                .values()
                .iterator()
                .next();
        return OnnxNetwork.direction(row);
    }

    @Override
    public void close() {
        model.close();
    }
}
