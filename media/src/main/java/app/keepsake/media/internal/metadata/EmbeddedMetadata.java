package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.Exposure;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.raw.Cr3;
import app.keepsake.media.internal.structure.Window;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import com.drew.metadata.exif.makernotes.AppleMakernoteDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
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
    private static final int MOST_ISO = 100_000_000;
    private static final int EXIF_RATING = 0x4746;

    private EmbeddedMetadata() {}

    /** @throws MediaException when the file holds more of it than is read, or cannot be read */
    static MetadataFields read(SourceFile source, Sizes stored, Orientation orientation) throws MediaException {
        Optional<InputStream> parts = MetadataParts.of(source);
        // The library passes over packets of TIFFs with anything behind them.
        MetadataFields packet = MetadataParts.tiffPacket(source)
                .map(bytes -> XmpPacket.parse(bytes, stored, orientation))
                .orElse(MetadataFields.NOTHING);
        return parsed(() -> parts.isPresent() ? ImageMetadataReader.readMetadata(parts.get()) : whole(source))
                .map(metadata -> fields(metadata, packet, stored, orientation))
                .orElse(packet);
    }

    private static Metadata whole(SourceFile source) throws ImageProcessingException, IOException {
        if (source.type() == MediaType.RAW) {
            try (Window file = Window.open(source.path())) {
                if (Cr3.is(file)) {
                    return Cr3Metadata.read(file);
                }
            }
        }
        return ImageMetadataReader.readMetadata(source.path().toFile());
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
        return fields.or(packet);
    }

    private static MetadataFields exif(Metadata metadata) {
        @Nullable ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return new MetadataFields(
                EmbeddedTimes.of(metadata),
                location(metadata).map(place -> new PlaceClaim(place, ClaimSource.EXIF_ORIGINAL)).stream()
                        .toList(),
                camera(main).or(() -> camera(metadata.getFirstDirectoryOfType(PanasonicRawIFD0Directory.class))),
                apple(metadata, AppleMakernoteDirectory.TAG_CONTENT_IDENTIFIER),
                apple(metadata, AppleMakernoteDirectory.TAG_BURST_UUID).map(uuid -> "apple:" + uuid),
                main != null && Objects.equals(main.getInteger(EXIF_RATING), XmpPacket.FAVOURITE_RATING),
                false,
                List.of(),
                isScan(metadata, main),
                metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream()
                        .map(EmbeddedMetadata::exposure)
                        .reduce(Exposure.UNKNOWN, Exposure::or));
    }

    private static Exposure exposure(ExifSubIFDDirectory told) {
        return new Exposure(
                TagText.of(told, ExifDirectoryBase.TAG_LENS_MODEL),
                positive(told, ExifDirectoryBase.TAG_FNUMBER),
                positive(told, ExifDirectoryBase.TAG_EXPOSURE_TIME),
                (int) Math.min(MOST_ISO, positive(told, ExifDirectoryBase.TAG_ISO_EQUIVALENT)),
                positive(told, ExifDirectoryBase.TAG_FOCAL_LENGTH));
    }

    /** 0 for what is missing, none, or no number. */
    private static double positive(Directory directory, int tag) {
        Double told = directory.getDoubleObject(tag);
        return told != null && Double.isFinite(told) && told > 0 ? told : 0;
    }

    private static boolean isScan(Metadata metadata, @Nullable ExifIFD0Directory main) {
        boolean byMaker = main != null
                && Scanners.isScanner(Stream.of(
                                ExifDirectoryBase.TAG_MAKE, ExifDirectoryBase.TAG_MODEL, ExifDirectoryBase.TAG_SOFTWARE)
                        .flatMap(tag -> TagText.of(main, tag).stream()));
        boolean bySignature = metadata.getDirectoriesOfType(JpegCommentDirectory.class).stream()
                .flatMap(comment -> TagText.of(comment, JpegCommentDirectory.TAG_COMMENT).stream())
                .anyMatch(Scanners::isSignature);
        return byMaker
                || bySignature
                || metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream()
                        .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_FILE_SOURCE))
                        .anyMatch(source -> source != null && Scanners.isFileSource(source));
    }

    private static Optional<String> camera(@Nullable Directory directory) {
        return directory == null
                ? Optional.empty()
                : MetadataFields.cameraName(
                        TagText.of(directory, ExifDirectoryBase.TAG_MAKE),
                        TagText.of(directory, ExifDirectoryBase.TAG_MODEL));
    }

    private static Optional<GeoPoint> location(Metadata metadata) {
        return metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .flatMap(gps -> Stream.ofNullable(gps.getGeoLocation())
                        .flatMap(place -> point(place).stream())
                        .findFirst()
                        .or(() -> spelled(gps))
                        .stream())
                .findFirst();
    }

    /** Some programs write texts in place of numbers. */
    private static Optional<GeoPoint> spelled(GpsDirectory gps) {
        return spelled(gps, GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF)
                .flatMap(north -> spelled(gps, GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF)
                        .flatMap(east -> Places.of(north, east)));
    }

    private static Optional<Double> spelled(GpsDirectory gps, int degrees, int side) {
        // Numbers that are none, such as those divided by zero, are no texts.
        return gps.getObject(degrees) instanceof StringValue text
                ? TagText.of(gps, side).flatMap(letter -> Places.spelled(text.toString(), letter))
                : Optional.empty();
    }

    private static Optional<GeoPoint> point(GeoLocation place) {
        return Places.of(place.getLatitude(), place.getLongitude());
    }

    private static Optional<String> apple(Metadata metadata, int tag) {
        return Stream.ofNullable(metadata.getFirstDirectoryOfType(AppleMakernoteDirectory.class))
                .flatMap(notes -> TagText.of(notes, tag).stream())
                .findFirst();
    }
}
