package app.keepsake.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A network that is ready to run. Safe for use by several threads, which share its weights and take turns after each step:
 * a caller waits for no more than one layer, or one run of stripes, of another. Callers of a model with one thread run side
 * by side.
 *
 * <p>For one result, {@link #run}. To run many times at one size without allocating, {@link #prepare} once and use the
 * {@link Session}.
 */
public interface Model extends AutoCloseable {
    /** Names and declared shapes of the inputs; extents may be unknown. */
    Map<String, Shape> inputs();

    /** Names of the outputs. */
    List<String> outputs();

    /**
     * Runs once. The plan for the inputs' shapes is kept for the next call.
     *
     * @return new tensors by output name
     * @throws ModelException if an input is missing, unknown or of the wrong shape
     */
    Map<String, Tensor> run(Map<String, Tensor> inputs);

    /**
     * Plans for one set of input shapes.
     *
     * @throws ModelException naming the input or the node that does not fit
     */
    default Session prepare(Map<String, Shape> shapes) {
        return preparePyramid(List.of(shapes));
    }

    /**
     * Plans several sets of input shapes together: the levels share all weights and one arena, placed by the lifetimes
     * of all of them.
     *
     * @param levels input shapes by name, one map for each level; all extents known
     * @throws ModelException naming the input or the node that does not fit
     */
    Session preparePyramid(List<Map<String, Shape>> levels);

    /** Ends the model's threads. Sessions must not be executed afterwards. */
    @Override
    void close();

    /**
     * Makes a model of a graph.
     *
     * @throws ModelException if the graph cannot be run; the message names the node
     */
    static Model compile(Graph graph, EngineOptions options) {
        return Compiled.of(graph, options);
    }

    /**
     * Makes a model of a graph that can be read again, and so need not be kept: once kernels hold the weights in their own
     * order, the others are let go.
     *
     * @param source gives an equal graph each time
     * @throws ModelException if the graph cannot be run; the message names the node
     */
    static Model compile(Supplier<Graph> source, EngineOptions options) {
        return Compiled.of(source, options);
    }
}
