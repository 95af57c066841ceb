package app.keepsake.operations.film;

import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a film is to be made.
 *
 * @param mood empty for one that fits the memory
 * @param fps frames a second, 24 to 60
 * @param seed another one makes another score and other moves; empty for the memory's own
 * @param music of the user's own; empty for the memory's, or a score
 */
public record FilmWishes(
        Optional<String> mood, Length length, FrameSize size, int fps, Optional<Long> seed, Optional<Path> music) {}
