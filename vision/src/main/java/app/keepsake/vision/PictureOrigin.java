package app.keepsake.vision;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a file tells of how a picture came to be, apart from its pixels.
 *
 * @param fileName without folders
 * @param camera make and model as the metadata name them
 * @param lossless whether the format keeps every pixel, as those of screenshots do
 * @param width of the original, pixels
 * @param height of the original, pixels
 * @param sun degrees that it stood above the horizon, if place and time are known; see {@link Sun}
 */
public record PictureOrigin(
        String fileName, Optional<String> camera, boolean lossless, int width, int height, OptionalDouble sun) {
    /** Whether the name is one that phones and desktops give to screenshots, in the languages that are common. */
    public boolean isNamedScreenshot() {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.contains("screenshot")
                || name.contains("screen shot")
                || name.contains("bildschirmfoto")
                || name.startsWith("capture d")
                || name.contains("captura de pantalla")
                || name.contains("schermata");
    }

    /** Whether the camera is a scanner, so that the date is that of the scan. */
    public boolean isScanned() {
        String made = camera.orElse("").toLowerCase(Locale.ROOT);
        return made.contains("scan")
                || made.contains("perfection")
                || made.contains("opticfilm")
                || made.contains("coolscan")
                || made.startsWith("epson")
                || made.startsWith("plustek");
    }
}
