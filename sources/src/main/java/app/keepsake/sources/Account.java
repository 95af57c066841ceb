package app.keepsake.sources;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Whose photos are read, and where.
 *
 * @param address of the server, such as {@code http://nas:2283}; a path is kept
 * @param key that lets in
 * @param partners whether photos that others share whole are read, too
 * @param sharedAlbums whether those in albums that others share are
 */
public record Account(URI address, String key, boolean partners, boolean sharedAlbums) {
    private static final int LONGEST_KEY = 500;

    /** @throws IllegalArgumentException saying what is wrong; it does not repeat the key */
    public Account {
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "Expected a key in one line of letters and digits, found something else.");
        }
    }

    /**
     * Reads an address as users write it.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static URI address(String text) {
        URI address;
        try {
            address = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Expected an address like http://nas:2283, found something else.", e);
        }
        if (!("https".equals(address.getScheme()) || "http".equals(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "Expected an address that begins with http:// or https:// and a host's name.");
        }
        if (address.getUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "Expected an address without a user, a password, \"?\" or \"#\" in it. The key is asked for by itself.");
        }
        return address;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return address.toString();
    }
}
