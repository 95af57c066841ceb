package app.keepsake.operations.sources;

import app.keepsake.sources.Account;
import app.keepsake.sources.SourceKind;
import java.util.regex.Pattern;

/**
 * A source that is to be set up, in the words of whoever wants it. Nothing of it is believed before {@link #check()}.
 *
 * @param name what its owner calls it
 * @param kind a word of {@link SourceKind}
 * @param address of the server, such as {@code http://nas:2283}
 * @param key that lets in; of a Nextcloud, {@code NAME:PASSWORD}
 * @param partners whether photos are read that others share whole
 * @param sharedAlbums whether those in albums are that others share
 * @param favourites whether favourites there are favourites here
 */
public record WantedSource(
        String name,
        String kind,
        String address,
        String key,
        boolean partners,
        boolean sharedAlbums,
        boolean favourites) {
    /** A name is a folder's, too. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,39}");

    /** @throws IllegalArgumentException saying what is wrong; it does not repeat the key */
    public void check() {
        checkName(name);
        SourceKind ignored = sort();
        Account ignoredToo = account();
    }

    /** @throws IllegalArgumentException when a source cannot be called so */
    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a name of up to 40 letters, digits, dashes and underscores, found another.");
        }
    }

    SourceKind sort() {
        return SourceKind.named(kind);
    }

    Account account() {
        return new Account(Account.address(address), key, partners, sharedAlbums);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return name + ": " + kind + " at " + address;
    }
}
