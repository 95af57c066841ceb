package app.keepsake.media.internal.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a camera's sensor wrote from a finished picture, where both are TIFFs. */
public final class SensorData {
    private static final int COMPRESSION = 0x0103;
    private static final int COLOURS = 0x0106;
    private static final int DNG_VERSION = 0xC612;

    /** One colour a pixel (TIFF/EP), and what was made of it in linear light, masks and depth (DNG 1.7). */
    private static final Set<Long> SENSOR_COLOURS = Set.of(32_803L, 34_892L, 52_527L, 51_177L);

    /** Of Sony, Nikon, Samsung, Kodak and Pentax. */
    private static final Set<Long> SENSOR_CODINGS =
            Set.of(32_767L, 34_713L, 32_769L, 32_770L, 32_772L, 65_000L, 65_535L);

    /** Of Canon and Phase One, behind the place of the first directory. */
    private static final List<String> MARKS = List.of("CR", "IIIICwaR", "IIIITwaR", "MMMMRawC", "MMMMRawT");

    private static final int MARK_AT = 8;

    private SensorData() {}

    /** Whether a TIFF is the raw picture of a camera. */
    public static boolean isIn(Window file) throws IOException {
        for (String mark : MARKS) {
            if (file.holds(MARK_AT, mark.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        Optional<TiffDirectory> first = TiffDirectory.first(file, 0);
        if (first.isEmpty()) {
            return false;
        }
        for (TiffDirectory directory : first.get().tree()) {
            if (directory.has(DNG_VERSION) || isOf(directory)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a directory tells of sensor data, or of what only comes along with them. */
    public static boolean isOf(TiffDirectory directory) throws IOException {
        return SENSOR_COLOURS.contains(directory.value(COLOURS, 0))
                || SENSOR_CODINGS.contains(directory.value(COMPRESSION, 0));
    }
}
