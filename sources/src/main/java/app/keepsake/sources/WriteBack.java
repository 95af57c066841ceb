package app.keepsake.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be written into a source, when a user asks for it. Nothing that is not Keepsake's own is changed or deleted. */
public interface WriteBack {
    /**
     * Puts a film into Keepsake's album, in the place of an earlier one.
     *
     * @param film a file
     * @param name under which it stands there
     * @param madeAt what it is sorted by
     * @param before key that an earlier call gave of the film that this one replaces; it goes into the trash there
     * @return its key there
     */
    String putFilm(Path film, String name, Instant madeAt, Optional<String> before)
            throws IOException, InterruptedException;

    /**
     * Tells a memory, in the place of an earlier one.
     *
     * @param day on which it is a memory
     * @param year of what it remembers
     * @param assets keys
     * @param before key that an earlier call gave
     * @return its key there
     */
    String putMemory(LocalDate day, int year, List<String> assets, Optional<String> before)
            throws IOException, InterruptedException;

    /** Names somebody, by their key there. */
    void name(String person, String name) throws IOException, InterruptedException;
}
