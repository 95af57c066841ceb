package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import app.keepsake.media.TimeClaim.Precision;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes when something was taken into a sidecar, in the properties from which {@link XmpPacket} reads it. */
public final class DateSidecar {
    private record Property(String namespace, String name) {}

    /** Where other programs look for it. */
    private static final List<Property> PROPERTIES =
            List.of(new Property(XmpPacket.EXIF, "DateTimeOriginal"), new Property(XmpPacket.PHOTOSHOP, "DateCreated"));

    /** XMP's dates may end early (part 1, 8.2.1.3). */
    private static final Map<Precision, DateTimeFormatter> FORMATS = Map.of(
            Precision.YEAR, format("uuuu"),
            Precision.MONTH, format("uuuu-MM"),
            Precision.DAY, format("uuuu-MM-dd"),
            Precision.MINUTE, format("uuuu-MM-dd'T'HH:mm"),
            Precision.SECOND, format("uuuu-MM-dd'T'HH:mm:ss"));

    private DateSidecar() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** See {@link app.keepsake.media.DateWriter#write}. */
    public static boolean set(Path file, LocalDateTime time, Precision precision) throws MediaException {
        String text = FORMATS.getOrDefault(precision, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .format(time);
        return SidecarFile.change(file, xmp -> {
            boolean changed = false;
            for (Property one : PROPERTIES) {
                if (!XmpRegions.text(xmp, one.namespace(), one.name()).equals(Optional.of(text))) {
                    xmp.setProperty(one.namespace(), one.name(), text);
                    changed = true;
                }
            }
            return changed;
        });
    }
}
