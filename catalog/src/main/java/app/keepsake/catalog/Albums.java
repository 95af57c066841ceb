package app.keepsake.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What owners put together under a title, as folders and other programs tell of it.
 *
 * <p>Here are pictures of which a file is there and which their owner did not hide. What choices and flags keep out as
 * well is for {@code memories} to say ({@code ShownAlbums}): whoever shows an album asks there.
 */
public interface Albums {
    /**
     * Replaces all albums of one source, in one transaction. An album whose key was known keeps its number; new ones get
     * theirs in the order of their keys, whatever the order they are found in.
     *
     * @param source who tells of them
     * @param found with different keys; those without a known asset are left out
     */
    void replace(String source, List<AlbumFound> found);

    /** Those with something to see, the latest first (undated last), then by title, source and key. */
    List<Album> list();

    /** The same with what is in them, in one reading. */
    List<AlbumContents> contents();

    /** One with what is in it; empty too when nothing of it is there to see. */
    Optional<AlbumContents> get(long id);
}
