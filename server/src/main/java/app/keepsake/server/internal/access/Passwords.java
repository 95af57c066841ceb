package app.keepsake.server.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id hashes (RFC 9106) with the first parameters of OWASP's list: 19 MiB, two passes, one lane. The
 * text is "argon2id$memory KiB$passes$salt$hash". Thread-safe.
 */
public final class Passwords {
    /** Fewer characters are no password. */
    public static final int SHORTEST = 8;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    public static String hash(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "argon2id$%d$%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        text.encodeToString(salt),
                        text.encodeToString(hash(password, salt, MEMORY_KIB, PASSES)));
    }

    /** One at a time, so that guesses cannot take all memory. */
    public static synchronized boolean matches(String password, String hash) {
        String[] part = hash.split("\\$");
        byte[] expected = Base64.getDecoder().decode(part[4]);
        byte[] found = hash(
                password, Base64.getDecoder().decode(part[3]), Integer.parseInt(part[1]), Integer.parseInt(part[2]));
        return MessageDigest.isEqual(expected, found);
    }

    private static byte[] hash(String password, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] out = new byte[BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }
}
