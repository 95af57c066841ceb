package app.keepsake.catalog;

/**
 * An asset's place in a memory.
 *
 * @param role what it does there
 * @param reason why it was chosen, in words
 */
public record Shot(long assetId, Role role, String reason) {
    /** What a shot does. */
    public enum Role {
        OPENING,
        BODY,
        CLOSING
    }
}
