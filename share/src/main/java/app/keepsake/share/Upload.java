package app.keepsake.share;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is sent.
 *
 * @param file a film
 * @param name of the file at its destination; it tells nothing that the user did not ask for
 * @param words to go with it where a place shows words; may be empty
 * @param size in bytes
 * @param print the first 16 hexadecimal digits of the file's SHA-256: parts of another film are never gone on with
 */
public record Upload(Path file, String name, String words, long size, String print) {
    /** How much is sent at a time by protocols that send in parts. */
    public static final int PART = 8 << 20;

    private static final int PRINT = 16;
    private static final int LONGEST_NAME = 200;

    public Upload {
        if (name.codePoints().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
                || name.equals(".")
                || name.equals("..")
                || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "Expected a file's name of at most %d letters, without a folder.".formatted(LONGEST_NAME));
        }
    }

    /** The same film under another name. */
    public Upload named(String other) {
        return new Upload(file, other, words, size, print);
    }

    /** Reads a file's size and content. */
    public static Upload of(Path file, String name, String words) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.read(buffer);
            while (read > 0) {
                digest.update(buffer, 0, read);
                read = in.read(buffer);
            }
        }
        if (Files.size(file) == 0) {
            throw new UploadRefusedException(file + ": expected a film, found an empty file.");
        }
        String print = HexFormat.of().formatHex(digest.digest()).substring(0, PRINT);
        return new Upload(file, name, words, Files.size(file), print);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256.", e);
        }
    }

    /** Up to {@link #PART} bytes from a position, fewer at the end. */
    byte[] part(long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PART, size - from));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) {
                    throw new IOException(file + " became shorter while it was sent.");
                }
            }
        }
        return bytes.array();
    }
}
