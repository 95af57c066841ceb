package app.keepsake.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Memories that were made, the days on which they were shown, and the films rendered from them. */
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

    /** Notes a film. Rendering to the same path again replaces it. */
    void rendered(Path film, String memoryId, Collection<Long> assetIds);

    /** By path. */
    List<Film> films();

    /** Says that a film may not be shown any more, or, with an empty reason, that it may again. */
    void withdraw(Path film, Optional<String> because);
}
