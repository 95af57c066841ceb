package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import java.time.LocalDate;
import java.util.List;

/**
 * A memory that could be told, before its shots are chosen.
 *
 * @param kind that found it
 * @param anchor what makes it this one and no other, within its kind: a memory keeps its id while this stays
 * @param slug for the readable part of the id; may be empty
 * @param pool pictures to choose from, in order of time
 * @param weight of this memory against others of as good pictures, around 1
 */
public record Draft(
        String kind,
        String anchor,
        String slug,
        String title,
        String subtitle,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Item> pool,
        double weight) {}
