package app.keepsake.catalog;

import java.util.Optional;

/**
 * What a photo was taken with and how it was exposed; 0 stands for what is not told.
 *
 * @param lens its maker's name for it
 * @param aperture f-number, such as 1.8
 * @param seconds how long the light came in
 * @param iso how sensitive the sensor was set to be
 * @param focalLength of the lens itself, in millimetres
 */
public record Exposure(Optional<String> lens, double aperture, double seconds, int iso, double focalLength) {
    /** Nothing is told. */
    public static final Exposure UNKNOWN = new Exposure(Optional.empty(), 0, 0, 0, 0);
}
