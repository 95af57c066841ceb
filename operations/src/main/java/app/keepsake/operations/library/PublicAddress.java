package app.keepsake.operations.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The address by which others reach the service, as in "https://films.example.org": no more than browsers call an origin. */
public final class PublicAddress {
    private static final int LONGEST = 200;
    private static final int MOST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private PublicAddress() {}

    /**
     * An address as it is kept: in small letters, and without a slash at its end.
     *
     * @throws IllegalArgumentException when it is none, saying what was expected
     */
    public static String parse(String text) {
        String address = text.strip();
        try {
            URI uri = new URI(address);
            String path = uri.getRawPath();
            boolean plain = address.length() <= LONGEST
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (path == null || path.isEmpty() || path.equals("/"));
            if (plain
                    && uri.getHost() != null
                    && uri.getPort() <= MOST_PORT
                    && uri.getPort() != 0
                    && SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))) {
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException none) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "Expected the address by which others reach Keepsake, without a path, such as https://films.example.org or http://192.168.1.7:8484; found \"%s\"."
                        .formatted(text));
    }

    /** The name or number of the machine in an address that was parsed. */
    public static String host(String address) {
        return URI.create(address).getHost();
    }
}
