package app.keepsake.engine;

import java.util.function.BooleanSupplier;

/**
 * A model planned for given input shapes. Write the inputs, {@link #execute}, read the outputs; nothing is allocated
 * after the first execution. Belongs to one thread at a time.
 */
public interface Session {
    /**
     * The tensor to write an input of a level into, {@code [n, h, w, c]} for pictures. Stays the same for the life of the
     * session.
     *
     * @param level from 0, in the order in which levels were prepared
     * @throws ModelException if there is no such input
     */
    Tensor input(int level, String name);

    /**
     * The tensor that holds an output of a level after {@link #execute}, until the next.
     *
     * @throws ModelException if there is no such output
     */
    Tensor output(int level, String name);

    default Tensor input(String name) {
        return input(0, name);
    }

    default Tensor output(String name) {
        return output(0, name);
    }

    /** Computes all outputs of all levels. */
    default void execute() {
        execute(() -> false);
    }

    /**
     * Computes all outputs of all levels, asking between stripes of work whether to stop.
     *
     * @return false if stopped; the outputs are then undefined
     */
    boolean execute(BooleanSupplier cancelled);

    /**
     * The multiplications and additions of all convolutions and products in one execution, counted as they are done:
     * Winograd's take a quarter of what the network's definition says. Its transforms are not counted.
     */
    double arithmetic();

    /** Where all intermediate results lie; sizes are bytes. */
    MemoryPlan memoryPlan();

    /** The bytes of the arena that holds all intermediate results. */
    default long arenaBytes() {
        return memoryPlan().size();
    }
}
