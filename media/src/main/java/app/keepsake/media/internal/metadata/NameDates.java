package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.TimeClaim.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the names that phones, cameras, messengers, networks and screenshots give: a line a kind, the most telling
 * first. Days and months are only read where their order is certain. Names may be anybody's: no pattern looks at more
 * than some characters from each place.
 */
final class NameDates {
    private static final String DAY =
            "(?<Y>(?:18|19|20)\\d\\d)(?<a>[-_. ]?)(?<M>0[1-9]|1[0-2])\\k<a>(?<D>0[1-9]|[12]\\d|3[01])";
    private static final String CLOSED_DAY =
            "(?<Y>(?:18|19|20)\\d\\d)(?<M>0[1-9]|1[0-2])(?<D>0[1-9]|[12]\\d|3[01])(?!\\d)";
    private static final String SPACED_DAY =
            "(?<Y>(?:18|19|20)\\d\\d)(?<a>[-_.])(?<M>0[1-9]|1[0-2])\\k<a>(?<D>0[1-9]|[12]\\d|3[01])(?!\\d)";
    private static final String DOTTED_DAY =
            "(?<D>0[1-9]|[12]\\d|3[01])\\.(?<M>0[1-9]|1[0-2])\\.(?<Y>(?:18|19|20)\\d\\d)";
    private static final String GAP = "(?<gap>\\D{0,14})";
    private static final String CLOCK = "(?<h>[01]\\d|2[0-3])(?<b>[-_.: ]?)(?<m>[0-5]\\d)\\k<b>(?<s>[0-5]\\d)";
    /** A fraction of a second of some digits, of which three are told apart. */
    private static final String FRACTION = "(?:(?<f>\\d{3})|\\d{0,2})(?!\\d)";

    private static final String SHORT_CLOCK = "(?<h>\\d)(?<b>[-_.:])(?<m>[0-5]\\d)\\k<b>(?<s>[0-5]\\d)";
    private static final String HALF = "(?:[ \\u00A0\\u202F_]?(?<half>[AaPp])\\.?[Mm](?!\\p{L}))?";

    private static final String MONTH = "(?<M>0[1-9]|1[0-2])";
    private static final String MONTH_DAY = "(?<D>0[1-9]|[12]\\d|3[01])";
    /** No month: its place is certain. */
    private static final String LATE_DAY = "(?<D>1[3-9]|2\\d|3[01])";

    private static final String YEAR = "(?<Y>(?:18|19|20)\\d\\d)";
    private static final String SHORT_YEAR = "(?<y>[0-4]\\d)";
    private static final String WORD = "(?<word>\\p{L}{3,9})";

