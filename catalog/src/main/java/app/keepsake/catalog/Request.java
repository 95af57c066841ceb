package app.keepsake.catalog;

/**
 * A memory that the user asked for.
 *
 * @param memory its id
 * @param kind of the memory
 * @param words that make it anew: what was asked, or the absolute path of a folder
 */
public record Request(String memory, String kind, String words) {
    /** Whether all of a folder was asked for. */
    public boolean isFolder() {
        return words.startsWith("/");
    }
}
