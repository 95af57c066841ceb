package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import java.time.LocalDate;
import java.util.List;

/**
 * A memory that could be told, before its shots are chosen.
 *
 * @param kind that found it
 * @param anchor what makes it this one and no other, within its kind: a memory keeps its id while this stays
 * @param source all pictures that it is about, also those that may not be shown, in order of time
 * @param pool those of them that may be shown
 * @param slug for the readable part of the id, the same in all languages; may be empty
 * @param why it is told, one sentence
 * @param former what it may have been called before
 * @param weight of this memory against others of as good pictures, around 1
 */
public record Draft(
        String kind,
        String anchor,
        List<Item> source,
        List<Item> pool,
        LocalDate firstDay,
        LocalDate lastDay,
        String slug,
        String title,
        String subtitle,
        String why,
        List<Former> former,
        double weight) {
    /** The slug and the anchor of a memory that was told when people had other names or numbers, or by another version. */
    public record Former(String slug, String anchor) {}

    /** Untitled, from the first to the last day that the pool may be of, which must not be empty. */
    static Draft of(String kind, String anchor, List<Item> source, List<Item> pool) {
        return new Draft(
                kind,
                anchor,
                source,
                pool,
                pool.getFirst().day(),
                LocalDate.ofEpochDay(
                        pool.stream().mapToLong(Item::lastDay).max().orElseThrow()),
                "",
                "",
                "",
                "",
                List.of(),
                1);
    }

    Draft between(LocalDate first, LocalDate last) {
        return new Draft(kind, anchor, source, pool, first, last, slug, title, subtitle, why, former, weight);
    }

    Draft slug(String value) {
        return new Draft(kind, anchor, source, pool, firstDay, lastDay, value, title, subtitle, why, former, weight);
    }

    Draft titled(String main, String below) {
        return new Draft(kind, anchor, source, pool, firstDay, lastDay, slug, main, below, why, former, weight);
    }

    Draft because(String reason) {
        return new Draft(kind, anchor, source, pool, firstDay, lastDay, slug, title, subtitle, reason, former, weight);
    }

    Draft weighing(double value) {
        return new Draft(kind, anchor, source, pool, firstDay, lastDay, slug, title, subtitle, why, former, value);
    }

    Draft formerly(List<Former> names) {
        return new Draft(kind, anchor, source, pool, firstDay, lastDay, slug, title, subtitle, why, names, weight);
    }
}
