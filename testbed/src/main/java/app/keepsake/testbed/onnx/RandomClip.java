package app.keepsake.testbed.onnx;

import app.keepsake.testbed.onnx.OnnxNodes.Attribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small encoder of CLIP's form (Radford and others 2021) with random weights, as exporters write it: what it needs of
 * shapes it computes of the shapes of its inputs, in nodes. Not safe for use by several threads.
 */
public final class RandomClip {
    /** The side of its pictures, in pixels. */
    public static final int SIDE = 32;
    /** How many tokens it takes. */
    public static final int TOKENS = 16;
    /** How many tokens there are: bytes, bytes that end a word, and two marks. */
    public static final int VOCABULARY = 514;

    private static final int PATCH = 8;
    private static final int HEADS = 2;
    private static final int DEPTH = 12;
    private static final int WIDTH = HEADS * DEPTH;
    private static final int LAYERS = 2;

    private final Random random;
    private final boolean quick;
    private OnnxNodes file = new OnnxNodes();

    /** @param seed of its weights; odd ones have GELU by the error function, others its quick approximation */
    public RandomClip(int seed) {
        random = new Random(seed);
        quick = seed % 2 == 0;
    }

    /** Writes both sides and a tokenizer as Immich lays them out. @param numbers of their results */
    public void write(Path folder, int numbers) throws IOException {
        Files.createDirectories(folder.resolve("visual"));
        Files.createDirectories(folder.resolve("textual"));
        Files.write(folder.resolve("visual/model.onnx"), visual(numbers));
        Files.write(folder.resolve("textual/model.onnx"), textual(numbers));
        Files.writeString(folder.resolve("textual/tokenizer.json"), tokenizer());
        Files.writeString(
                folder.resolve("visual/preprocess_cfg.json"),
                "{\"size\": [32, 32], \"mode\": \"RGB\", \"mean\": [0.5, 0.5, 0.5], \"std\": [0.25, 0.25, 0.25]}");
    }

    /** A tokenizer that knows bytes and joins none. */
    public static String tokenizer() {
        List<String> tokens = new ArrayList<>();
        for (String end : List.of("", "</w>")) {
            int beyond = 256;
            for (int i = 0; i < 256; i++) {
                boolean visible = i >= '!' && i <= '~' || i >= 0xA1 && i <= 0xAC || i >= 0xAE;
                String sign = Character.toString(visible ? i : beyond++);
                String quoted = sign.equals("\"") || sign.equals("\\") ? "\\" + sign : sign;
                tokens.add("\"%s%s\": %d".formatted(quoted, end, tokens.size()));
            }
        }
        tokens.add("\"<|startoftext|>\": 512");
        tokens.add("\"<|endoftext|>\": 513");
        return "{\"model\": {\"type\": \"BPE\", \"end_of_word_suffix\": \"</w>\", \"merges\": [], \"vocab\": {"
                + String.join(", ", tokens) + "}}}";
    }

    /** Takes {@code image [1, 3, 32, 32]}, gives {@code embedding [1, numbers]} of length 1. */
    public byte[] visual(int numbers) {
        file = new OnnxNodes();
        file.input("image", -1, 3, SIDE, SIDE);
        String patches = file.add(
                "Conv",
                List.of("image", weights(WIDTH, 3, PATCH, PATCH)),
                Attribute.integers("strides", PATCH, PATCH),
                Attribute.integers("kernel_shape", PATCH, PATCH));
        String batch = extent(patches, 0);
        String rows = turned(
                file.add("Reshape", List.of(patches, joined(batch, extent(patches, 1), file.integers(-1)))), 0, 2, 1);
        String first = file.add("Expand", List.of(weights(1, 1, WIDTH), classShape(batch)));
        String all = file.add("Concat", List.of(first, rows), Attribute.integer("axis", 1));
        String x = normed(file.add("Add", List.of(all, weights(1 + SIDE / PATCH * (SIDE / PATCH), WIDTH))));
        for (int layer = 0; layer < LAYERS; layer++) {
            x = layer(x, "");
        }
        String pooled = file.add("Gather", List.of(normed(x), file.integer(0)), Attribute.integer("axis", 1));
        return finished(pooled, numbers);
    }

    /** Takes {@code text [1, 16]} of whole numbers, gives {@code embedding [1, numbers]} of length 1. */
    public byte[] textual(int numbers) {
        file = new OnnxNodes();
        file.wholeInput("text", -1, TOKENS);
        String rows = file.add("Gather", List.of(weights(VOCABULARY, WIDTH), "text"));
        String length = file.add("Squeeze", List.of(extent("text", 1), file.integers(0)));
        String positions = file.add("Range", List.of(file.integer(0), length, file.integer(1)));
        String placed = file.add("Gather", List.of(weights(TOKENS, WIDTH), positions));
        String x = file.add("Add", List.of(rows, placed));
        String mask = mask(extent("text", 1), positions);
        for (int layer = 0; layer < LAYERS; layer++) {
            x = layer(x, mask);
        }
        String end =
                file.add("ArgMax", List.of("text"), Attribute.integer("axis", -1), Attribute.integer("keepdims", 0));
        String batch = file.add("Squeeze", List.of(extent("text", 0), file.integers(0)));
        String each = file.add("Range", List.of(file.integer(0), batch, file.integer(1)));
        String at = file.add(
                "Concat",
                List.of(
                        file.add("Unsqueeze", List.of(each, file.integers(-1))),
                        file.add("Unsqueeze", List.of(end, file.integers(-1)))),
                Attribute.integer("axis", -1));
        return finished(file.add("GatherND", List.of(normed(x), at)), numbers);
    }

