package app.keepsake.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Memories as they were told before any edit, the days on which they were shown, and the films rendered from them. */
public interface MemoryShelf {
    /** By id. */
    List<Memory> all();

    Optional<Memory> find(String id);

    /** Replaces all memories. Showings and films are kept. */
    void replaceAll(Collection<Memory> memories);

    /** Adds or replaces one. */
    void put(Memory memory);

    /** Notes that memories were shown on a day. */
    void shown(LocalDate day, Collection<Memory> memories);

    /** What was shown from the given day on, by day and id. */
    List<Showing> shownSince(LocalDate day);

    /**
     * Notes a film of a memory. Rendering to the same path again replaces it.
     *
     * @param chapters in order
     */
    void rendered(Path film, Memory memory, List<Chapter> chapters);

    /** A film's chapters, in order; empty when they are not known. */
    List<Chapter> chapters(Path film);

    /** By path. */
    List<Film> films();

    /** The film at a path. */
    Optional<Film> film(Path path);

    /** Says that a film may not be shown any more, or, with an empty reason, that it may again. */
    void withdraw(Path film, Optional<String> because);

    /** Forgets a film, whose file goes. */
    void forget(Path film);
}
