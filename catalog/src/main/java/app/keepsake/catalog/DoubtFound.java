package app.keepsake.catalog;

/**
 * Two faces whose people may be one, as computed.
 *
 * @param likeness -1 to 1
 */
public record DoubtFound(long faceId, long otherId, double likeness) {}
