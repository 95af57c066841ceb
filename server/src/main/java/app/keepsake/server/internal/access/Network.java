package app.keepsake.server.internal.access;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * An address, or all that begin alike, as in "192.168.1.4", "10.0.0.0/8" or "fd00::/8". Immutable.
 *
 * @param bits how many of the first bits count
 */
record Network(InetAddress address, int bits) {
    /** Java takes 10.1 for 10.0.0.1, too. */
    private static final Pattern COMPLETE = Pattern.compile("[0-9]+(\\.[0-9]+){3}|.*:.*");

    /** @throws IllegalArgumentException when it is none */
    static Network parse(String text) {
        try {
            int slash = text.indexOf('/');
            String digits = slash < 0 ? text : text.substring(0, slash);
            InetAddress address = InetAddress.ofLiteral(digits);
            int most = address.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (COMPLETE.matcher(digits).matches() && bits >= 0 && bits <= most) {
                return new Network(address, bits);
            }
        } catch (IllegalArgumentException noAddress) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "\"%s\": expected the address of a proxy, such as 192.168.1.4 or 172.16.0.0/12.".formatted(text));
    }

    boolean holds(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] theirs = other.getAddress();
        if (own.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((own[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
