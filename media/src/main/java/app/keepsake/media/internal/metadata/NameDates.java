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
    private static final String SHORT_CLOCK = "(?<h>\\d)(?<b>[-_.:])(?<m>[0-5]\\d)\\k<b>(?<s>[0-5]\\d)";
    private static final String HALF = "(?:[ \\u00A0\\u202F_]?(?<half>[AaPp])\\.?[Mm](?!\\p{L}))?";

    private static final List<Pattern> KINDS = List.of(
            // Google's Pixel phones, in UTC: PXL_20240706_140000123. Names that say so: 20190812T102345Z
            Pattern.compile("(?<utc>PXL_)" + DAY + "_" + CLOCK + "(?<f>\\d{3})?(?!\\d)"),
            Pattern.compile("(?<!\\d)" + DAY + "[T_ -]" + CLOCK + "(?<utc>Z)(?!\\p{L})"),
            // Samsung 20240502_180003, IMG_, VID_, MVIMG_, PANO_20240502_180003, Xiaomi and Oppo IMG20240502180003,
            // Screenshot_20190812-102345, Screenshot_2019-08-12-10-23-45-123, DJI_20240502180003_0001_D,
            // Screenshot (or its word in any language) 2019-08-12 at 10.23.45 AM, WhatsApp Image 2019-08-12 at
            // 10.23.45,
            // signal-2019-08-12-102345, photo_2019-08-12_10-23-45 of Telegram, WIN_20190812_10_23_45_Pro of Windows,
            // Dropbox's 2019-08-12 10.23.45, viber_image_2019-08-12_10-23-45, KakaoTalk_20190812_102345678
            Pattern.compile("(?<!\\d)" + DAY + GAP + CLOCK + "(?<f>\\d{3})?(?!\\d)" + HALF),
            // The same with an hour of one digit, as a clock of twelve has it: Screenshot 2023-01-05 at 9.23.45 AM
            Pattern.compile("(?<!\\d)" + DAY + "(?<gap>\\D{1,14})" + SHORT_CLOCK + "(?!\\d)" + HALF),
            // Epson's scanners, with hundredths: img20190812_10234567
            Pattern.compile("^img" + DAY + "_" + CLOCK + "\\d\\d(?!\\d)"),
            // Milliseconds since 1970: Facebook, WeChat
            Pattern.compile("^(?:FB_IMG_|mmexport|wx_camera_)(?<millis>1\\d{12})(?!\\d)"),
            // Seconds since 1970: screens that iPhones recorded
            Pattern.compile("^RPReplay_Final(?<seconds>1\\d{9})(?!\\d)"),
            // WhatsApp: IMG-20190812-WA0001
            Pattern.compile("^(?:IMG|VID|AUD|PTT|STK|DOC)-" + CLOSED_DAY + "-WA\\d{4}"),
            // Scanners and phones: Scan_20190812, IMG_20190812 (2)
            Pattern.compile("^(?:[Ss]can|SCAN|IMG|VID|Screenshot)[-_ ]?" + CLOSED_DAY),
            // Where dots stand, the day is first: WhatsApp Bild 12.08.2019 um 10.23.45, Birthday 12.08.2019
            Pattern.compile("(?<![\\d.])" + DOTTED_DAY + GAP + CLOCK + "(?!\\d)"),
            Pattern.compile("(?<![\\d.])" + DOTTED_DAY + "(?!\\d)"),
            // People: 2019-08-12 Birthday, Birthday 2019-08-12, 20190812_birthday
            Pattern.compile("(?<!\\d)" + SPACED_DAY),
            Pattern.compile("^" + CLOSED_DAY));

    /** Morning and evening stand before the hour in some languages. */
    private static final List<String> AFTERNOONS = List.of("\u4E0B\u5348", "\u5348\u5F8C", "\uC624\uD6C4");

    private NameDates() {}

    static Optional<TimeClaim> read(String name) {
        for (Pattern kind : KINDS) {
            Matcher parts = kind.matcher(name);
            if (parts.find()) {
                return claim(parts);
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
                number(parts, "Y"),
                number(parts, "M"),
                number(parts, "D"),
                timed ? DateText.ofDay(number(parts, "h"), half(parts)) : DateText.NOON,
                timed ? number(parts, "m") : 0,
                timed ? number(parts, "s") : 0,
                1_000_000 * part(parts, "f").map(Integer::parseInt).orElse(0));
        TimeClaim claim = TimeClaim.local(local, Optional.empty(), ClaimSource.NAME);
        return timed ? part(parts, "utc").isPresent() ? claim.asUtc() : claim : claim.to(Precision.DAY);
    }

    private static Optional<String> half(Matcher parts) {
        boolean afternoon = part(parts, "gap")
                .filter(gap -> AFTERNOONS.stream().anyMatch(gap::contains))
                .isPresent();
        return afternoon ? Optional.of("PM") : part(parts, "half");
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Empty also where the kind has no such part. */
    private static Optional<String> part(Matcher parts, String group) {
        return parts.namedGroups().containsKey(group) ? Optional.ofNullable(parts.group(group)) : Optional.empty();
    }
}
