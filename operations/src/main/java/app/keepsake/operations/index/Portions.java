package app.keepsake.operations.index;

import app.keepsake.catalog.IndexTask;
import app.keepsake.operations.library.MediaNames;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a library is looked at before what is known of it can be told: while it is new, until there are 40 pictures,
 * 80, 160 and so on. Of one that is large already all is looked at in one go.
 */
final class Portions {
    /** Enough for a first film. */
    static final int FIRST = 40;

    /** From here on the next time would be hours away, and what is found by then is one in many. */
    private static final long LARGE = 10_000;

    /** Fewer would keep the processors waiting for one another. */
    private static final int FEWEST = 8;

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private long mark;

    /** @param known how many pictures the library has */
    Portions(long known) {
        mark = after(known);
    }

    private static long after(long known) {
        long mark = FIRST;
        while (mark <= known) {
            mark *= 2;
        }
        return mark;
    }

    /** How many of the next files are looked at before {@link #isReached} is asked. */
    int next(long known) {
        return mark > LARGE ? Integer.MAX_VALUE : (int) Math.max(FEWEST, mark - known);
    }

    /** Whether there is something new to tell now; asked once after each portion. */
    boolean isReached(long known) {
        boolean reached = known >= mark && mark <= LARGE;
        mark = reached ? after(known) : mark;
        return reached;
    }

    /** The newest day first; of a day photos before clips, which take longer. */
    static List<IndexTask> inOrder(List<IndexTask> tasks) {
        return tasks.stream()
                .sorted(Comparator.comparingLong(
                                (IndexTask task) -> -(task.stamp().modifiedMillis() / DAY_MILLIS))
                        .thenComparing(task ->
                                MediaNames.isClip(task.file().getFileName().toString()))
                        .thenComparing(IndexTask::file))
                .toList();
    }
}
