package app.keepsake.catalog;

/**
 * A reason to keep an asset out of memories.
 *
 * @param probability 0 to 1
 * @param reason in words, for example "looks like a receipt: 61 % covered by text"
 */
public record Flag(Kind kind, double probability, String reason) {
    /** From this probability on a flagged asset is kept out of memories. */
    public static final double LIKELY = 0.5;

    /** What an asset may be, as far as the networks can tell. */
    public enum Kind {
        SCREENSHOT(false),
        RECEIPT(false),
        DOCUMENT(false),
        MEME(false),
        BLANK(false),
        POCKET(false),
        SCAN(false),
        NUDITY(true);

        private final boolean sensitive;

        Kind(boolean sensitive) {
            this.sensitive = sensitive;
        }

        /** True for what may hurt, false for what nobody wants to see (mundane). */
        public boolean isSensitive() {
            return sensitive;
        }
    }
}
