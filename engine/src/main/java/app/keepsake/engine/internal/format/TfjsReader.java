package app.keepsake.engine.internal.format;

import app.keepsake.engine.Graph;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.WeightShards;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the nodes that the wanted outputs need, in order, and hands each to {@link TfjsNodes}. */
public final class TfjsReader {
    private final String source;
    private final Map<String, Object> nodes = new LinkedHashMap<>();
    private final Map<String, Tensor> weights;

    private TfjsReader(String source, Object model, Map<String, Tensor> weights) {
        this.source = source;
        this.weights = weights;
        for (Object node : Json.elements(Json.member(Json.member(model, "modelTopology"), "node"))) {
            nodes.put(Json.text(source, node, "name"), node);
        }
        if (nodes.isEmpty()) {
            throw new ModelException(
                    "%s: expected modelTopology.node, a list of nodes, found none. Maybe this is not a graph model."
                            .formatted(source));
        }
    }

    public static Graph read(String source, String text, WeightShards shards, List<String> outputs) throws IOException {
        // A bundle for browsers wraps the same object in a script.
        int bundled = text.indexOf("{format:\"graph-model\"");
        Object model = bundled >= 0 ? Json.parseAt(source, text, bundled) : Json.parse(source, text);
        WeightShards unwrapped = name -> Bundles.unwrap(shards.bytes(name));
        TfjsReader reader = new TfjsReader(
                source, model, ManifestReader.read(source, Json.member(model, "weightsManifest"), unwrapped));
        return reader.graph(outputs.isEmpty() ? reader.declaredOutputs(model) : outputs);
    }

    private List<String> declaredOutputs(Object model) {
        Object signature = Json.member(model, "signature");
        if (signature == null) {
            signature = Json.member(Json.member(model, "userDefinedMetadata"), "signature");
        }
        if (Json.member(signature, "outputs") instanceof Map<?, ?> named && !named.isEmpty()) {
            return named.values().stream()
                    .map(output -> base(Json.text(source, output, "name")))
                    .toList();
        }
        Set<String> read = new HashSet<>();
        nodes.values().forEach(node -> read.addAll(inputs(node)));
        return nodes.keySet().stream().filter(name -> !read.contains(name)).toList();
    }

    private Graph graph(List<String> outputs) {
        TfjsNodes converted = new TfjsNodes(source, weights);
        for (String output : outputs) {
            addInOrder(output, converted);
        }
        Map<String, String> named = new LinkedHashMap<>();
        outputs.forEach(output -> named.put(output, converted.resultOf(output)));
        List<Node> needed = Reachable.from(converted.nodes(), Set.copyOf(named.values()));
        return new Graph(needed, named);
    }

    /** Depth first, on an own stack because a damaged file may chain any number of nodes. */
    private void addInOrder(String wanted, TfjsNodes converted) {
        Deque<String> stack = new ArrayDeque<>();
        Map<String, Boolean> done = new HashMap<>();
        stack.push(wanted);
        while (!stack.isEmpty()) {
            String name = stack.peek();
            Object node = nodes.get(name);
            if (node == null) {
                throw new ModelException("%s: there is no node '%s'. Nodes are such as %s."
                        .formatted(
                                source, name, nodes.keySet().stream().limit(5).toList()));
            }
            if (converted.has(name)) {
                stack.pop();
            } else if (done.put(name, true) == null) {
                for (String input : inputs(node)) {
                    if (!converted.has(input)) {
                        if (done.containsKey(input)) {
                            throw new ModelException("%s: node '%s' is part of a cycle.".formatted(source, input));
                        }
                        stack.push(input);
                    }
                }
            } else {
                stack.pop();
                converted.add(name, node, inputs(node));
            }
        }
    }

    private List<String> inputs(Object node) {
        return Json.elements(Json.member(node, "input")).stream()
                .map(String::valueOf)
                .filter(input -> !input.startsWith("^"))
                .map(TfjsReader::base)
                .toList();
    }

    private static String base(String name) {
        return name.endsWith(":0") ? name.substring(0, name.length() - 2) : name;
    }
}
