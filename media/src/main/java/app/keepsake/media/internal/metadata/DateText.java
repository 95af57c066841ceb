package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.TimeClaim.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as programs spell them. */
final class DateText {
    /** EXIF's {@code 2009:12:11 19:07:15}, ISO 8601 whole or in part, and what programs make of both. */
    private static final Pattern NUMBERS = Pattern.compile("(\\d{4})(?:[-:/.](\\d{1,2})(?:[-:/.](\\d{1,2})"
            + "(?:[ T]{1,2}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
            + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?)?)?");

    /** RFC 1123's {@code Mon, 06 May 2019 10:11:12 +0200}, also with an hour of twelve, as GNOME writes it. */
    private static final Pattern WORDS =
            Pattern.compile("(?:\\p{L}{2,9}[.,]{0,2} )?(\\d{1,2}) (\\p{L}{3})\\p{L}{0,6}\\.? "
                    + "(\\d{4}),? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?( [AP]M)?(?: ([A-Z]{1,5}|[+-]\\d{2}:?\\d{2}))?");

    /** What C's {@code ctime} gives: {@code Mon May  6 10:11:12 2019}. */
    private static final Pattern CTIME = Pattern.compile(
            "\\p{L}{3} (\\p{L}{3}) (\\d{1,2}) (\\d{1,2}):(\\d{2}):(\\d{2})( [AP]M)?(?: ([A-Z]{1,5}))? (\\d{4})");

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Texts that are longer tell something else. */
    private static final int LONGEST = 64;

    static final int NOON = 12;

    private DateText() {}

    /** Reads a date with or without a time of day; empty for anything else and for zero dates. */
    static Optional<TimeClaim> parse(String told, ClaimSource source) {
        String text = told.replace("\0", "").strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Matcher numbers = NUMBERS.matcher(text);
            return numbers.matches() ? ofNumbers(numbers, source) : ofWords(text, source);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimeClaim> ofNumbers(Matcher parts, ClaimSource source) {
        int told = (int) List.of(2, 3, 4, 6).stream()
                .filter(group -> parts.group(group) != null)
                .count();
        int year = number(parts, 1, 0);
        int month = number(parts, 2, 0);
        int day = number(parts, 3, 0);
        if (year == 0) {
            return Optional.empty();
        }
        // Zeros stand for what is not known.
        if (month == 0 || day == 0) {
            Precision known = month == 0 ? Precision.YEAR : Precision.MONTH;
            LocalDateTime first = LocalDateTime.of(year, Math.max(1, month), 1, NOON, 0);
            return Optional.of(claim(first, known, Optional.empty(), source));
        }
        String fraction = parts.group(7) == null ? "0" : parts.group(7);
        LocalDateTime local = LocalDateTime.of(
                year,
                month,
                day,
                number(parts, 4, NOON),
                number(parts, 5, 0),
                number(parts, 6, 0),
                Integer.parseInt((fraction + "00000000").substring(0, 9)));
        return Optional.of(claim(local, Precision.values()[told], Optional.ofNullable(parts.group(8)), source));
    }

    /** Programs write months in English here, even where they write the day of the week in another language. */
    private static Optional<TimeClaim> ofWords(String told, ClaimSource source) {
        String text = told.replaceAll(" {1,8}", " ");
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            return ofWords(words, new int[] {3, 2, 1, 4, 5, 6, 7, 8}, source);
        }
        Matcher ctime = CTIME.matcher(text);
        return ctime.matches() ? ofWords(ctime, new int[] {8, 1, 2, 3, 4, 5, 6, 7}, source) : Optional.empty();
    }

    /** @param at the groups of year, month, day, hour, minute, second, half of the day, zone */
    private static Optional<TimeClaim> ofWords(Matcher parts, int[] at, ClaimSource source) {
        int month = MONTHS.indexOf(parts.group(at[1]).toLowerCase(Locale.ROOT));
        if (month < 0) {
            return Optional.empty();
        }
        LocalDateTime local = LocalDateTime.of(
                number(parts, at[0], 1),
                month + 1,
                number(parts, at[2], 1),
                ofDay(number(parts, at[3], 0), Optional.ofNullable(parts.group(at[6]))),
                number(parts, at[4], 0),
                number(parts, at[5], 0));
        Precision precision = parts.group(at[5]) == null ? Precision.MINUTE : Precision.SECOND;
        return Optional.of(claim(local, precision, Optional.ofNullable(parts.group(at[7])), source));
    }

    /** The hour of 24, of one that may be told by a clock of twelve. */
    static int ofDay(int hour, Optional<String> half) {
        if (half.isEmpty() || hour > NOON) {
            return hour;
        }
        boolean afternoon = half.get().strip().toUpperCase(Locale.ROOT).startsWith("P");
        return hour % NOON + (afternoon ? NOON : 0);
    }

    private static TimeClaim claim(
            LocalDateTime local, Precision precision, Optional<String> zone, ClaimSource source) {
        boolean utc =
                zone.filter(name -> List.of("Z", "UTC", "GMT").contains(name)).isPresent();
        return new TimeClaim(
                local,
                precision,
                utc ? Optional.of(ZoneOffset.UTC) : zone.flatMap(DateText::offset),
                utc,
                source,
                false);
    }

    private static int number(Matcher parts, int group, int otherwise) {
        return parts.group(group) == null ? otherwise : Integer.parseInt(parts.group(group));
    }

    /** Reads {@code +01:00}, {@code +0100} or {@code Z}; empty for what is nobody's zone. */
    static Optional<ZoneOffset> offset(String told) {
        String text = told.strip();
        if (text.equals("Z")) {
            return Optional.of(ZoneOffset.UTC);
        }
        Matcher parts = OFFSET.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(parts.group(2)) * 60 + Integer.parseInt(parts.group(3));
        int seconds = (parts.group(1).equals("-") ? -60 : 60) * minutes;
        return Zones.isOne(seconds) ? Optional.of(ZoneOffset.ofTotalSeconds(seconds)) : Optional.empty();
    }
}
