package app.keepsake.engine.internal.graph;

import app.keepsake.engine.Shape;
import java.util.Map;
import java.util.Objects;

/**
 * What each node of a graph computes for given inputs.
 *
 * @param byName has all nodes
 */
public record NodeShapes(Map<String, Shape> byName) {
    /** The shape of a node's result; the node must be one of the graph's. */
    public Shape of(String node) {
        return Objects.requireNonNull(byName.get(node), node);
    }
}
