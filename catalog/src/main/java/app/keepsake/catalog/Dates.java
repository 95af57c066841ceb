package app.keepsake.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the user said of when pictures were taken, by their content: it counts more than all that files tell. Durable when
 * the method returns.
 */
public interface Dates {
    /**
     * Something that was said at once, of one or many pictures.
     *
     * @param at what it is known by: no two are of the same millisecond
     */
    record Saying(Instant at, int pictures) {}

    /** What counts now, by content; of each picture, what was said last. */
    Map<ContentHash, Taken> inForce();

    /** All that was said and not taken back, the last first. */
    List<Saying> sayings();

    /**
     * Says when pictures were taken, of all of them or of none. Of a picture that the catalog does not know, it counts
     * when it does.
     *
     * @param dates of at least one picture
     */
    Saying say(Map<ContentHash, Taken> dates);

    /**
     * Takes back what was said at once: what was said before counts again, or else what files tell.
     *
     * @return false when no such thing was said
     */
    boolean takeBack(Instant saying);
}
