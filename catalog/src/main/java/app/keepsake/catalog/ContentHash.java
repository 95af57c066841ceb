package app.keepsake.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An asset's identity: SHA-256 of the file's bytes (FIPS 180-4). Two files with the same bytes are the same asset.
 * Ordered by its bytes, so that a list of assets has one order whatever the order in which they were found.
 */
public final class ContentHash implements Comparable<ContentHash> {
    private static final int LENGTH = 32;
    private static final int CHUNK = 1 << 16;

    private final byte[] bytes;

    private ContentHash(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    "A content hash has %d bytes, found %d.".formatted(LENGTH, bytes.length));
        }
        this.bytes = bytes;
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException when it cannot be read
     */
    public static ContentHash of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            // A pipe that has taken its place would be waited for.
            throw new NoSuchFileException(file.toString(), null, "is no regular file");
        }
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
            }
        }
        return new ContentHash(digest.digest());
    }

    /** Of bytes in memory. */
    public static ContentHash ofContent(byte[] content) {
        return new ContentHash(sha256().digest(content));
    }

    /** From the 32 bytes that {@link #toBytes} gave. */
    public static ContentHash ofBytes(byte[] bytes) {
        return new ContentHash(bytes.clone());
    }

    /** From the 64 hexadecimal digits that {@link #toString} gave. */
    public static ContentHash parse(String hex) {
        return new ContentHash(HexFormat.of().parseHex(hex));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public int compareTo(ContentHash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
