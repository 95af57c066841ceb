package app.keepsake.engine.internal.format;

import app.keepsake.engine.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops nodes that no output needs. */
public final class Reachable {
    private Reachable() {}

    /** The nodes, in their order, that the wanted ones read directly or through others. */
    public static List<Node> from(List<Node> nodes, Set<String> wanted) {
        Set<String> needed = new HashSet<>(wanted);
        for (Node node : nodes.reversed()) {
            if (needed.contains(node.name())) {
                needed.addAll(node.inputs());
            }
        }
        return nodes.stream().filter(node -> needed.contains(node.name())).toList();
    }
}