    private static final List<Pattern> KINDS = List.of(
            // Google's Pixel phones, in UTC: PXL_20240706_140000123; Zoom: GMT20190812-102345_Recording. Names that say
            // so: 20190812T102345Z, Skype_Picture_2019_08_12T10_23_45_123Z
            Pattern.compile("(?<utc>PXL_|GMT)" + DAY + "[_-]" + CLOCK + FRACTION),
            Pattern.compile("(?<!\\d)" + DAY + "[T_ -]" + CLOCK + "(?:[_.]\\d{1,3})?(?<utc>Z)(?!\\p{L})"),
            // LINE, behind an album's name of any kind: LINE_ALBUM_2019812_190812_1
            Pattern.compile("^LINE_ALBUM_.{0,60}_" + SHORT_YEAR + MONTH + MONTH_DAY + "_\\d{1,4}(?!\\d)"),
            // Samsung 20240502_180003, IMG_, VID_, MVIMG_, PANO_20240502_180003, Xiaomi and Oppo IMG20240502180003,
            // Screenshot_20190812-102345, Screenshot_2019-08-12-10-23-45-123, DJI_20240502180003_0001_D,
            // Screenshot (or its word in any language) 2019-08-12 at 10.23.45 AM, WhatsApp Image 2019-08-12 at
            // 10.23.45,
            // signal-2019-08-12-102345, photo_2019-08-12_10-23-45 of Telegram, WIN_20190812_10_23_45_Pro of Windows,
            // Dropbox's 2019-08-12 10.23.45, viber_image_2019-08-12_10-23-45, KakaoTalk_20190812_102345678
            // Sony's MOV_20190812_1023450_HDR, Epson's scanners with hundredths: img20190812_10234567
            Pattern.compile("(?<!\\d)" + DAY + GAP + CLOCK + FRACTION + HALF),
            // The same with an hour of one digit, as a clock of twelve has it: Screenshot 2023-01-05 at 9.23.45 AM
            Pattern.compile("(?<!\\d)" + DAY + "(?<gap>\\D{1,14})" + SHORT_CLOCK + "(?!\\d)" + HALF),
            // VLC: vlcsnap-2019-08-12-10h23m45s123
            Pattern.compile("(?<!\\d)" + DAY + "[-_ ](?<h>[01]\\d|2[0-3])h(?<m>[0-5]\\d)m(?<s>[0-5]\\d)s"),
            // Cameras in cars: 2019_0812_102345_001
            Pattern.compile("(?<!\\d)" + YEAR + "_" + MONTH + MONTH_DAY + "_" + CLOCK + "(?!\\d)"),
            // Telegram's export: photo_5@12-08-2019_10-23-45
            Pattern.compile("@" + MONTH_DAY + "-" + MONTH + "-" + YEAR + "_" + CLOCK + "(?!\\d)"),
            // Screens that iPhones recorded, ScreenRecording_08-12-2019 10-23-45, and CamScanner's, in American order
            Pattern.compile("^(?:ScreenRecording_|CamScanner )" + MONTH + "-" + MONTH_DAY + "-" + YEAR + " " + CLOCK),
            // XRecorder_12082019_102345
            Pattern.compile("^XRecorder_" + MONTH_DAY + MONTH + YEAR + "_" + CLOCK + "(?!\\d)"),
            // Older phones: 190812_102345
            Pattern.compile("^" + SHORT_YEAR + MONTH + MONTH_DAY + "[-_]" + CLOCK + "(?!\\d)"),
            // Milliseconds since 1970, as Facebook, WeChat, Messenger and cameras of web pages have it, alone or behind
            // words: FB_IMG_1565598225123, 1565598225123
            Pattern.compile("^(?:\\p{L}[\\p{L}_ .-]{0,24})?(?<millis>1[1-7]\\d{11})(?!\\d|_\\d{1,20}_[a-z]\\.)"),
            // Seconds since 1970: screens that iPhones recorded, and older Androids' screenshots
            Pattern.compile("^(?:RPReplay_Final|Screenshot_)(?<seconds>1\\d{9})(?!\\d)"),
            // WhatsApp: IMG-20190812-WA0001
            Pattern.compile("^(?:IMG|VID|AUD|PTT|STK|DOC)-" + CLOSED_DAY + "-WA\\d{4}"),
            // Scanners and phones: Scan_20190812, IMG_20190812 (2)
            Pattern.compile("^(?:[Ss]can(?:ned)?|SCAN|IMG|VID|WP|Screenshot)[-_ ]?" + CLOSED_DAY),
            // Where dots stand, the day is first: WhatsApp Bild 12.08.2019 um 10.23.45, Birthday 12.08.2019
            Pattern.compile("(?<![\\d.])" + DOTTED_DAY + GAP + CLOCK + "(?!\\d)"),
            Pattern.compile("(?<![\\d.])" + DOTTED_DAY + "(?!\\d)"),
            // The same with a short year, as iPhones have it in German: Foto 12.08.19, 10 23 45
            Pattern.compile("(?<![\\d.])" + MONTH_DAY + "\\." + MONTH + "\\." + SHORT_YEAR + ",? " + CLOCK + "(?!\\d)"),
            // Elsewhere the order is only certain of days that are no months: Photo 25-08-2019, 10 23 45
            Pattern.compile("(?<!\\d)" + LATE_DAY + "[-_]" + MONTH + "[-_]" + YEAR + GAP + CLOCK + "(?!\\d)" + HALF),
            Pattern.compile("(?<!\\d)" + MONTH + "[-_]" + LATE_DAY + "[-_]" + YEAR + GAP + CLOCK + "(?!\\d)" + HALF),
            Pattern.compile("(?<!\\d)" + LATE_DAY + "[-_]" + MONTH + "[-_]" + YEAR + "(?!\\d)"),
            Pattern.compile("(?<!\\d)" + MONTH + "[-_]" + LATE_DAY + "[-_]" + YEAR + "(?!\\d)"),
            // Adobe Scan 12 Aug 2019, 12. August 2019, Adobe Scan Aug 12, 2019
            Pattern.compile("(?<!\\d)(?<D>\\d{1,2})\\.?[ _]" + WORD + "[ _]" + YEAR + "(?!\\d)"),
            Pattern.compile("(?<!\\p{L})" + WORD + " (?<D>\\d{1,2}), " + YEAR + "(?!\\d)"),
            // Without seconds: Photo on 2019-08-12 at 10.23
            Pattern.compile("(?<!\\d)" + YEAR + "(?<a>[-_.])" + MONTH + "\\k<a>" + MONTH_DAY
                    + "[-_ ](?:(?:at|um|om|kl\\.|alle|a las|\\u00E0) )?(?<h>[01]?\\d|2[0-3])[-_.:](?<m>[0-5]\\d)(?!\\d)"
                    + HALF),
            // People: 2019-08-12 Birthday, Birthday 2019-08-12, 20190812_birthday
            Pattern.compile("(?<!\\d)" + SPACED_DAY),
            Pattern.compile("^" + CLOSED_DAY),
            // A month: 1985-07 Holidays, 1985-07-00
            Pattern.compile("^" + YEAR + "[-_]" + MONTH + "(?:[-_]00(?!\\d)|[-_ ]{1,3}\\p{L})"));

