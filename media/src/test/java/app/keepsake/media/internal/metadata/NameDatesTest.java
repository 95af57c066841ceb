package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.TimeClaim.Precision;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMG_20191024_081301.jpg | 2019-10-24T08:13:01",
                "20240502_180003.mp4 | 2024-05-02T18:00:03",
                "20240502_180003(0).jpg | 2024-05-02T18:00:03",
                "VID_20240502_180003.mp4 | 2024-05-02T18:00:03",
                "MVIMG_20240502_180003.jpg | 2024-05-02T18:00:03",
                "PANO_20240502_180003.jpg | 2024-05-02T18:00:03",
                "IMG20240502180003.jpg | 2024-05-02T18:00:03",
                "DJI_20240502180003_0001_D.MP4 | 2024-05-02T18:00:03",
                "00001IMG_00001_BURST20190101120000123_COVER.jpg | 2019-01-01T12:00:00.123",
                "2019-10-24 08.13.01.heic | 2019-10-24T08:13:01",
                "2019-10-24 08.13.01-1.heic | 2019-10-24T08:13:01",
                "Screenshot_20190812-102345.png | 2019-08-12T10:23:45",
                "Screenshot_20190812-102345_Maps.jpg | 2019-08-12T10:23:45",
                "Screenshot_2019-08-12-10-23-45-123_com.app.jpg | 2019-08-12T10:23:45",
                "Screenshot 2019-08-12 at 10.23.45.png | 2019-08-12T10:23:45",
                "Screenshot 2019-08-12 at 9.23.45\u202FPM.png | 2019-08-12T21:23:45",
                "Screenshot 2019-08-12 at 12.23.45 AM.png | 2019-08-12T00:23:45",
                "Screen Shot 2019-08-12 at 10.23.45 AM (2).png | 2019-08-12T10:23:45",
                "Screenshot from 2019-08-12 10-23-45.png | 2019-08-12T10:23:45",
                "Screenshot 2024-01-05 102345.png | 2024-01-05T10:23:45",
                "Bildschirmfoto 2019-08-12 um 10.23.45.png | 2019-08-12T10:23:45",
                "Captura de pantalla 2019-08-12 a la(s) 10.23.45.png | 2019-08-12T10:23:45",
                "\u5C4F\u5E55\u5FEB\u7167 2019-08-12 \u4E0B\u53482.23.45.png | 2019-08-12T14:23:45",
                "WhatsApp Image 2019-08-12 at 10.23.45.jpeg | 2019-08-12T10:23:45",
                "WhatsApp Image 2019-08-12 at 10.23.46 (1).jpeg | 2019-08-12T10:23:46",
                "WhatsApp Video 2019-08-12 at 10.23.45 PM.mp4 | 2019-08-12T22:23:45",
                "WhatsApp Bild 12.08.2019 um 10.23.45.jpeg | 2019-08-12T10:23:45",
                "signal-2019-08-12-102345.jpg | 2019-08-12T10:23:45",
                "signal-2019-08-12-10-23-45-123.jpg | 2019-08-12T10:23:45",
                "photo_2019-08-12_10-23-45.jpg | 2019-08-12T10:23:45",
                "video_2019-08-12_10-23-45 (2).mp4 | 2019-08-12T10:23:45",
                "KakaoTalk_20190812_102345678.jpg | 2019-08-12T10:23:45.678",
                "viber_image_2019-08-12_10-23-45-123.jpg | 2019-08-12T10:23:45",
                "threema-20190812-102345123.jpg | 2019-08-12T10:23:45.123",
                "WIN_20190812_10_23_45_Pro.jpg | 2019-08-12T10:23:45",
                "img20190812_10234567.jpg | 2019-08-12T10:23:45",
                "MOV_20190812_1023450_HDR.mp4 | 2019-08-12T10:23:45",
                "retouch_2019081210234512.jpg | 2019-08-12T10:23:45",
                "photo_5@12-08-2019_10-23-45_thumb.jpg | 2019-08-12T10:23:45",
                "ScreenRecording_08-12-2019 10-23-45_1.mov | 2019-08-12T10:23:45",
                "CamScanner 08-12-2019 10.23.45.jpg | 2019-08-12T10:23:45",
                "XRecorder_12082019_102345.mp4 | 2019-08-12T10:23:45",
                "2019_0812_102345_001.MP4 | 2019-08-12T10:23:45",
                "vlcsnap-2019-08-12-10h23m45s123.png | 2019-08-12T10:23:45",
                "190812_102345.jpg | 2019-08-12T10:23:45",
                "Photo 25-08-2019, 10 23 45.jpg | 2019-08-25T10:23:45",
                "Photo 08-25-2019, 10 23 45 PM.jpg | 2019-08-25T22:23:45",
                "Foto 12.08.19, 10 23 45.jpg | 2019-08-12T10:23:45"
            })
    void readsWallClocks(String name, LocalDateTime expected) {
        assertThat(NameDates.read(name)).contains(TimeClaim.local(expected, Optional.empty(), ClaimSource.NAME));
    }

    @ParameterizedTest
    @CsvSource({
        "PXL_20231006_063909898.LS.mp4,2023-10-06T06:39:09.898",
        "PXL_20240706_140000123~2.jpg,2024-07-06T14:00:00.123",
        "clip_20190812T102345Z.mp4,2019-08-12T10:23:45",
        "FB_IMG_1565605425000.jpg,2019-08-12T10:23:45",
        "mmexport1565605425000.jpg,2019-08-12T10:23:45",
        "RPReplay_Final1565605425.MP4,2019-08-12T10:23:45",
        "Screenshot_1565605425.png,2019-08-12T10:23:45",
        "received_1565605425000.jpeg,2019-08-12T10:23:45",
        "Messenger_creation_1565605425000.jpeg,2019-08-12T10:23:45",
        "1565605425000.jpg,2019-08-12T10:23:45",
        "image-1565605425000 (2).jpg,2019-08-12T10:23:45",
        "GMT20190812-102345_Recording.mp4,2019-08-12T10:23:45",
        "Skype_Picture_2019_08_12T10_23_45_123Z.jpeg,2019-08-12T10:23:45"
    })
    void readsMoments(String name, LocalDateTime utc) {
        TimeClaim claim = NameDates.read(name).orElseThrow();
        assertThat(claim.local()).isEqualTo(utc);
        assertThat(claim.onlyUtc()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "IMG-20190812-WA0001.jpg,2019-08-12",
        "VID-20190812-WA0002.mp4,2019-08-12",
        "Scan_20190812.jpg,2019-08-12",
        "Scan_20190812 (2).jpg,2019-08-12",
        "2019-08-12 Birthday.jpg,2019-08-12",
        "Birthday 2019-08-12 (3).jpg,2019-08-12",
        "1985_07_01.jpg,1985-07-01",
        "Birthday 01.07.1985.jpg,1985-07-01",
        "20190812_birthday.jpg,2019-08-12",
        "2019-08-12 - 2019-08-15.jpg,2019-08-12",
        "2019-08-12 Tour 5-30.jpg,2019-08-12",
        "WP_20190812_001.jpg,2019-08-12",
        "LINE_ALBUM_20190101 Trip_190812_3.jpg,2019-08-12",
        "'Adobe Scan 12 Aug 2019.jpg',2019-08-12",
        "'Adobe Scan Aug 12, 2019 (1).jpg',2019-08-12",
        "12. M\u00E4rz 1985.jpg,1985-03-12",
        "Holidays 25-08-2019.jpg,2019-08-25"
    })
    void readsDays(String name, LocalDate expected) {
        TimeClaim claim = NameDates.read(name).orElseThrow();
        assertThat(claim.precision()).isEqualTo(Precision.DAY);
        assertThat(claim.local().toLocalDate()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Photo on 2019-08-12 at 10.23.jpg,MINUTE,2019-08-12T10:23",
        "Photo on 2019-08-12 at 9.23 PM.jpg,MINUTE,2019-08-12T21:23",
        "IMG_2019_08_12_10_23.jpg,MINUTE,2019-08-12T10:23",
        "1985-07 Holidays.jpg,MONTH,1985-07-01T12:00",
        "1985-07-00.jpg,MONTH,1985-07-01T12:00"
    })
    void readsTimesInPart(String name, Precision precision, LocalDateTime expected) {
        TimeClaim claim = NameDates.read(name).orElseThrow();
        assertThat(claim.precision()).isEqualTo(precision);
        assertThat(claim.local()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DSC_0238.JPG",
                "IMG_99999999_999999.jpg",
                "IMG_20191324_081301.jpg",
                "IMG_20190230_081301.jpg",
                "received_1565605425000123.jpeg",
                "Snapchat-1565605425.jpg",
                "123456789012345678901234567890.jpg",
                "FB_IMG_15656054250001.jpg",
                "CCI12082019.jpg",
                "Photo 12-08-2019, 10 23 45.jpg",
                "IMG_2019.jpg",
                "10153_1565605425000_1234567_n.jpg",
                "1565605425000_123_n.jpg",
                "2019-12.1-a.jpg",
                "12 monkeys 2019.jpg",
                "a2019081b-2345-4c1d.jpg"
            })
    void findsNoneWhereNoneIsCertain(String name) {
        assertThat(NameDates.read(name)).isEmpty();
    }

    @Test
    void takesNoTimeForNamesOfAnyLength() {
        String name = "2019-08-12 ".repeat(20_000) + "2019".repeat(20_000);
        assertTimeout(Duration.ofSeconds(20), () -> NameDates.read(name));
        assertThat(NameDates.read("2019_".repeat(50_000))).isEmpty();
    }
}
