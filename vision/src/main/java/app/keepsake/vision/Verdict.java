package app.keepsake.vision;

/**
 * A reason why a picture may not belong in a memory.
 *
 * @param probability 0 to 1
 * @param reason in words, for example "looks like a receipt: 61 % covered by text"
 */
public record Verdict(Kind kind, double probability, String reason) {
    /** What a picture may be. */
    public enum Kind {
        SCREENSHOT,
        RECEIPT,
        DOCUMENT,
        MEME,
        BLANK,
        POCKET,
        SCAN,
        NUDITY
    }
}