    /** The shape of the row that stands for the whole picture, with -1 for what stays, as tracing writes it. */
    private String classShape(String batch) {
        String wanted = joined(batch, file.integers(-1), file.integers(-1));
        String ones = file.add("ConstantOfShape", List.of(file.add("Shape", List.of(wanted))), whole(1));
        String stays = file.add("Equal", List.of(wanted, file.add("Mul", List.of(ones, file.integers(-1)))));
        return file.add("Where", List.of(stays, ones, wanted));
    }

    private static Attribute whole(long value) {
        Protobuf tensor = new Protobuf().number(1, 1).number(2, 7).number(7, value);
        return new Attribute(
                "value", new Protobuf().text(1, "value").message(5, tensor).number(20, 4));
    }

    /** Nothing of what comes later is seen. */
    private String mask(String length, String positions) {
        String square = joined(length, length);
        String open = file.add("ConstantOfShape", List.of(square));
        String later = file.add(
                "Less",
                List.of(
                        file.add("Unsqueeze", List.of(positions, file.integers(1))),
                        file.add("Unsqueeze", List.of(positions, file.integers(0)))));
        return file.add("Where", List.of(later, file.floats(new int[0], Float.NEGATIVE_INFINITY), open));
    }

    private String layer(String x, String mask) {
        String attended = file.add("Add", List.of(x, attention(normed(x), mask)));
        String wide = linear(normed(attended), WIDTH, 4 * WIDTH);
        return file.add("Add", List.of(attended, linear(quick ? quickGelu(wide) : gelu(wide), 4 * WIDTH, WIDTH)));
    }

    private String attention(String x, String mask) {
        String split = joined(extent(x, 0), extent(x, 1), file.integers(HEADS), file.integers(DEPTH));
        String scale = file.floats(new int[0], (float) (1 / Math.sqrt(DEPTH)));
        String queries = file.add("Mul", List.of(linear(x, WIDTH, WIDTH), scale));
        String query = turned(file.add("Reshape", List.of(queries, split)), 0, 2, 1, 3);
        String key = turned(file.add("Reshape", List.of(linear(x, WIDTH, WIDTH), split)), 0, 2, 3, 1);
        String value = turned(file.add("Reshape", List.of(linear(x, WIDTH, WIDTH), split)), 0, 2, 1, 3);
        String likeness = file.add("MatMul", List.of(query, key));
        String seen = mask.isEmpty() ? likeness : file.add("Add", List.of(likeness, mask));
        String weights = file.add("Softmax", List.of(seen), Attribute.integer("axis", -1));
        String mixed = turned(file.add("MatMul", List.of(weights, value)), 0, 2, 1, 3);
        String whole = joined(extent(x, 0), extent(x, 1), file.integers(WIDTH));
        return linear(file.add("Reshape", List.of(mixed, whole)), WIDTH, WIDTH);
    }

    private String quickGelu(String x) {
        String gate = file.add("Sigmoid", List.of(file.add("Mul", List.of(x, file.floats(new int[0], 1.702f)))));
        return file.add("Mul", List.of(x, gate));
    }

    private String gelu(String x) {
        String bent =
                file.add("Erf", List.of(file.add("Div", List.of(x, file.floats(new int[0], (float) Math.sqrt(2))))));
        String sum = file.add("Add", List.of(bent, file.floats(new int[0], 1)));
        return file.add("Mul", List.of(file.add("Mul", List.of(x, sum)), file.floats(new int[0], 0.5f)));
    }

    private String linear(String x, int from, int to) {
        return file.add("Add", List.of(weights(to), file.add("MatMul", List.of(x, weights(from, to)))));
    }

    private String normed(String x) {
        String centred = file.add("Sub", List.of(x, mean(x)));
        String square = file.add("Pow", List.of(centred, file.floats(new int[0], 2)));
        String variance = file.add("Add", List.of(mean(square), file.floats(new int[0], 1e-5f)));
        String even = file.add("Div", List.of(centred, file.add("Sqrt", List.of(variance))));
        return file.add("Add", List.of(file.add("Mul", List.of(even, weights(WIDTH))), weights(WIDTH)));
    }

    private String mean(String x) {
        return file.add("ReduceMean", List.of(x), Attribute.integers("axes", -1), Attribute.integer("keepdims", 1));
    }

    private byte[] finished(String pooled, int numbers) {
        String row = file.add("Gemm", List.of(pooled, weights(numbers, WIDTH)), Attribute.integer("transB", 1));
        String length =
                file.add("ReduceL2", List.of(row), Attribute.integers("axes", -1), Attribute.integer("keepdims", 1));
        String least = file.add("Clip", List.of(length, file.floats(new int[0], 1e-12f)));
        String wide = file.add("Expand", List.of(least, file.add("Shape", List.of(row))));
        file.addNamed("Div", List.of(row, wide), "embedding");
        file.output("embedding", -1, numbers);
        return file.model();
    }

    /** An extent as a list of one number. */
    private String extent(String x, int axis) {
        String one = file.add(
                "Gather", List.of(file.add("Shape", List.of(x)), file.integer(axis)), Attribute.integer("axis", 0));
        return file.add("Unsqueeze", List.of(one, file.integers(0)));
    }

    private String joined(String... extents) {
        return file.add("Concat", List.of(extents), Attribute.integer("axis", 0));
    }

    private String turned(String x, int... order) {
        return file.add("Transpose", List.of(x), Attribute.integers("perm", order));
    }

    private String weights(int... extents) {
        int count = 1;
        for (int extent : extents) {
            count *= extent;
        }
        float[] values = new float[count];
        float scale = extents.length > 1 ? 0.3f : 1;
        for (int i = 0; i < count; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
        return file.floats(extents, values);
    }
}
