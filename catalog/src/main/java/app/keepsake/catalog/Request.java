package app.keepsake.catalog;

/**
 * A memory that the user asked for.
 *
 * @param memory its id
 * @param kind of the memory
 * @param words that make it anew: what was asked, the absolute path of a folder, or the title of an album
 */
public record Request(String memory, String kind, String words) {
    /** Whether all of a folder was asked for. */
    public boolean isFolder() {
        return words.startsWith("/") && !isAlbum();
    }

    /** Whether an album was asked for. */
    public boolean isAlbum() {
        return kind.equals("album");
    }
}
