package app.keepsake.operations.backup;

import app.keepsake.operations.backup.SaidLines.Line;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Reads lines of JSON from a stream that may come from anywhere: no more of them, and none longer, than Keepsake writes. */
final class LineReader {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_LINES = 3_000_000;
    private static final long MOST_BYTES = 1L << 30;

    private final InputStream stream;
    private final MessageDigest digest = sha256();
    private String last = "";
    private int count;
    private long bytes;

    LineReader(InputStream stream) {
        this.stream = stream;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Of what {@link #lines} read last, in hexadecimal digits. */
    String digest() {
        return last;
    }

    /** All that is left, which is short. */
    byte[] rest() throws IOException {
        byte[] all = stream.readNBytes(LONGEST_LINE + 1);
        if (all.length > LONGEST_LINE) {
            throw new IllegalArgumentException("It is too long.");
        }
        return all;
    }

    /** @throws IllegalArgumentException when there are too many, one is too long, or is not as expected */
    List<Line> lines(String name, Class<? extends Line> type) throws IOException {
        digest.reset();
        InputStream in = new BufferedInputStream(new DigestInputStream(stream, digest));
        List<Line> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (++bytes > MOST_BYTES) {
                throw new IllegalArgumentException("It is larger than any that Keepsake makes.");
            }
            if (next == '\n') {
                lines.add(parsed(line.toByteArray(), name, lines.size() + 1, type));
                line.reset();
                if (++count > MOST_LINES) {
                    throw new IllegalArgumentException("It has more lines than any that Keepsake makes.");
                }
            } else {
                line.write(next);
                if (line.size() > LONGEST_LINE) {
                    throw new IllegalArgumentException(
                            "Line %d of %s is longer than any that Keepsake writes.".formatted(lines.size() + 1, name));
                }
            }
        }
        if (line.size() > 0) {
            throw new IllegalArgumentException("The last line of %s is not whole.".formatted(name));
        }
        last = HexFormat.of().formatHex(digest.digest());
        return lines;
    }

    private static Line parsed(byte[] line, String name, int number, Class<? extends Line> type) {
        try {
            return StrictJson.value(line, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "Line %d of %s is not as Keepsake writes it (%s).".formatted(number, name, e.getOriginalMessage()),
                    e);
        }
    }
}
