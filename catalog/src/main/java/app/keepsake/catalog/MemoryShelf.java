package app.keepsake.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Memories as they were told before any edit, the days on which they were shown, and the films rendered from them.
 *
 * <p>What was computed from choices is only written while they stand: each such method takes the {@link
 * InForce#revision} that it was computed from, and writes nothing and says false when that has changed. Then it has to
 * be computed anew.
 */
public interface MemoryShelf {
    /** By id. */
    List<Memory> all();

    Optional<Memory> find(String id);

    /**
     * Replaces memories. Those that others have put on the shelf meanwhile, showings and films are kept.
     *
     * @param before ids of those that go
     * @param successors present ids by former ones: what the user changed of, or asked for under, these is so of those,
     *     unless something was said of them already
     */
    boolean replace(Set<String> before, Collection<Memory> memories, Map<String, String> successors, long revision);

    /** The same where no memory is called otherwise than before. */
    default boolean replace(Set<String> before, Collection<Memory> memories, long revision) {
        return replace(before, memories, Map.of(), revision);
    }

    /** Adds or replaces some. */
    boolean put(Collection<Memory> memories, long revision);

    /**
     * Adds or replaces one that the user asked for, and notes that, in one transaction. Durable on return.
     *
     * @param request that it is the answer to
     */
    boolean put(Memory memory, Request request, long revision);

    /** Notes what the user asked for, so that it is told as long as there is something to tell. Durable on return. */
    void asked(Request request);

    /**
     * Takes back what the user asked for, with the memory that tells it: neither is told again. What was changed of the
     * memory is kept, for whoever asks again. Durable on return.
     *
     * @return false when nothing was asked for under this id
     */
    boolean takeBack(String id);

    /** All that was asked for, by the memories' ids. */
    List<Request> requests();

    /** Notes that memories were shown on a day. */
    void shown(LocalDate day, Collection<Memory> memories);

    /** What was shown from the given day on, by day and id. */
    List<Showing> shownSince(LocalDate day);

    /**
     * Notes a film of a memory. Rendering to the same path again replaces it.
     *
     * @param chapters in order
     * @param withdrawn why it may not be shown, if it may not
     * @return the film as it was noted; empty when the revision has passed
     */
    default Optional<Film> rendered(
            Path film, Memory memory, List<Chapter> chapters, Optional<String> withdrawn, long revision) {
        return rendered(film, film, memory, chapters, List.of(), withdrawn, revision);
    }

    /**
     * The same for a film that stands elsewhere, on the same disk, and takes its place as it is noted. Of two that are
     * made for one place at once, what is noted is so of the one that stands there.
     *
     * @param appearances of its shots, in order; none where they are not known
     * @throws CatalogException when it cannot be moved there
     */
    Optional<Film> rendered(
            Path part,
            Path film,
            Memory memory,
            List<Chapter> chapters,
            List<Appearance> appearances,
            Optional<String> withdrawn,
            long revision);

    /** A film's chapters, in order; empty when they are not known. */
    List<Chapter> chapters(Path film);

    /** When each shot of a film is seen, in order; empty when that is not known. */
    List<Appearance> appearances(Path film);

    /** How many memories there are. */
    long count();

    /** By path. */
    List<Film> films();

    /** How many films may be shown. @param elsewhere a folder whose films do not count */
    long countFilms(Path elsewhere);

    /** The film at a path. */
    Optional<Film> film(Path path);

    /**
     * Says why films may not be shown any more, or, with empty reasons, that they may again, and takes memories off the
     * shelf, in one transaction.
     *
     * @param memories by id, each only if it still tells of one of the assets named, or whatever it tells if none is
     * @return false when the revision has changed: then no film may be shown again, but the rest is done
     */
    boolean withdraw(Map<Path, Optional<String>> films, Map<String, Set<Long>> memories, long revision);

    /** Forgets a film, whose file goes. */
    void forget(Path film);
}
