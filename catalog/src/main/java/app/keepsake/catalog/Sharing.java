package app.keepsake.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Looking at files together: one process hands out jobs, and all that take them do them, on several machines. A job of a
 * process that died, or was not heard of for half a minute, goes to another. Safe for use by several threads.
 */
public interface Sharing {
    /** Does jobs. Called by several threads. */
    interface Work {
        /** Does one and notes what was found. It may have been done before, when a process died after that. */
        Job.Outcome look(Job job);

        /** Notes that one cannot be done, since so many processes died over it or failed. */
        Job.Outcome giveUp(Job job, int attempts);
    }

    /** Jobs are taken until this is closed, which waits for those in hand. */
    interface Taking extends AutoCloseable {
        @Override
        void close();
    }

    /** The right to write what was computed, beside the one that indexes. */
    Indexing join();

    /**
     * Begins to take jobs.
     *
     * @param kind only jobs that were handed out as the same kind
     * @param threads jobs that are done at the same time
     */
    Taking take(String kind, int threads, Work work);

    /**
     * Hands out jobs and waits until all are done, or takes back those that nobody has when it is to stop. Does none
     * itself. Only for the one that indexes.
     *
     * @param jobs with different files
     * @param done hears again and again how many are done
     * @return what became of those that are done
     */
    Map<Path, Job.Outcome> handOut(String kind, List<Job> jobs, BooleanSupplier stop, IntConsumer done);
}
