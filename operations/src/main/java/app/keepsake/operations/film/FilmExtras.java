package app.keepsake.operations.film;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that are written of a film besides the film.
 *
 * @param project all that the film is, as JSON to edit and to render again
 * @param otio the edit, as OpenTimelineIO
 * @param poster a picture of it, as JPEG
 * @param sheet small frames in rows, as JPEG
 */
public record FilmExtras(Optional<Path> project, Optional<Path> otio, Optional<Path> poster, Optional<Path> sheet) {
    public static final FilmExtras NONE =
            new FilmExtras(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
