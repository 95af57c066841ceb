package app.keepsake.server.internal.library;

/**
 * Where a picture was taken.
 *
 * @param latitude in degrees
 * @param longitude in degrees, -180 to 180
 * @param worth how well it stands for others that were taken nearby; below 0 for one that memories may not show
 * @param place the place's name; empty if it has none
 */
public record Spot(long assetId, float latitude, float longitude, float worth, String place) {}
