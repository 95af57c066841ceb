package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.NamedRegion;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SidecarTest {
    private static final Sizes LANDSCAPE = new Sizes(4000, 3000);

    @Test
    void readsTakeout() {
        String json = """
                {"title":"a.jpg","photoTakenTime":{"timestamp":"1696573868"},"favorited":true,"archived":true,
                 "geoData":{"latitude":0.0,"longitude":0.0},"geoDataExif":{"latitude":48.5,"longitude":2.25}}
                """;
        MetadataFields fields = Takeout.parse(json.getBytes(StandardCharsets.UTF_8));
        assertThat(fields.times())
                .containsExactly(TimeClaim.utc(Instant.parse("2023-10-06T06:31:08Z"), ClaimSource.TAKEOUT));
        assertThat(fields.places()).containsExactly(new PlaceClaim(new GeoPoint(48.5, 2.25), ClaimSource.TAKEOUT));
        assertThat(fields.favourite()).isTrue();
        assertThat(fields.hidden()).isTrue();
        assertThat(Takeout.parse("{\"a\":".getBytes(StandardCharsets.UTF_8))).isEqualTo(MetadataFields.NOTHING);
        assertThat(Takeout.parse("[1]".getBytes(StandardCharsets.UTF_8))).isEqualTo(MetadataFields.NOTHING);
    }

    /** A sidecar that only tells when it was written, or what satellites told, says nothing against the file. */
    @Test
    void takesNobodysWordForTheOwners() {
        String packet = """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/" exif:GPSTimeStamp="2023-11-15T12:30:00"
                 xmp:ModifyDate="2024-01-01T10:00:00"/></rdf:RDF></x:xmpmeta>""";
        MetadataFields told = XmpPacket.parse(packet.getBytes(StandardCharsets.UTF_8), LANDSCAPE, Orientation.NORMAL)
                .from(ClaimSource.SIDECAR);
        assertThat(told.times())
                .containsExactly(
                        TimeClaim.utc(Instant.parse("2023-11-15T12:30:00Z"), ClaimSource.GPS),
                        TimeClaim.local(LocalDateTime.of(2024, 1, 1, 10, 0), Optional.empty(), ClaimSource.MODIFIED));
    }

    /** What could not be read for want of memory may say that a picture is hidden: it is not as if it said nothing. */
    @Test
    void shortnessOfMemoryIsToldOn() {
        OutOfMemoryError none = new OutOfMemoryError("none left");
        assertThatThrownBy(() -> Takeout.parse(() -> {
                    throw none;
                }))
                .isSameAs(none);
        assertThatThrownBy(() -> EmbeddedMetadata.parsed(() -> {
                    throw none;
                }))
                .isSameAs(none);
        assertThat(EmbeddedMetadata.parsed(() -> {
                    throw new IllegalStateException("a defect of the library");
                }))
                .isEmpty();
    }

    private static String xmp(String body) {
        return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:exif='http://ns.adobe.com/exif/1.0/'"
                + " xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
                + " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
                + " xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#'"
                + " xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'>"
                + body + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    private static MetadataFields parse(String body, Orientation orientation) {
        return XmpPacket.parse(xmp(body).getBytes(StandardCharsets.UTF_8), LANDSCAPE, orientation);
    }

    @Test
    void readsXmp() {
        MetadataFields fields = parse(
                "<exif:DateTimeOriginal>2015-06-11T10:29:26.5+02:00</exif:DateTimeOriginal><xmp:Rating>5</xmp:Rating>"
                        + "<exif:GPSLatitude>48,30.0N</exif:GPSLatitude><exif:GPSLongitude>2,15,36W</exif:GPSLongitude>",
                Orientation.NORMAL);
        assertThat(fields.times())
                .containsExactly(TimeClaim.local(
                        LocalDateTime.of(2015, 6, 11, 10, 29, 26, 500_000_000),
                        Optional.of(ZoneOffset.ofHours(2)),
                        ClaimSource.XMP_ORIGINAL));
        assertThat(fields.favourite()).isTrue();
        assertThat(fields.hidden()).isFalse();
        GeoPoint place = fields.places().getFirst().point();
        assertThat(place.latitude()).isEqualTo(48.5);
        assertThat(place.longitude()).isCloseTo(-2.26, Offset.offset(1e-9));
        assertThat(parse("<xmp:Rating>-1</xmp:Rating>", Orientation.NORMAL).hidden())
                .isTrue();
    }

    private static NamedRegion region(String applied, Orientation orientation) {
        MetadataFields fields = parse(
                "<mwg-rs:Regions rdf:parseType='Resource'>" + applied
                        + "<mwg-rs:RegionList><rdf:Seq><rdf:li rdf:parseType='Resource'>"
                        + "<mwg-rs:Name>Ann</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>"
                        + "<mwg-rs:Area stArea:x='0.2' stArea:y='0.3' stArea:w='0.1' stArea:h='0.2'"
                        + " stArea:unit='normalized'/></rdf:li><rdf:li rdf:parseType='Resource'>"
                        + "<mwg-rs:Type>Face</mwg-rs:Type></rdf:li></rdf:Seq></mwg-rs:RegionList></mwg-rs:Regions>",
                orientation);
        assertThat(fields.regions()).hasSize(1);
        return fields.regions().getFirst();
    }

    private static void assertRegion(NamedRegion found, double x, double y, double width, double height) {
        assertThat(found.name()).isEqualTo("Ann");
        assertThat(new double[] {found.x(), found.y(), found.width(), found.height()})
                .containsExactly(new double[] {x, y, width, height}, Offset.offset(1e-9));
    }

    @Test
    void turnsRegionsUpright() {
        String stored = "<mwg-rs:AppliedToDimensions stDim:w='4000' stDim:h='3000' stDim:unit='pixel'/>";
        String upright = "<mwg-rs:AppliedToDimensions stDim:w='3000' stDim:h='4000' stDim:unit='pixel'/>";
        assertRegion(region(stored, Orientation.NORMAL), 0.15, 0.2, 0.1, 0.2);
        assertRegion(region(stored, Orientation.CLOCKWISE), 0.6, 0.15, 0.2, 0.1);
        assertRegion(region(stored, Orientation.UPSIDE_DOWN), 0.75, 0.6, 0.1, 0.2);
        assertRegion(region(upright, Orientation.CLOCKWISE), 0.15, 0.2, 0.1, 0.2);
        assertRegion(region("", Orientation.COUNTERCLOCKWISE), 0.2, 0.75, 0.2, 0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24.84137|N|66.94602|E|24.84137|66.94602",
                "18.82285||98.96340||18.82285|98.9634",
                "33.5|S|70.25|W|-33.5|-70.25",
                "-33.5||-70.25||-33.5|-70.25",
                "-33.5|S|-70.25|W|-33.5|-70.25",
                "33.5S||70.25 W||-33.5|-70.25",
                "50,5.25N||14,30,36E||50.0875|14.51"
            })
    void readsPlacesAsProgramsWriteThem(
            String north, String side, String east, String otherSide, double latitude, double longitude) {
        MetadataFields fields = parse(
                property("GPSLatitude", north)
                        + property("GPSLatitudeRef", side)
                        + property("GPSLongitude", east)
                        + property("GPSLongitudeRef", otherSide),
                Orientation.NORMAL);
        GeoPoint place = fields.places().getFirst().point();
        assertThat(place.latitude()).isCloseTo(latitude, Offset.offset(1e-9));
        assertThat(place.longitude()).isCloseTo(longitude, Offset.offset(1e-9));
    }

    private static String property(String name, @Nullable String value) {
        return value == null ? "" : "<exif:%s>%s</exif:%s>".formatted(name, value, name);
    }

    @ParameterizedTest
    @CsvSource({
        "IMG_20200101_120000_BURST001_COVER.jpg,name:IMG_20200101_120000",
        "IMG_20200101_120000_BURST7.jpg,name:IMG_20200101_120000",
        "00001IMG_00001_BURST20190101120000123_COVER.jpg,name:20190101120000123",
        "00002IMG_00002_BURST20190101120000123.jpg,name:20190101120000123",
        "IMG_1.jpg,"
    })
    void readsBurstsFromNames(String name, String expected) {
        assertThat(NameHints.read(Path.of(name)).burstId()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void pairsMotionPhotosByName() {
        assertThat(NameHints.read(Path.of("PXL_20231006_063909898.MP.jpg")).livePhotoId())
                .isPresent()
                .isEqualTo(
                        NameHints.read(Path.of("PXL_20231006_063909898.MP.mp4")).livePhotoId());
    }
}
