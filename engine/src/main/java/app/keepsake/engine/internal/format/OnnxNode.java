package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message {@code NodeProto}.
 *
 * @param op its name, behind that of its set of operators if that is not ONNX's own
 * @param inputs names of tensors; an optional one that is left out is empty
 */
record OnnxNode(
        String source, String op, List<String> inputs, List<String> outputs, Map<String, ProtoFields> attributes) {
    static OnnxNode read(ProtoFields message) {
        Map<String, ProtoFields> attributes = new HashMap<>();
        message.messages(5).forEach(attribute -> attributes.put(attribute.text(1), attribute));
        String domain = message.text(7);
        String set = domain.isEmpty() || domain.equals("ai.onnx") ? "" : domain + ".";
        return new OnnxNode(message.source(), set + message.text(4), message.texts(1), message.texts(2), attributes);
    }

    /** The name of its one result that is used, by most nodes. */
    String output() {
        return outputs.isEmpty() ? "" : outputs.getFirst();
    }

    /** Whether an optional input is there. */
    boolean has(int i) {
        return i < inputs.size() && !inputs.get(i).isEmpty();
    }

    String input(int i) {
        if (i >= inputs.size()) {
            throw new ModelException("%s: node '%s' (%s) has %d inputs, but needs one more."
                    .formatted(source, output(), op, inputs.size()));
        }
        return inputs.get(i);
    }

    int integer(String name, int otherwise) {
        @Nullable ProtoFields attribute = attributes.get(name);
        return attribute == null ? otherwise : (int) attribute.number(3, otherwise);
    }

    float real(String name, float otherwise) {
        @Nullable ProtoFields attribute = attributes.get(name);
        return attribute == null || attribute.all(2).isEmpty()
                ? otherwise
                : Float.intBitsToFloat((int) attribute.number(2, 0));
    }

    List<Integer> integers(String name, Integer... otherwise) {
        @Nullable ProtoFields attribute = attributes.get(name);
        return attribute == null
                ? Arrays.asList(otherwise)
                : attribute.numbers(8).stream().map(Math::toIntExact).toList();
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Numbers in an attribute {@code name}, of floats. */
    float[] reals(String name) {
        @Nullable ProtoFields attribute = attributes.get(name);
        return attribute == null ? new float[0] : OnnxTensor.floats(attribute, 7);
    }

    String text(String name) {
        @Nullable ProtoFields attribute = attributes.get(name);
        return attribute == null ? "" : attribute.text(4);
    }

    Tensor tensor(String name) {
        @Nullable ProtoFields attribute = attributes.get(name);
        List<ProtoFields> tensors = attribute == null ? List.of() : attribute.messages(5);
        if (tensors.isEmpty()) {
            throw new ModelException("%s: node '%s' (%s) has no tensor '%s'.".formatted(source, output(), op, name));
        }
        return OnnxTensor.read(tensors.getLast());
    }

    /** Whether a tensor has whole numbers. */
    boolean isWhole(String name) {
        @Nullable ProtoFields attribute = attributes.get(name);
        return attribute != null && attribute.messages(5).stream().anyMatch(OnnxTensor::isWhole);
    }
}
