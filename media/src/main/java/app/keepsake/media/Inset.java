package app.keepsake.media;

/**
 * Where in a file a clip lies that is not the whole of it, as in a motion photo. What reads it sees nothing else of the
 * file.
 *
 * @param offset of its first byte
 * @param length in bytes, more than zero
 */
public record Inset(long offset, long length) {
    public Inset {
        if (offset < 0 || length <= 0 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException(
                    "A clip in a file needs an offset of at least 0 and a length above 0, found %d and %d."
                            .formatted(offset, length));
        }
    }

    /** Offset of the first byte behind it. */
    public long end() {
        return offset + length;
    }
}