    /** Morning and evening stand before the hour in some languages. */
    private static final List<String> AFTERNOONS = List.of("\u4E0B\u5348", "\u5348\u5F8C", "\uC624\uD6C4");

    private NameDates() {}

    static Optional<TimeClaim> read(String name) {
        for (Pattern kind : KINDS) {
            Matcher parts = kind.matcher(name);
            Optional<TimeClaim> claim = parts.find() ? claim(parts) : Optional.empty();
            if (claim.isPresent()) {
                return claim;
            }
        }
        return Optional.empty();
    }

    private static Optional<TimeClaim> claim(Matcher parts) {
        try {
            Optional<Instant> counted = part(parts, "millis")
                    .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                    .or(() -> part(parts, "seconds").map(text -> Instant.ofEpochSecond(Long.parseLong(text))));
            return Optional.of(counted.map(moment -> TimeClaim.utc(moment, ClaimSource.NAME))
                    .orElseGet(() -> ofNumbers(parts)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeClaim ofNumbers(Matcher parts) {
        boolean timed = part(parts, "h").isPresent();
        LocalDateTime local = LocalDateTime.of(
                part(parts, "y").map(year -> 2000 + Integer.parseInt(year)).orElseGet(() -> number(parts, "Y", 0)),
                part(parts, "word").map(DateText::month).orElseGet(() -> number(parts, "M", 0)),
                number(parts, "D", 1),
                timed ? DateText.ofDay(number(parts, "h", 0), half(parts)) : DateText.NOON,
                number(parts, "m", 0),
                number(parts, "s", 0),
                1_000_000 * number(parts, "f", 0));
        TimeClaim claim =
                TimeClaim.local(local, Optional.empty(), ClaimSource.NAME).to(precision(parts));
        return timed && part(parts, "utc").isPresent() ? claim.asUtc() : claim;
    }

    private static Precision precision(Matcher parts) {
        if (part(parts, "h").isPresent()) {
            return part(parts, "s").isPresent() ? Precision.SECOND : Precision.MINUTE;
        }
        return part(parts, "D").isPresent() ? Precision.DAY : Precision.MONTH;
    }

    private static Optional<String> half(Matcher parts) {
        boolean afternoon = part(parts, "gap")
                .filter(gap -> AFTERNOONS.stream().anyMatch(gap::contains))
                .isPresent();
        return afternoon ? Optional.of("PM") : part(parts, "half");
    }

    private static int number(Matcher parts, String group, int otherwise) {
        return part(parts, group).map(Integer::parseInt).orElse(otherwise);
    }

    /** Empty also where the kind has no such part. */
    private static Optional<String> part(Matcher parts, String group) {
        return parts.namedGroups().containsKey(group) ? Optional.ofNullable(parts.group(group)) : Optional.empty();
    }
}
