package app.keepsake.media.internal.metadata;

import app.keepsake.media.GeoPoint;
import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.makernotes.AppleMakernoteDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A still's own EXIF and XMP. Damaged metadata tells less, and never fails. */
final class EmbeddedMetadata {
    private static final int EXIF_RATING = 0x4746;

    private EmbeddedMetadata() {}

    /** @throws MediaException when the file holds more of it than is read, or cannot be read */
    static MetadataFields read(SourceFile source, Sizes stored, Orientation orientation) throws MediaException {
        Optional<InputStream> parts = MetadataParts.of(source);
        // The library passes over packets of TIFFs with anything behind them.
        MetadataFields packet = MetadataParts.tiffPacket(source)
                .map(bytes -> XmpPacket.parse(bytes, stored, orientation))
                .orElse(MetadataFields.NOTHING);
        return parsed(() -> parts.isPresent()
                        ? ImageMetadataReader.readMetadata(parts.get())
                        : ImageMetadataReader.readMetadata(source.path().toFile()))
                .map(metadata -> fields(metadata, packet, stored, orientation))
                .orElse(packet);
    }

    /** Parses metadata. */
    interface Parsing {
        Metadata parse() throws ImageProcessingException, IOException;
    }

    /** Empty where the library trips over what it is given, which it sometimes does; the picture may still be whole. */
    static Optional<Metadata> parsed(Parsing parsing) {
        try {
            return Optional.of(parsing.parse());
        } catch (ImageProcessingException | IOException | RuntimeException | StackOverflowError e) {
            // That memory does not suffice is not among them: it says nothing of the file, which may say that it is
            // hidden.
            return Optional.empty();
        }
    }

    private static MetadataFields fields(
            Metadata metadata, MetadataFields packet, Sizes stored, Orientation orientation) {
        MetadataFields fields = exif(metadata);
        for (XmpDirectory xmp : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            fields = fields.or(XmpPacket.read(xmp.getXMPMeta(), stored, orientation));
        }
        return fields.or(packet).or(MetadataFields.at(changed(metadata)));
    }

    /** When the file was last edited is when it was taken if it never was; better than nothing. */
    private static Optional<CaptureTime> changed(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .flatMap(directory -> text(directory, ExifDirectoryBase.TAG_DATETIME).stream())
                .flatMap(text -> CaptureTime.parse(text, CaptureTime.EXIF).stream())
                .map(time -> satelliteTime(metadata).map(time::completedBy).orElse(time))
                .findFirst();
    }

    private static MetadataFields exif(Metadata metadata) {
        @Nullable ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return new MetadataFields(
                time(metadata),
                location(metadata),
                main == null
                        ? Optional.empty()
                        : MetadataFields.cameraName(
                                text(main, ExifDirectoryBase.TAG_MAKE), text(main, ExifDirectoryBase.TAG_MODEL)),
                apple(metadata, AppleMakernoteDirectory.TAG_CONTENT_IDENTIFIER),
                apple(metadata, AppleMakernoteDirectory.TAG_BURST_UUID).map(uuid -> "apple:" + uuid),
                main != null && Objects.equals(main.getInteger(EXIF_RATING), XmpPacket.FAVOURITE_RATING),
                false,
                List.of());
    }

    private static Optional<CaptureTime> time(Metadata metadata) {
        Optional<CaptureTime> original = dates(
                metadata,
                ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
                ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
                ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
        Optional<CaptureTime> taken = original.or(() -> dates(
                metadata,
                ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
                ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED,
                ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED));
        return taken.map(time -> satelliteTime(metadata).map(time::completedBy).orElse(time));
    }

    private static Optional<CaptureTime> dates(Metadata metadata, int date, int fraction, int zone) {
        return metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream()
                .flatMap(directory -> {
                    String digits = Optional.ofNullable(directory.getString(fraction))
                            .map(String::strip)
                            .filter(text -> text.matches("\\d{1,9}"))
                            .map(text -> "." + text)
                            .orElse("");
                    return text(directory, date)
                            .flatMap(text -> CaptureTime.parse(text + digits, CaptureTime.EXIF)
                                    .or(() -> CaptureTime.parse(text, CaptureTime.EXIF)))
                            .map(time -> time.withOffset(text(directory, zone).flatMap(CaptureTime::parseOffset)))
                            .stream();
                })
                .findFirst();
    }

    /** The satellites' clock is UTC. */
    private static Optional<CaptureTime> satelliteTime(Metadata metadata) {
        return metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .map(GpsDirectory::getGpsDate)
                .filter(Objects::nonNull)
                .flatMap(date -> CaptureTime.parse(date.toInstant().toString(), CaptureTime.EXIF).stream())
                .findFirst();
    }

    private static Optional<GeoPoint> location(Metadata metadata) {
        return metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .map(GpsDirectory::getGeoLocation)
                .filter(Objects::nonNull)
                .flatMap(place -> point(place).stream())
                .findFirst();
    }

    private static Optional<GeoPoint> point(GeoLocation place) {
        return Places.of(place.getLatitude(), place.getLongitude());
    }

    private static Optional<String> apple(Metadata metadata, int tag) {
        return Stream.ofNullable(metadata.getFirstDirectoryOfType(AppleMakernoteDirectory.class))
                .flatMap(notes -> text(notes, tag).stream())
                .findFirst();
    }

    private static Optional<String> text(Directory directory, int tag) {
        return Optional.ofNullable(directory.getString(tag))
                .map(text -> text.replace("\0", "").strip())
                .filter(text -> !text.isEmpty());
    }
}
