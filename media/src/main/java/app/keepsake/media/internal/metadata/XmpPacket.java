package app.keepsake.media.internal.metadata;

import app.keepsake.media.GeoPoint;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** XMP, embedded or in a file of its own (ISO 16684-1). */
final class XmpPacket {
    /** Five stars are the nearest that XMP has to a favourite. */
    static final int FAVOURITE_RATING = 5;

    private static final String EXIF = "http://ns.adobe.com/exif/1.0/";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String TIFF = "http://ns.adobe.com/tiff/1.0/";
    private static final String GOOGLE_CAMERA = "http://ns.google.com/photos/1.0/camera/";

    private XmpPacket() {}

    /** Reads a sidecar's bytes; what is no XMP tells nothing. */
    static MetadataFields parse(byte[] sidecar, Sizes stored, Orientation orientation) {
        try {
            ParseOptions options = new ParseOptions().setDisallowDoctype(true);
            return read(XMPMetaFactory.parseFromBuffer(XmpBytes.cleaned(sidecar), options), stored, orientation);
        } catch (XMPException | RuntimeException | StackOverflowError e) {
            return MetadataFields.NOTHING;
        }
    }

    static MetadataFields read(@Nullable XMPMeta xmp, Sizes stored, Orientation orientation) {
        if (xmp == null) {
            return MetadataFields.NOTHING;
        }
        Optional<Integer> rating = XmpRegions.text(xmp, XMP, "Rating").flatMap(XmpPacket::whole);
        return new MetadataFields(
                time(xmp),
                location(xmp),
                MetadataFields.cameraName(XmpRegions.text(xmp, TIFF, "Make"), XmpRegions.text(xmp, TIFF, "Model")),
                Optional.empty(),
                XmpRegions.text(xmp, GOOGLE_CAMERA, "BurstID").map(id -> "google:" + id),
                rating.filter(stars -> stars == FAVOURITE_RATING).isPresent(),
                // XMP calls -1 "rejected".
                rating.filter(stars -> stars < 0).isPresent(),
                XmpRegions.read(xmp, stored, orientation));
    }

    private static Optional<CaptureTime> time(XMPMeta xmp) {
        return Stream.of(
                        XmpRegions.text(xmp, EXIF, "DateTimeOriginal"),
                        XmpRegions.text(xmp, PHOTOSHOP, "DateCreated"),
                        XmpRegions.text(xmp, EXIF, "DateTimeDigitized"),
                        XmpRegions.text(xmp, XMP, "CreateDate"))
                .flatMap(Optional::stream)
                .flatMap(text -> CaptureTime.parse(text, CaptureTime.XMP).stream())
                .findFirst();
    }

    private static Optional<GeoPoint> location(XMPMeta xmp) {
        Optional<String> latitude = XmpRegions.text(xmp, EXIF, "GPSLatitude");
        Optional<String> longitude = XmpRegions.text(xmp, EXIF, "GPSLongitude");
        return latitude.flatMap(north -> longitude.flatMap(east -> Places.ofXmp(north, east)));
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of((int) Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
