package app.keepsake.operations.sources;

import app.keepsake.operations.library.DurableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks secrets away, so that the file that holds them tells nothing by itself, as in a backup or a message to somebody who
 * helps. What opens them lies in a file of its own beside it that only the owner can read. AES-256 in GCM, a number of its
 * own for each secret.
 */
final class KeyLock {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final DurableFile<Kept> file;

    private record Kept(Optional<String> key) {}

    /** @param root the library's folder */
    KeyLock(Path root) {
        this.file = new DurableFile<>(
                root.resolve("sources.key"), Kept.class, new Kept(Optional.empty()), DurableFile.Damaged.REFUSED);
    }

    /** @param of what the secret belongs to: it opens for this alone */
    String lock(String secret, String of) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] locked = crypt(Cipher.ENCRYPT_MODE, ownKey(), nonce, of, secret.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, nonce.length + locked.length);
        System.arraycopy(locked, 0, whole, nonce.length, locked.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    /** @throws IllegalStateException when it does not open: its key is gone, or it was locked for something else */
    String open(String locked, String of) {
        byte[] whole = Base64.getDecoder().decode(locked);
        String key = file.read()
                .key()
                .orElseThrow(
                        () -> new IllegalStateException("Expected sources.key in the library's folder, found none."));
        return new String(
                crypt(
                        Cipher.DECRYPT_MODE,
                        Base64.getDecoder().decode(key),
                        Arrays.copyOf(whole, NONCE_BYTES),
                        of,
                        Arrays.copyOfRange(whole, NONCE_BYTES, whole.length)),
                StandardCharsets.UTF_8);
    }

    private byte[] ownKey() {
        Kept kept = file.update(before -> before.key().isPresent()
                ? before
                : new Kept(Optional.of(Base64.getEncoder().encodeToString(random(KEY_BYTES)))));
        return Base64.getDecoder().decode(kept.key().orElseThrow());
    }

    private static byte[] crypt(int mode, byte[] key, byte[] nonce, String of, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A secret does not open with the key that is there.", e);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
