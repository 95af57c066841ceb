package app.keepsake.engine;

import java.util.List;

/**
 * One step of a graph.
 *
 * @param name unique in its graph
 * @param inputs names of the nodes whose results it reads, in the order that {@link Op} says
 */
public record Node(String name, Op op, List<String> inputs) {
    public Node {
        inputs = List.copyOf(inputs);
    }
}
