package app.keepsake.engine.internal.run;

/**
 * The computation of one or several fused nodes, cut into tasks that may run at the same time and in any order. Must not
 * allocate.
 */
public interface Step {
    /** How many tasks there are, 1 or more. */
    int tasks();

    /**
     * @param task from 0
     * @param worker which of the threads runs it, from 0; no two tasks run at once on the same worker
     */
    void run(int task, int worker);
}
