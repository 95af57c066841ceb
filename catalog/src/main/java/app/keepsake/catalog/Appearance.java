package app.keepsake.catalog;

import java.time.Duration;

/**
 * When an asset is seen in a film.
 *
 * @param assetId of a shot of its memory; of two that stand side by side, each has an appearance of its own
 * @param start from the film's beginning
 * @param end where the next one begins, or the film ends
 */
public record Appearance(long assetId, Duration start, Duration end) {}
