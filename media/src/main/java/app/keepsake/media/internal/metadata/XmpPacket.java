package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.Exposure;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** XMP, embedded or in a file of its own (ISO 16684-1). */
final class XmpPacket {
    /** Five stars are the nearest that XMP has to a favourite. */
    static final int FAVOURITE_RATING = 5;

    static final String EXIF = "http://ns.adobe.com/exif/1.0/";
    static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String TIFF = "http://ns.adobe.com/tiff/1.0/";
    private static final String GOOGLE_CAMERA = "http://ns.google.com/photos/1.0/camera/";

    private static final String SERVER = "http://keepsake.app/ns/server/1.0/";

    private XmpPacket() {}

    /** Reads a packet's bytes; what is no XMP tells nothing. */
    static MetadataFields parse(byte[] packet, Sizes stored, Orientation orientation) {
        try {
            return read(parsed(packet), stored, orientation);
        } catch (XMPException | RuntimeException | StackOverflowError e) {
            return MetadataFields.NOTHING;
        }
    }

    /** Reads a sidecar's bytes; Keepsake itself writes those that say what a photo server tells. */
    static MetadataFields parseSidecar(byte[] sidecar, Sizes stored, Orientation orientation) {
        try {
            XMPMeta xmp = parsed(sidecar);
            boolean ofServer = XmpRegions.text(xmp, SERVER, "Kind").isPresent();
            return read(xmp, stored, orientation).from(ofServer ? ClaimSource.SERVER : ClaimSource.SIDECAR);
        } catch (XMPException | RuntimeException | StackOverflowError e) {
            return MetadataFields.NOTHING;
        }
    }

    /** A packet as a tree, of what a parser takes of it. */
    static XMPMeta parsed(byte[] packet) throws XMPException {
        return XMPMetaFactory.parseFromBuffer(XmpBytes.cleaned(packet), new ParseOptions().setDisallowDoctype(true));
    }

    static MetadataFields read(@Nullable XMPMeta xmp, Sizes stored, Orientation orientation) {
        if (xmp == null) {
            return MetadataFields.NOTHING;
        }
        Optional<Integer> rating = XmpRegions.text(xmp, XMP, "Rating").flatMap(XmpPacket::whole);
        return new MetadataFields(
                times(xmp),
                location(xmp).map(place -> new PlaceClaim(place, ClaimSource.XMP_ORIGINAL)).stream()
                        .toList(),
                MetadataFields.cameraName(XmpRegions.text(xmp, TIFF, "Make"), XmpRegions.text(xmp, TIFF, "Model")),
                Optional.empty(),
                XmpRegions.text(xmp, GOOGLE_CAMERA, "BurstID").map(id -> "google:" + id),
                rating.filter(stars -> stars == FAVOURITE_RATING).isPresent(),
                // XMP calls -1 "rejected".
                rating.filter(stars -> stars < 0).isPresent(),
                XmpRegions.read(xmp, stored, orientation),
                Scanners.isScanner(Stream.of("Make", "Model", "Software")
                        .flatMap(name -> XmpRegions.text(xmp, TIFF, name).stream())),
                Exposure.UNKNOWN);
    }

    private static List<TimeClaim> times(XMPMeta xmp) {
        return Stream.of(
                        times(xmp, ClaimSource.XMP_ORIGINAL, EXIF + "DateTimeOriginal", PHOTOSHOP + "DateCreated"),
                        times(xmp, ClaimSource.XMP_CREATED, EXIF + "DateTimeDigitized", XMP + "CreateDate"),
                        // The satellites' clock is UTC, told or not.
                        times(xmp, ClaimSource.GPS, EXIF + "GPSTimeStamp").map(TimeClaim::asUtc),
                        times(xmp, ClaimSource.MODIFIED, XMP + "ModifyDate"))
                .flatMap(times -> times)
                .toList();
    }

    private static Stream<TimeClaim> times(XMPMeta xmp, ClaimSource source, String... properties) {
        return Stream.of(properties)
                .flatMap(property -> {
                    int name = property.lastIndexOf('/') + 1;
                    return XmpRegions.text(xmp, property.substring(0, name), property.substring(name)).stream();
                })
                .flatMap(text -> DateText.parse(text, source).stream());
    }

    private static Optional<GeoPoint> location(XMPMeta xmp) {
        return degrees(xmp, "GPSLatitude")
                .flatMap(north -> degrees(xmp, "GPSLongitude").flatMap(east -> Places.of(north, east)));
    }

    private static Optional<Double> degrees(XMPMeta xmp, String property) {
        return XmpRegions.text(xmp, EXIF, property)
                .flatMap(text -> Places.degrees(text, XmpRegions.text(xmp, EXIF, property + "Ref")));
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of((int) Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
