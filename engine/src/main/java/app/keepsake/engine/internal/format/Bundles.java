package app.keepsake.engine.internal.format;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Binary files that a package ships as scripts with one long Base64 string. */
final class Bundles {
    private static final byte[] SCRIPT = "!function(".getBytes(StandardCharsets.US_ASCII);

    private Bundles() {}

    /** The bytes themselves, or those of the string if they are a script. */
    static byte[] unwrap(byte[] bytes) {
        for (int i = 0; i < SCRIPT.length; i++) {
            if (bytes.length < SCRIPT.length || bytes[i] != SCRIPT[i]) {
                return bytes;
            }
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String longest = "";
        for (String part : text.split("\"", -1)) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return Base64.getDecoder().decode(longest);
    }
}
