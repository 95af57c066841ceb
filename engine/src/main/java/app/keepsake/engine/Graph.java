package app.keepsake.engine;

import app.keepsake.engine.internal.graph.Shapes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network: nodes in an order in which each comes after its inputs. Immutable; batch size, height and width may be
 * unknown until a model is prepared for an input.
 *
 * @param outputs names of the nodes whose results the caller wants, by the name the caller knows them by
 */
public record Graph(List<Node> nodes, Map<String, String> outputs) {
    /**
     * @throws ModelException if a name is used twice, a node reads one that does not come before it (a cycle is one such
     *     case), or an output does not exist
     */
    public Graph {
        nodes = List.copyOf(nodes);
        outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        Map<String, Node> seen = new HashMap<>();
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                if (!seen.containsKey(input)) {
                    throw new ModelException(
                            "Node '%s' reads '%s', which no earlier node computes. Maybe the graph has a cycle."
                                    .formatted(node.name(), input));
                }
            }
            if (seen.put(node.name(), node) != null) {
                throw new ModelException("Two nodes are called '%s'. Names must be unique.".formatted(node.name()));
            }
        }
        outputs.forEach((output, node) -> {
            if (!seen.containsKey(node)) {
                throw new ModelException("The output '%s' is node '%s', which does not exist.".formatted(output, node));
            }
        });
    }

    /** The shapes that callers must give, by name, in the order of the nodes. */
    public Map<String, Shape> inputs() {
        Map<String, Shape> inputs = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.op() instanceof Op.Input input) {
                inputs.put(node.name(), input.shape());
            }
        }
        return inputs;
    }

    /**
     * The shape of every node's result for given input shapes.
     *
     * @throws ModelException naming the node whose inputs do not fit
     */
    public Map<String, Shape> shapes(Map<String, Shape> given) {
        return Shapes.infer(this, given).byName();
    }
}
