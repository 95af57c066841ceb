package app.keepsake.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A picture of an album.
 *
 * @param day on which it was taken, by the camera's clock
 * @param worth as the album's cover; more is better
 */
public record AlbumAsset(long assetId, Optional<LocalDate> day, double worth) {}
