package app.keepsake.catalog;

/**
 * Two faces whose people may be one, as computed; or the face of a pet, and an animal that may be the same.
 *
 * @param likeness -1 to 1
 */
public record DoubtFound(long faceId, long otherId, double likeness) {}
