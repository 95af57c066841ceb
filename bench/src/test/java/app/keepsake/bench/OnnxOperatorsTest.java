package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.testbed.onnx.OnnxNodes;
import app.keepsake.testbed.onnx.OnnxNodes.Attribute;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators of transformers in model files made at random, by the engine and by ONNX Runtime. */
final class OnnxOperatorsTest {
    private final OnnxNodes file = new OnnxNodes();

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    /** A pooled picture as a list, normed; queries, keys and values of one constant product; another one at the end. */
    @ParameterizedTest
    @MethodSource("seeds")
    void attends(int seed) throws OrtException {
        Random random = new Random(seed);
        int heads = 1 + random.nextInt(3);
        int depth = 1 + random.nextInt(9);
        int width = 3 * heads * depth;
        int answers = 1 + random.nextInt(20);
        Shape picture = Shape.of(1, 2 * (1 + random.nextInt(4)), 2 * (1 + random.nextInt(6)), 3);
        file.input("x", OnnxExport.planar(picture).extents());
        String pooled = file.add(
                "AveragePool",
                List.of("x"),
                Attribute.integers("kernel_shape", 2, 2),
                Attribute.integers("strides", 2, 2));
        String rows = normed(turned(listed(pooled), 0, 2, 1));
        String all = file.add("MatMul", List.of(rows, constant(random, 3, width)));
        String biased = file.add("Add", List.of(all, constant(random, width)));
        String split = file.add("Reshape", List.of(biased, file.integers(0, -1, 3, heads, depth)));
        String parts = turned(split, 2, 0, 3, 1, 4);
        String weights = file.add(
                "Softmax",
                List.of(file.add("MatMul", List.of(part(parts, 0), turned(part(parts, 1), 0, 1, 3, 2)))),
                Attribute.integer("axis", 3));
        String mixed = turned(file.add("MatMul", List.of(weights, part(parts, 2))), 0, 2, 1, 3);
        String joined = file.add("Reshape", List.of(mixed, file.integers(0, 0, heads * depth)));
        String answer = file.add("MatMul", List.of(joined, constant(random, heads * depth, answers)));
        file.output(answer, 1, picture.h() / 2 * picture.w() / 2, answers);
        OnnxPeer.assertEqual(file.model(), random(random, picture), 1e-4);
    }

    /** By the shape that the file itself asks for. */
    private String listed(String map) {
        String front = file.add(
                "Slice",
                List.of(file.add("Shape", List.of(map)), file.integers(0), file.integers(2), file.integers(0)));
        String shape = file.add("Concat", List.of(front, file.integers(-1)), Attribute.integer("axis", 0));
        return file.add("Reshape", List.of(map, shape));
    }

    private String normed(String x) {
        String mean = mean(x);
        String centred = file.add("Sub", List.of(x, mean));
        String square = file.add("Pow", List.of(centred, file.floats(new int[0], 2)));
        String variance = file.add("Add", List.of(mean(square), file.floats(new int[0], 1e-3f)));
        return file.add("Div", List.of(centred, file.add("Sqrt", List.of(variance))));
    }

    private String mean(String x) {
        return file.add("ReduceMean", List.of(x), Attribute.integers("axes", -1), Attribute.integer("keepdims", 1));
    }

    private String part(String parts, int index) {
        String slice =
                file.add("Slice", List.of(parts, file.integers(index), file.integers(index + 1), file.integers(0)));
        return file.add("Squeeze", List.of(slice, file.integers(0)));
    }

    private String turned(String x, int... order) {
        return file.add("Transpose", List.of(x), Attribute.integers("perm", order));
    }

    private String constant(Random random, int... extents) {
        return file.floats(extents, random(random, Shape.of(extents)).data());
    }

    private static Tensor random(Random random, Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] = 2 * random.nextFloat() - 1;
        }
        return tensor;
    }
}
