package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message {@code ModelProto}: its nodes, weights, inputs and outputs.
 *
 * @param inputs those that are no weights, with the shapes that they declare
 * @param whole names of inputs of whole numbers
 */
public record OnnxFile(
        String source,
        List<OnnxNode> nodes,
        Map<String, ProtoFields> weights,
        Map<String, Shape> inputs,
        Set<String> whole,
        List<String> outputs) {
    public static OnnxFile read(String source, ByteBuffer bytes) {
        List<ProtoFields> graphs = ProtoFields.read(source, bytes).messages(7);
        if (graphs.isEmpty()) {
            throw new ModelException("%s: expected an ONNX model, found no graph in it.".formatted(source));
        }
        ProtoFields graph = graphs.getLast();
        Map<String, ProtoFields> weights = new HashMap<>();
        graph.messages(5).forEach(tensor -> weights.put(tensor.text(8), tensor));
        Map<String, Shape> inputs = new LinkedHashMap<>();
        Set<String> whole = new HashSet<>();
        for (ProtoFields input : graph.messages(11)) {
            String name = input.text(1);
            if (!weights.containsKey(name)) {
                Optional<ProtoFields> type = nested(nested(Optional.of(input), 2), 1);
                inputs.put(name, shape(nested(type, 2)));
                if (type.filter(each -> OnnxTensor.isWhole((int) each.number(1, 1)))
                        .isPresent()) {
                    whole.add(name);
                }
            }
        }
        return new OnnxFile(
                source,
                graph.messages(1).stream().map(OnnxNode::read).toList(),
                weights,
                Collections.unmodifiableMap(inputs),
                whole,
                graph.messages(12).stream().map(output -> output.text(1)).toList());
    }

    private static Optional<ProtoFields> nested(Optional<ProtoFields> message, int field) {
        return message.flatMap(each -> each.messages(field).stream().findFirst());
    }

    private static Shape shape(Optional<ProtoFields> message) {
        return Shape.of(message.stream()
                .flatMap(each -> each.messages(1).stream())
                .mapToInt(extent -> (int) Math.clamp(extent.number(1, Shape.UNKNOWN), Shape.UNKNOWN, 1 << 16))
                .map(extent -> extent == 0 ? Shape.UNKNOWN : extent)
                .toArray());
    }

    /** A weight, by a part of its name. */
    public Optional<Tensor> weight(String name) {
        return weights.entrySet().stream()
                .filter(entry -> entry.getKey().contains(name))
                .map(entry -> OnnxTensor.read(entry.getValue()))
                .findFirst();
    }

    /** The nodes, in an order in which each comes after what it reads, that one result needs. */
    List<OnnxNode> needed(String output) {
        Map<String, OnnxNode> makers = new HashMap<>();
        nodes.forEach(node -> node.outputs().forEach(name -> makers.put(name, node)));
        Set<OnnxNode> needed = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        Deque<String> open = new ArrayDeque<>(List.of(output));
        while (!open.isEmpty()) {
            @Nullable OnnxNode node = makers.get(open.pop());
            if (node != null && needed.add(node)) {
                open.addAll(node.inputs());
            }
        }
        return nodes.stream().filter(needed::contains).toList();
    }
}
