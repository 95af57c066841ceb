package app.keepsake.catalog;

/**
 * A memory that the user asked for; or a search that is kept, to be answered anew each time, which no memory tells.
 *
 * @param memory its id
 * @param kind of the memory, or {@link #SEARCH}
 * @param words that make it anew: what was asked, the absolute path of a folder, the title of an album, or
 *     the hashes of pictures with spaces between
 */
public record Request(String memory, String kind, String words) {
    /** The kind of searches. */
    public static final String SEARCH = "search";

    /** Whether it is a search that is kept. */
    public boolean isSearch() {
        return kind.equals(SEARCH);
    }

    /** Whether all of a folder was asked for. */
    public boolean isFolder() {
        return !isSearch() && !isAlbum() && words.startsWith("/");
    }

    /** Whether pictures were asked for, each by itself. */
    public boolean isSelection() {
        return kind.equals("selection");
    }

    /** Whether an album was asked for. */
    public boolean isAlbum() {
        return kind.equals("album");
    }
}
