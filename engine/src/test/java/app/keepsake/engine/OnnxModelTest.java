package app.keepsake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OnnxModelTest {
    @Test
    void turnsAxesAroundAndRepeatsPixels() {
        byte[] file = model(
                constant("w", new long[] {1, 3, 1, 1}, 1, 2, 3),
                constant("scales", new long[] {4}, 1, 1, 2, 2),
                node("Conv", "mixed", "x", "w"),
                node("Resize", "y", "mixed", "none", "scales"));
        Map<String, Tensor> out = run(file, 1, 2, 10, 20, 30, 1, 1, 1);
        assertThat(out.get("y").shape()).isEqualTo(Shape.of(1, 2, 4, 1));
        assertThat(out.get("y").data()).containsExactly(140, 140, 6, 6, 140, 140, 6, 6);
    }

    @Test
    void knowsTheTwoHalvesOfAHardSwish() {
        byte[] file = model(
                constant("three", new long[] {1}, 3),
                constant("least", new long[0], 0),
                constant("most", new long[0], 6),
                constant("six", new long[] {1}, 6),
                node("Add", "moved", "x", "three"),
                node("Clip", "clipped", "moved", "least", "most"),
                node("Mul", "product", "x", "clipped"),
                node("Div", "y", "product", "six"));
        float[] x = {-4, -1, 5};
        float[] y = run(file, 1, 1, x).get("y").data();
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).isEqualTo(Activation.HARD_SWISH.of(x[i]));
        }
    }

    @Test
    void knowsSlopesOfEachChannelAndListsChannelsBeforeThePlane() {
        byte[] file = model(
                constant("slopes", new long[] {3, 1, 1}, 0.5f, 2, 0),
                constant("shape", new long[] {2}, 1, -1),
                node("PRelu", "bent", "x", "slopes"),
                node("Reshape", "y", "bent", "shape"));
        Tensor y = run(file, 1, 2, -2, -2, -2, 3, 4, 5).get("y");
        assertThat(y.shape()).isEqualTo(Shape.of(1, 6));
        assertThat(y.data()).containsExactly(-1, 3, -4, 4, 0, 5);
    }

    @Test
    void namesWhatItDoesNotKnowAndWhereAFileEnds() {
        byte[] unknown = model(node("Gelu", "y", "x"));
        assertThatThrownBy(() -> OnnxModel.read("a.onnx", unknown))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("a.onnx")
                .hasMessageContaining("'y' (Gelu)");
        byte[] cut = Arrays.copyOf(unknown, unknown.length - 3);
        assertThatThrownBy(() -> OnnxModel.read("a.onnx", cut))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("cut off");
    }

    private static Map<String, Tensor> run(byte[] file, int height, int width, float... x) {
        try (Model model = Model.compile(
                OnnxModel.read("test", file), EngineOptions.defaults().withThreads(1))) {
            return model.run(Map.of("x", Tensor.of(Shape.of(1, height, width, 3), x)));
        }
    }

    /** A model with the input "x" and the output "y". */
    private static byte[] model(byte[]... nodes) {
        byte[] graph = concat(concat(nodes), concat(field(11, field(1, "x")), field(12, field(1, "y"))));
        return field(7, graph);
    }

    private static byte[] constant(String name, long[] extents, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        byte[] dims = new byte[0];
        for (long extent : extents) {
            dims = concat(dims, new byte[] {1 << 3, (byte) extent});
        }
        byte[] tensor = concat(dims, new byte[] {2 << 3, 1}, field(9, raw.array()));
        byte[] attribute = concat(field(1, "value"), field(5, tensor));
        return field(1, concat(field(2, name), field(4, "Constant"), field(5, attribute)));
    }

    private static byte[] node(String op, String output, String... inputs) {
        byte[] node = concat(field(2, output), field(4, op));
        for (String input : inputs) {
            node = concat(node, field(1, input));
        }
        byte[] mode = concat(field(1, "mode"), field(4, "nearest"));
        return field(1, concat(node, field(5, mode)));
    }

    private static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        int length = content.length;
        while (length > 127) {
            out.write(length & 127 | 128);
            length >>= 7;
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
