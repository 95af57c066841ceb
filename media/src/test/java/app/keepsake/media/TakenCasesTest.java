package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and where files were taken of which this was once told wrongly. */
final class TakenCasesTest {
    @ParameterizedTest
    @CsvSource({
        "clip-utc-among-local-photos/PXL_20240706_150000123.mp4,2024-07-06T15:00,Z",
        "iptc-date-only/PhotoMechanic.jpg,2006-10-29T06:27:51,-05:00",
        "iptc-date-only/iptc_only.jpg,2005-09-29T16:51:00,+02:00",
        "iptc-date-only/iptc_with_modify.jpg,2005-09-29T16:51:00,+02:00",
        "long-clip-named-by-its-start/20240502_180003.mp4,2024-05-02T18:00:03,+02:00",
        "long-clip-named-by-its-start/20240502_180003_control.mp4,2024-05-02T18:00:03,+02:00",
        "long-clip-named-by-its-start/VID_20240502_180000.mp4,2024-05-02T18:00:00,+02:00",
        "modifydate-beats-better-sources/IMG_20150125_101112.jpg,2015-01-25T10:11:12,",
        "modifydate-beats-better-sources/mod.jpg,2015-01-25T11:00:00,Z",
        "png-creation-time/png_ct.png,2019-05-06T10:11:12,",
        "png-creation-time/test_png.png,2018-12-14T00:42:19,",
        "sidecar-without-zone-drops-exif-offset/20240107_110258.jpg,2024-01-07T11:02:59,+01:00",
        "sidecar-without-zone-drops-exif-offset/20240121_102400.JPG,2024-01-21T10:24:00,+01:00",
        "takeout-date-corrected-by-owner/scan.jpg,1985-07-01T00:00:00,",
        "takeout-date-corrected-by-owner/loc.jpg,2016-10-09T08:48:04,",
        "takeout-live-photo-mp4-half/IMG_7943.MP4,2026-03-23T15:57:20,+01:00",
        "whatsapp-names/IMG-20190812-WA0001.jpg,2019-08-12T12:00,",
        "whatsapp-names/VID-20190812-WA0002.mp4,2019-08-12T12:00,",
        "whatsapp-names/WhatsApp Image 2019-08-12 at 10.23.45.jpeg,2019-08-12T10:23:45,",
        "whatsapp-names/WhatsApp Image 2019-08-12 at 10.23.46 (1).jpeg,2019-08-12T10:23:46,"
    })
    void tellsWhen(String name, String time, @Nullable String zone) throws MediaException {
        MediaInfo info = MediaReader.read(file(name));
        assertThat(info.capturedAt().orElseThrow().withNano(0)).isEqualTo(time);
        assertThat(info.utcOffset().map(Object::toString).orElse(null)).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "sidecar-gps-in-decimals/osx.jpg,24.84137,66.94602",
        "sidecar-gps-in-decimals/icp.jpg,18.82285,98.9634",
        "takeout-date-corrected-by-owner/scan.jpg,48.1,11.5",
        "takeout-date-corrected-by-owner/loc.jpg,48.1,11.5",
        "takeout-live-photo-mp4-half/IMG_7943.MP4,49.19892,16.60705"
    })
    void tellsWhere(String name, double latitude, double longitude) throws MediaException {
        GeoPoint place = MediaReader.read(file(name)).location().orElseThrow();
        assertThat(place.latitude()).isCloseTo(latitude, Offset.offset(1e-4));
        assertThat(place.longitude()).isCloseTo(longitude, Offset.offset(1e-4));
    }

    private static Path file(String name) {
        Path file = SharedFiles.cases().resolve(name);
        Needs.data(Files.exists(file), name + " is not among the shared cases.");
        return file;
    }
}
