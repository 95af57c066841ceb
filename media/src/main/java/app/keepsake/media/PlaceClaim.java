package app.keepsake.media;

/**
 * Where something was taken, as one source tells it.
 *
 * @param point where
 * @param source what told it
 */
public record PlaceClaim(GeoPoint point, ClaimSource source) {}
