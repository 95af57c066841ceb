package app.keepsake.memories;

import java.time.LocalDate;
import java.util.function.LongPredicate;

/** Finds pictures by words. Immutable, safe for use by several threads. */
public interface Search {
    /** What is asked for: {@code from} and {@code most} choose a page of the pictures that are found. */
    record Asking(String words, LocalDate today, boolean typing, int from, int most) {}

    /** What fits. Takes milliseconds, whatever the words. */
    SearchAnswer find(Asking asking, Meanings meanings);

    /** Which pictures fit, to be asked of each; none when the words say nothing. */
    LongPredicate fits(String words, LocalDate today, Meanings meanings);
}
