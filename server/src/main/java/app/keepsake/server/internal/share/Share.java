package app.keepsake.server.internal.share;

import java.util.Optional;

/**
 * A film that whoever knows a link may see.
 *
 * @param print of the link's secret; the secret itself is not kept
 * @param memory that the film tells
 * @param title for the owner's list and the page
 * @param expires epoch seconds
 * @param password as an Argon2id hash, empty for none
 * @param viewsLeft how often the film may still be opened, -1 for any number
 * @param cover the asset that stands for the film; links of earlier versions have none
 * @param announced whether title and cover are told before it is opened; links of earlier versions do not say
 */
public record Share(
        String print,
        String memory,
        String mood,
        String length,
        String title,
        long expires,
        String password,
        int viewsLeft,
        Optional<Long> cover,
        Optional<Boolean> announced) {
    /** Whether somebody may still open it. */
    boolean opens() {
        return viewsLeft != 0;
    }

    Share viewed() {
        return new Share(
                print,
                memory,
                mood,
                length,
                title,
                expires,
                password,
                viewsLeft < 0 ? viewsLeft : viewsLeft - 1,
                cover,
                announced);
    }
}
