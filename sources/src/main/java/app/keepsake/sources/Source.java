package app.keepsake.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somewhere that photos are kept, with what is known of them there. There is one implementation for each protocol. It
 * waits by itself where the other side asks for it or is away for moments, and asks no faster than is polite. Whoever opens
 * one closes it, which ends its connections. Not thread-safe.
 *
 * <p>All methods that ask the other side throw {@link SourceException}, whose words tell a user what to do.
 */
public interface Source extends AutoCloseable {
    /**
     * Tests the connection, and reads nothing of the photos.
     *
     * @throws SourceException when nobody could read there: a wrong address or key, or too old a version
     */
    Greeting greet() throws IOException, InterruptedException;

    /**
     * What is new or was changed, a page at a time. What may not be shown there is left out.
     *
     * @param cursor as the page before gave it; empty for all that there is. It stays good after a process has died
     * @throws SourceException of {@link SourceException.Kind#CURSOR} when the cursor is none of this source's
     */
    Changes changes(String cursor) throws IOException, InterruptedException;

    /**
     * Compares what is known here with what may be shown there, which a cursor does not tell: photos that were deleted,
     * archived, hidden, locked or put into the trash go without a word.
     *
     * @param known all that is known here, up to the newest change
     */
    Presence presence(Known known) throws IOException, InterruptedException;

    /** One asset; empty when it is not there or may not be shown. */
    Optional<SourceAsset> asset(String key) throws IOException, InterruptedException;

    /**
     * The faces of an asset with their people's names, where {@link SourceAsset#faces()} does not tell them.
     *
     * @return named and not hidden ones only
     */
    List<SourceFace> faces(String key) throws IOException, InterruptedException;

    /**
     * Everybody who has a name and is not hidden.
     *
     * @return names by the keys of people
     */
    Map<String, String> people() throws IOException, InterruptedException;

    /** The keys of the assets that somebody is seen in, by their key. */
    List<String> showing(String person) throws IOException, InterruptedException;

    /**
     * Albums, with what is in those that have changed, and in all that are shared.
     *
     * @param known versions of the albums that are known here, by key
     */
    List<SourceAlbum> albums(Map<String, String> known) throws IOException, InterruptedException;

    /**
     * Reads an asset's picture or film into a file, which is replaced. Nothing is left of it when this fails.
     *
     * @param most bytes that are taken
     * @return its media type, in small letters and without parameters, such as "image/jpeg"
     * @throws SourceException of {@link SourceException.Kind#TOO_LARGE} when it has more bytes, of {@link
     *     SourceException.Kind#GONE} when it is not there any more
     */
    String download(String key, Rendition rendition, Path file, long most) throws IOException, InterruptedException;

    /** What can be written there; empty where nothing can. */
    Optional<WriteBack> writeBack();

    @Override
    void close();
}
