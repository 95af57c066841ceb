package app.keepsake.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Pictures that their owner put together under a title.
 *
 * @param id the catalog's number for it; of no meaning outside this catalog
 * @param source who tells of it, for example "folders"
 * @param key what it is called there, see {@link AlbumFound}
 * @param description may be empty
 * @param shared whether its owner shared it with others
 * @param count how many pictures there are to see, at least 1
 * @param first day of these pictures, if any has a date
 * @param last day of these pictures
 * @param cover number of the picture to show for it
 */
public record Album(
        long id,
        String source,
        String key,
        String title,
        String description,
        boolean shared,
        int count,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        long cover) {}
