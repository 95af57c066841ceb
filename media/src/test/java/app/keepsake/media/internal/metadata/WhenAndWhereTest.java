package app.keepsake.media.internal.metadata;

import static app.keepsake.media.ClaimSource.EXIF_DIGITIZED;
import static app.keepsake.media.ClaimSource.EXIF_ORIGINAL;
import static app.keepsake.media.ClaimSource.FILE_TIME;
import static app.keepsake.media.ClaimSource.GPS;
import static app.keepsake.media.ClaimSource.HEADER;
import static app.keepsake.media.ClaimSource.IPTC;
import static app.keepsake.media.ClaimSource.MODIFIED;
import static app.keepsake.media.ClaimSource.NAME;
import static app.keepsake.media.ClaimSource.QUICKTIME;
import static app.keepsake.media.ClaimSource.SIDECAR;
import static app.keepsake.media.ClaimSource.STILL;
import static app.keepsake.media.ClaimSource.TAKEOUT;
import static app.keepsake.media.ClaimSource.TAKEOUT_CORRECTED;
import static app.keepsake.media.ClaimSource.TAKEOUT_UPLOAD;
import static app.keepsake.media.ClaimSource.XMP_CREATED;
import static app.keepsake.media.ClaimSource.XMP_ORIGINAL;
import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.GeoPoint;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WhenAndWhereTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final GeoPoint TOKYO = new GeoPoint(35.6, 139.7);
    private static final GeoPoint MUNICH = new GeoPoint(48.1, 11.5);

    private static TimeClaim told(ClaimSource source, String text) {
        return DateText.parse(text, source).orElseThrow();
    }

    private static WhenAndWhere decide(TimeClaim... claims) {
        return decide(List.of(claims), List.of(), Duration.ZERO);
    }

    private static WhenAndWhere ofClip(int seconds, TimeClaim... claims) {
        return decide(List.of(claims), List.of(), Duration.ofSeconds(seconds));
    }

    private static WhenAndWhere decide(List<TimeClaim> claims, List<PlaceClaim> places, Duration duration) {
        return WhenAndWhere.decide(MetadataFields.NOTHING.and(claims, places), duration, NOW);
    }

    /** Local time and zone, where UTC alone has a Z. */
    private static String told(WhenAndWhere decided) {
        return decided.time()
                .map(time -> time.local()
                        + time.offset()
                                .map(zone -> time.onlyUtc() ? "Z" : zone.getId().replace("Z", "+00:00"))
                                .orElse(""))
                .orElse("nothing");
    }

    private static ClaimSource source(WhenAndWhere decided) {
        return decided.time().orElseThrow().source();
    }

    @Test
    void doesNotLookAtTheOrderOfClaims() {
        TimeClaim exif = told(EXIF_ORIGINAL, "2019:08:12 10:23:45");
        TimeClaim takeout = told(TAKEOUT, "2019-08-12T08:23:45Z");
        TimeClaim named = told(NAME, "2019-08-12T10:23:46");
        assertThat(decide(exif, takeout, named)).isEqualTo(decide(named, takeout, exif));
        assertThat(decide(named, takeout, exif).claims())
                .extracting(TimeClaim::source)
                .containsExactly(EXIF_ORIGINAL, TAKEOUT, NAME);
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME", "TAKEOUT", "XMP_ORIGINAL", "IPTC", "EXIF_DIGITIZED", "PNG", "SIDECAR", "HEADER"})
    void editingIsNoTaking(ClaimSource better) {
        TimeClaim taken = told(better, "2015-01-25T10:11:12");
        assertThat(told(decide(told(MODIFIED, "2023:05:06 07:08:09"), taken))).isEqualTo("2015-01-25T10:11:12");
        assertThat(told(decide(told(MODIFIED, "2023:05:06 07:08:09"), told(FILE_TIME, "2024-01-01T00:00:05"))))
                .isEqualTo("2023-05-06T07:08:09");
    }

    @Test
    void believesTheOwnersCorrection() {
        TimeClaim scanned = told(EXIF_ORIGINAL, "2016:10:09 08:48:04");
        WhenAndWhere corrected = decide(scanned, told(TAKEOUT, "1985-07-01T00:00:00Z"));
        assertThat(told(corrected)).as("a day").isEqualTo("1985-07-01T00:00");
        assertThat(source(corrected)).isEqualTo(TAKEOUT_CORRECTED);
        assertThat(told(decide(
                        told(EXIF_ORIGINAL, "2016:10:09 08:48:04+02:00"), told(TAKEOUT, "1985-07-01T10:00:00Z"))))
                .as("the camera's zone, where no place tells another")
                .isEqualTo("1985-07-01T12:00+02:00");
        assertThat(source(decide(scanned, told(TAKEOUT, "2016-10-09T08:25:04Z"))))
                .isEqualTo(TAKEOUT_CORRECTED);
        assertThat(source(decide(scanned, told(TAKEOUT, "1985-07-01T00:00:00Z"), told(SIDECAR, "1986-01-02T03:04:05"))))
                .isEqualTo(SIDECAR);
        assertThat(source(ofClip(10, told(HEADER, "2016-10-09T08:48:04Z"), told(TAKEOUT, "1985-07-01T00:00:00Z"))))
                .isEqualTo(TAKEOUT_CORRECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-10-09T06:48:04Z,+02:00",
        "2016-10-09T03:03:30Z,+05:45",
        "2016-10-08T18:48:05Z,+14:00",
        "2016-10-09T20:48:04Z,-12:00",
        "2016-10-09T08:48:04Z,"
    })
    void aZoneIsNoCorrection(String takeout, String zone) {
        assertThat(told(decide(told(EXIF_ORIGINAL, "2016:10:09 08:48:04"), told(TAKEOUT, takeout))))
                .isEqualTo("2016-10-09T08:48:04" + (zone == null ? "" : zone));
    }

    @Test
    void uploadsAreNoTaking() {
        TimeClaim uploaded = told(TAKEOUT_UPLOAD, "2021-03-04T05:06:07Z");
        assertThat(told(decide(uploaded, told(NAME, "2019-08-12")))).isEqualTo("2019-08-12T12:00");
        assertThat(told(decide(uploaded, told(EXIF_ORIGINAL, "2019:08:12 10:23:45"))))
                .isEqualTo("2019-08-12T10:23:45");
        assertThat(told(decide(uploaded))).isEqualTo("2021-03-04T05:06:07Z");
    }

    @Test
    void aSidecarOfTheSameTimeKeepsTheZone() {
        TimeClaim exif = told(EXIF_ORIGINAL, "2024:01:07 11:02:59+01:00");
        assertThat(told(decide(exif, told(SIDECAR, "2024-01-07T11:02:59.177"))))
                .isEqualTo("2024-01-07T11:02:59.177+01:00");
        assertThat(told(decide(exif, told(SIDECAR, "2024-01-09T11:02:59")))).isEqualTo("2024-01-09T11:02:59");
        assertThat(told(decide(exif, told(SIDECAR, "2024-01-07T10:02:59Z")))).isEqualTo("2024-01-07T11:02:59+01:00");
        assertThat(told(decide(exif, told(SIDECAR, "2024-01-07T11:02:59Z"))))
                .as("the wall clock, called UTC")
                .isEqualTo("2024-01-07T11:02:59+01:00");
        assertThat(told(decide(exif, told(SIDECAR, "2024-01-07T11:02:59+03:00"))))
                .isEqualTo("2024-01-07T11:02:59+03:00");
    }

    @Test
    void secondClocksTellTheZone() {
        TimeClaim exif = told(EXIF_ORIGINAL, "2019:10:24 10:13:01");
        assertThat(told(decide(exif, told(GPS, "2019-10-24T08:13:40Z")))).isEqualTo("2019-10-24T10:13:01+02:00");
        assertThat(told(decide(exif, told(GPS, "2019-10-24T10:13:01Z")))).isEqualTo("2019-10-24T10:13:01+00:00");
        assertThat(told(decide(exif, told(GPS, "2019-10-26T08:13:40Z")))).isEqualTo("2019-10-24T10:13:01");
        assertThat(told(decide(exif, told(IPTC, "2019-10-24T10:13:01+02:00")))).isEqualTo("2019-10-24T10:13:01+02:00");
        assertThat(told(decide(exif, told(IPTC, "2019-10-24T10:13:01+00:00")))).isEqualTo("2019-10-24T10:13:01");
        assertThat(told(decide(exif, told(XMP_CREATED, "2019-10-24T10:13:01+02:00"))))
                .isEqualTo("2019-10-24T10:13:01");
        assertThat(told(decide(told(GPS, "2019-10-24T08:13:01Z"), told(MODIFIED, "2019:10:24 10:13:01"))))
                .isEqualTo("2019-10-24T10:13:01+02:00");
        assertThat(told(decide(told(TAKEOUT, "2019-10-24T08:13:01Z"), told(NAME, "2019-10-24T10:13:02"))))
                .isEqualTo("2019-10-24T10:13:01+02:00");
        assertThat(told(decide(told(TAKEOUT, "2019-10-24T10:13:01Z"), told(NAME, "2019-10-24T10:13:01"))))
                .as("the wall clock as if it were UTC")
                .isEqualTo("2019-10-24T10:13:01");
    }

    @ParameterizedTest
    @CsvSource({
        // the header tells the end
        "200,2024-05-02T16:03:23Z,2024-05-02T18:00:03,+02:00",
        "100,2024-05-02T16:01:43Z,2024-05-02T18:00:03,+02:00",
        "5400,2024-05-02T13:45:03Z,2024-05-02T18:00:03,+05:45",
        // a quarter of an hour: no zone is so strange as the one that the beginning would tell
        "900,2024-05-02T16:15:03Z,2024-05-02T18:00:03,+02:00",
        // the header tells the start
        "200,2024-05-02T16:00:03Z,2024-05-02T18:00:03,+02:00",
        "2,2024-05-02T16:00:03Z,2024-05-02T18:00:03,+02:00",
        "36.9,2021-06-23T18:51:37Z,2021-06-23T14:50:59,-04:00",
        // another moment
        "10,2024-05-02T16:07:03Z,2024-05-02T18:00:03,",
        "10,2024-05-04T16:00:03Z,2024-05-02T18:00:03,"
    })
    void aClipsNameTellsItsStart(double seconds, String header, String name, String zone) {
        WhenAndWhere decided = decide(
                List.of(told(HEADER, header), told(NAME, name)),
                List.of(),
                Duration.ofMillis(Math.round(1000 * seconds)));
        assertThat(told(decided)).isEqualTo(name + (zone == null ? "" : zone));
    }

    @Test
    void daysGetTheirHourFromOthers() {
        TimeClaim day = told(NAME, "2019-08-12");
        assertThat(told(decide(day))).isEqualTo("2019-08-12T12:00");
        WhenAndWhere refined = decide(day, told(FILE_TIME, "2019-08-12T10:23:45+02:00"));
        assertThat(told(refined)).isEqualTo("2019-08-12T10:23:45+02:00");
        assertThat(source(refined)).isEqualTo(NAME);
        assertThat(told(decide(day, told(FILE_TIME, "2021-01-01T10:23:45+02:00"))))
                .isEqualTo("2019-08-12T12:00");
        assertThat(told(decide(told(XMP_ORIGINAL, "2006-10-29"), told(IPTC, "2006:10:29 06:27:51-05:00"))))
                .isEqualTo("2006-10-29T06:27:51-05:00");
        assertThat(told(decide(told(IPTC, "2019"), told(FILE_TIME, "2019-08-12T10:23:45+02:00"))))
                .isEqualTo("2019-01-01T12:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1799:01:01 10:00:00",
                "1904:01:01 00:00:00",
                "1970:01:01 00:00:00",
                "1970:01:01 03:12:45",
                "1969:12:31 19:00:00",
                "2002:12:08 12:00:00",
                "2026:06:03 00:00:00",
                "2036:02:07 06:28:16",
                "2038:01:19 03:14:07",
                "9999:12:31 23:59:59"
            })
    void isNoDate(String text) {
        TimeClaim unset = told(EXIF_ORIGINAL, text);
        WhenAndWhere nothing = decide(unset);
        assertThat(told(nothing)).isEqualTo("nothing");
        assertThat(nothing.claims()).containsExactly(unset.asDoubted(true));
        assertThat(source(decide(unset, told(FILE_TIME, "2020-01-01T10:00:00+01:00"))))
                .isEqualTo(FILE_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1980:01:01 00:00:00", "2000:01:01 00:00:00", "2000:01:01 00:00:31"})
    void isDoubtedIfThereIsBetter(String text) {
        TimeClaim unset = told(EXIF_ORIGINAL, text);
        assertThat(source(decide(unset, told(FILE_TIME, "2020-01-01T10:00:00+01:00"))))
                .isEqualTo(EXIF_ORIGINAL);
        assertThat(source(decide(unset, told(NAME, "2019-08-12T10:23:45")))).isEqualTo(NAME);
        assertThat(source(decide(unset, told(SIDECAR, text), told(NAME, "2019-08-12T10:23:45"))))
                .as("a sidecar that repeats it")
                .isEqualTo(NAME);
        assertThat(source(decide(told(EXIF_ORIGINAL, "2016:10:09 08:48:04"), told(SIDECAR, text))))
                .as("an owner who says it")
                .isEqualTo(SIDECAR);
    }

    @Test
    void plausibleTimesAreBelieved() {
        for (String text : List.of("1826:06:01 10:00:00", "1980:01:01 14:00:00", "2000:01:01 00:10:00", "1970-01-01")) {
            assertThat(decide(told(EXIF_ORIGINAL, text), told(NAME, "2019-08-12T10:23:45"))
                            .time())
                    .as(text)
                    .map(TimeClaim::source)
                    .contains(EXIF_ORIGINAL);
        }
    }

    @Test
    void aClipWithoutTimeTakesItsStills() {
        TimeClaim still = told(STILL, "2026-03-23T15:57:20+01:00");
        PlaceClaim place = new PlaceClaim(MUNICH, STILL);
        WhenAndWhere half =
                decide(List.of(told(FILE_TIME, "2026-05-01T00:00:05Z"), still), List.of(place), Duration.ofSeconds(2));
        assertThat(told(half)).isEqualTo("2026-03-23T15:57:20+01:00");
        assertThat(half.place()).contains(MUNICH);
        WhenAndWhere dated =
                decide(List.of(told(HEADER, "2026-03-23T14:57:21Z"), still), List.of(place), Duration.ofSeconds(2));
        assertThat(told(dated)).isEqualTo("2026-03-23T15:57:21+01:00");
        assertThat(dated.place()).contains(MUNICH);
        WhenAndWhere other = decide(
                List.of(told(QUICKTIME, "2026-03-25T14:57:21+01:00"), still), List.of(place), Duration.ofSeconds(2));
        assertThat(other.place()).as("of another moment").isEmpty();
    }

    private static WhenAndWhere where(PlaceClaim... places) {
        return decide(List.of(), List.of(places), Duration.ZERO);
    }

    @Test
    void believesTheOwnersPlace() {
        PlaceClaim exif = new PlaceClaim(TOKYO, EXIF_ORIGINAL);
        assertThat(where(exif, new PlaceClaim(MUNICH, TAKEOUT_CORRECTED)).place())
                .contains(MUNICH);
        assertThat(where(exif, new PlaceClaim(MUNICH, TAKEOUT)).place()).contains(TOKYO);
        GeoPoint rounded = new GeoPoint(35.6001, 139.7);
        assertThat(where(exif, new PlaceClaim(rounded, TAKEOUT_CORRECTED)).place())
                .contains(TOKYO);
        assertThat(where(exif, new PlaceClaim(MUNICH, TAKEOUT_CORRECTED), new PlaceClaim(TOKYO, SIDECAR))
                        .place())
                .contains(TOKYO);
        assertThat(Takeout.parse("""
                        {"geoData":{"latitude":48.1,"longitude":11.5},"geoDataExif":{"latitude":0.0,"longitude":0.0}}""".getBytes(StandardCharsets.UTF_8)).places())
                .containsExactly(new PlaceClaim(MUNICH, TAKEOUT_CORRECTED));
    }

    @Test
    void digitizingComesAfterWhatTellsTheOriginal() {
        assertThat(Stream.of(EXIF_DIGITIZED, IPTC, XMP_ORIGINAL).sorted())
                .containsExactly(XMP_ORIGINAL, IPTC, EXIF_DIGITIZED);
    }
}
