package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a still's EXIF and IPTC tell of when it was taken. */
final class EmbeddedTimes {
    private EmbeddedTimes() {}

    static List<TimeClaim> of(Metadata metadata) {
        return Stream.of(
                        exif(
                                metadata,
                                ClaimSource.EXIF_ORIGINAL,
                                ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
                                ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
                                ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL),
                        exif(
                                metadata,
                                ClaimSource.EXIF_DIGITIZED,
                                ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
                                ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED,
                                ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED),
                        iptc(metadata),
                        satellites(metadata),
                        changed(metadata))
                .flatMap(stream -> stream)
                .toList();
    }

    private static Stream<TimeClaim> exif(Metadata metadata, ClaimSource source, int date, int fraction, int zone) {
        // Some programs put them into the first directory, where they do not belong.
        return Stream.of(ExifSubIFDDirectory.class, ExifIFD0Directory.class)
                .flatMap(kind -> metadata.getDirectoriesOfType(kind).stream())
                .flatMap(directory -> exif(directory, source, date, fraction, zone).stream());
    }

    private static Optional<TimeClaim> exif(Directory directory, ClaimSource source, int date, int fraction, int zone) {
        String digits = TagText.of(directory, fraction)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> "." + text)
                .orElse("");
        return TagText.of(directory, date)
                .flatMap(text -> DateText.parse(text + digits, source).or(() -> DateText.parse(text, source)))
                .map(time -> time.withOffset(TagText.of(directory, zone).flatMap(DateText::offset)));
    }

    /** Days are {@code 20050929}, with zeros for what is not known, and times {@code 165100+0200} (IIM 4.2). */
    private static Stream<TimeClaim> iptc(Metadata metadata) {
        return metadata.getDirectoriesOfType(IptcDirectory.class).stream().flatMap(directory -> {
            String time = TagText.of(directory, IptcDirectory.TAG_TIME_CREATED)
                    .flatMap(EmbeddedTimes::iptcTime)
                    .orElse("");
            return TagText.of(directory, IptcDirectory.TAG_DATE_CREATED)
                    .flatMap(EmbeddedTimes::iptcDay)
                    .flatMap(day -> DateText.parse(day + time, ClaimSource.IPTC)
                            .or(() -> DateText.parse(day, ClaimSource.IPTC)))
                    .stream();
        });
    }

    private static Optional<String> iptcDay(String text) {
        String digits = text.replaceAll("[-:/]", "");
        return digits.matches("\\d{8}")
                ? Optional.of(digits.substring(0, 4) + ":" + digits.substring(4, 6) + ":" + digits.substring(6))
                : Optional.empty();
    }

    private static Optional<String> iptcTime(String text) {
        String digits = text.replace(":", "");
        return digits.matches("\\d{6}(?:[+-]\\d{4}|Z)?")
                ? Optional.of(" " + digits.substring(0, 2) + ":" + digits.substring(2, 4) + ":" + digits.substring(4))
                : Optional.empty();
    }

    /** The satellites' clock is UTC. */
    private static Stream<TimeClaim> satellites(Metadata metadata) {
        return metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .map(GpsDirectory::getGpsDate)
                .filter(Objects::nonNull)
                .map(date -> TimeClaim.utc(date.toInstant(), ClaimSource.GPS));
    }

    /** When the file was last edited is when it was taken if it never was; better than nothing. */
    private static Stream<TimeClaim> changed(Metadata metadata) {
        Optional<String> zone = metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream()
                .flatMap(directory -> TagText.of(directory, ExifDirectoryBase.TAG_TIME_ZONE).stream())
                .findFirst();
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .flatMap(directory -> TagText.of(directory, ExifDirectoryBase.TAG_DATETIME).stream())
                .flatMap(text -> DateText.parse(text, ClaimSource.MODIFIED).stream())
                .map(time -> time.withOffset(zone.flatMap(DateText::offset)));
    }
}
