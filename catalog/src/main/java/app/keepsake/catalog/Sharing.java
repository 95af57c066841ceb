package app.keepsake.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Looking at files together: one process hands out tasks, and all that take them do them, on several machines. A job of a
 * process that died, or was not heard of for half a minute, goes to another. Safe for use by several threads.
 */
public interface Sharing {
    /** Does tasks. Called by several threads. */
    interface Work {
        /** Does one and notes what was found. It may have been done before, when a process died after that. */
        IndexTask.Outcome look(IndexTask task);

        /** Notes that one cannot be done, since so many processes died over it or failed. */
        IndexTask.Outcome giveUp(IndexTask task, int attempts);
    }

    /** Tasks are taken until this is closed, which waits for those in hand. */
    interface Taking extends AutoCloseable {
        @Override
        void close();
    }

    /** The right to write what was computed, beside the one that indexes. */
    Indexing join();

    /**
     * Begins to take tasks.
     *
     * @param kind only tasks that were handed out as the same kind
     * @param threads tasks that are done at the same time
     */
    Taking take(String kind, int threads, Work work);

    /**
     * Hands out tasks and waits until all are done, or takes back those that nobody has when it is to stop. Does none
     * itself. Only for the one that indexes.
     *
     * @param tasks with different files
     * @param done hears again and again how many are done
     * @return what became of those that are done
     */
    Map<Path, IndexTask.Outcome> handOut(String kind, List<IndexTask> tasks, BooleanSupplier stop, IntConsumer done);
}
