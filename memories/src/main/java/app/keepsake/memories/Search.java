package app.keepsake.memories;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;

/** Finds pictures by words. Immutable, safe for use by several threads. */
public interface Search {
    /** What is asked for: {@code from} and {@code most} choose a page of the pictures that are found. */
    record Asking(String words, LocalDate today, boolean typing, int from, int most) {}

    /** What fits by words. Takes milliseconds, whatever the words. */
    default SearchAnswer find(Asking asking, Meanings meanings) {
        return find(asking, meanings, TextVectors.NONE);
    }

    /** What fits by words, then what looks like what they mean. */
    SearchAnswer find(Asking asking, Meanings meanings, TextVectors vectors);

    /**
     * What goes with what is found.
     *
     * @param fits whether an asset fits; none does when the words say nothing
     * @param people who have a name and are on pictures that fit, those on the most first
     */
    record Company(LongPredicate fits, List<Long> people) {}

    /** What goes with what fits. @param most people */
    Company company(String words, LocalDate today, Meanings meanings, int most);
}
