package app.keepsake.server.internal.share;

/**
 * A film that whoever knows a link may see.
 *
 * @param print of the link's secret; the secret itself is not kept
 * @param memory that the film tells
 * @param title for the owner's list and the page
 * @param expires epoch seconds
 * @param password as an Argon2id hash, empty for none
 * @param viewsLeft how often the film may still be opened, -1 for any number
 */
public record Share(
        String print,
        String memory,
        String mood,
        String length,
        String title,
        long expires,
        String password,
        int viewsLeft) {
    Share viewed() {
        return new Share(
                print, memory, mood, length, title, expires, password, viewsLeft < 0 ? viewsLeft : viewsLeft - 1);
    }
}
