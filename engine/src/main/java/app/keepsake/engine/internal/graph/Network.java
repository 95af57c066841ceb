package app.keepsake.engine.internal.graph;

import app.keepsake.engine.Graph;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graph while passes rewrite it. Merging keeps the name of the later node, so that readers and outputs need no change,
 * and its place, at which all inputs of both are computed.
 */
final class Network {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> outputs;
    private final Set<String> wanted;
    private final Map<String, Integer> readers = new HashMap<>();

    Network(Graph graph) {
        graph.nodes().forEach(node -> nodes.put(node.name(), node));
        outputs = graph.outputs();
        wanted = new HashSet<>(outputs.values());
        graph.nodes().forEach(node -> node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
    }

    /** The nodes as they are now, in order; changes do not disturb the list. */
    List<Node> nodes() {
        return new ArrayList<>(nodes.values());
    }

    @Nullable
    Node get(String name) {
        return nodes.get(name);
    }

    /** True if only one node reads this result and the caller does not. */
    boolean isPrivate(String name) {
        return readers.getOrDefault(name, 0) == 1 && !wanted.contains(name);
    }

    /** The tensor of a constant, or null for other nodes. */
    @Nullable
    Tensor constant(String name) {
        return nodes.get(name) instanceof Node node && node.op() instanceof Op.Constant constant
                ? constant.value()
                : null;
    }

    /** Puts another computation in a node's place. New constants must have been {@link #addConstant added} before. */
    void replace(String name, Op op, List<String> inputs) {
        Node old = nodes.get(name);
        inputs.forEach(input -> readers.merge(input, 1, Integer::sum));
        nodes.put(name, new Node(name, op, inputs));
        if (old != null) {
            old.inputs().forEach(this::release);
        }
    }

    private void release(String name) {
        Node node = nodes.get(name);
        if (node != null && readers.merge(name, -1, Integer::sum) == 0 && !wanted.contains(name)) {
            if (!(node.op() instanceof Op.Input)) {
                nodes.remove(name);
                node.inputs().forEach(this::release);
            }
        }
    }

    /** Adds a constant and gives its name. */
    String addConstant(String name, Tensor value) {
        String free = name;
        while (nodes.containsKey(free)) {
            free += "'";
        }
        nodes.put(free, new Node(free, new Op.Constant(value), List.of()));
        return free;
    }

    /** The graph in an order in which each node comes after its inputs. */
    Graph graph() {
        List<Node> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        nodes.values().forEach(node -> addInOrder(node, ordered, done));
        return new Graph(ordered, outputs);
    }

    /** Nodes that a pass added may stand behind their readers; they read only what stands before those. */
    private void addInOrder(Node node, List<Node> ordered, Set<String> done) {
        if (!done.add(node.name())) {
            return;
        }
        for (String input : node.inputs()) {
            Node before = nodes.get(input);
            if (before != null && !done.contains(input)) {
                addInOrder(before, ordered, done);
            }
        }
        ordered.add(node);
    }
}
