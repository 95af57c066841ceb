package app.keepsake.media.internal.metadata;

import app.keepsake.media.ClaimSource;
import app.keepsake.media.TimeClaim;
import app.keepsake.media.TimeClaim.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as programs spell them. */
final class DateText {
    /** A zone; one of letters is told, and which it is not known. */
    private static final String ZONE = "(Z|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|[A-Z]{3,5})";

    /**
     * EXIF's {@code 2009:12:11 19:07:15}, ISO 8601 whole or in part, and what programs and cameras make of both: other
     * separators, blanks in place of zeros, a clock of twelve.
     */
    private static final Pattern NUMBERS = Pattern.compile("(\\d{4})(?:[-:/.] ?(\\d{1,2})(?:[-:/.] ?(\\d{1,2})"
            + "(?:(?:[ T]{1,2}|[:-])(\\d{1,2})([:.-]) ?(\\d{1,2})(?:\\5 ?(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?"
            + "( ?[AaPp]\\.?[Mm]\\.?)? ?" + ZONE + "?)?)?)?");

    /** ISO 8601 without separators: {@code 20091211T190715+0100}. */
    private static final Pattern CLOSED = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(\\d{2})()(\\d{2})(\\d{2})(?:[.,](\\d{1,9}))?() ?" + ZONE + "?)?");

    /** RFC 1123's {@code Mon, 06 May 2019 10:11:12 +0200}, also with an hour of twelve, as GNOME writes it. */
    private static final Pattern WORDS =
            Pattern.compile("(?:\\p{L}{2,9}[.,]{0,2} )?(\\d{1,2}) (\\p{L}{3})\\p{L}{0,6}\\.? "
                    + "(\\d{4}),? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?( [AP]M)?(?: ([A-Z]{1,5}|[+-]\\d{2}:?\\d{2}))?");

    /** What C's {@code ctime} gives: {@code Mon May  6 10:11:12 2019}. */
    private static final Pattern CTIME = Pattern.compile(
            "\\p{L}{3} (\\p{L}{3}) (\\d{1,2}) (\\d{1,2}):(\\d{2}):(\\d{2})( [AP]M)?(?: ([A-Z]{1,5}))? (\\d{4})");

    /** {@code Dec 11, 2009, 7:07:15 PM}. */
    private static final Pattern AMERICAN = Pattern.compile("(\\p{L}{3})\\p{L}{0,6}\\.? (\\d{1,2}), (\\d{4}),? "
            + "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?([ \\u202F][AP]M)?(?: ([A-Z]{1,5}|[+-]\\d{2}:?\\d{2}))?");

    /** Where the day comes first, since dots stand there, or since it is no month. */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:(\\d{1,2})\\.(\\d{1,2})\\.|(1[3-9]|2\\d|3[01])[-/:](\\d{1,2})[-/:])(\\d{4})(?!\\d)(.*)");

    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\d{1,2})[-/](1[3-9]|2\\d|3[01])[-/](\\d{4})(?!\\d)(.*)");

    /** Of cameras of the 1990s: {@code 97:12:11 19:07:15}. */
    private static final Pattern SHORT_YEAR = Pattern.compile("'?(\\d{2})([:/]\\d{1,2}[:/]\\d{1,2} .*)");

    private static final int FIRST_SHORT_YEAR = 70;

    /** Before or behind the time in other languages than English. */
    private static final Pattern MORNING =
            Pattern.compile("\\s?(?:\\u4E0A\\u5348|\\u5348\\u524D|\\uC624\\uC804|vorm\\.)\\s?");

    private static final Pattern AFTERNOON =
            Pattern.compile("\\s?(?:\\u4E0B\\u5348|\\u5348\\u5F8C|\\uC624\\uD6C4|nachm\\.)\\s?");

    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2})(?::?(\\d{2}))?");

    /** Months in English and German, by their first three letters. */
    private static final Map<String, Integer> OTHER_MONTHS = Map.of("m\u00E4r", 3, "mai", 5, "okt", 10, "dez", 12);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Texts that are longer tell something else. */
    private static final int LONGEST = 64;

    static final int NOON = 12;

    private DateText() {}

    /** Reads a date with or without a time of day; empty for anything else and for zero dates. */
    static Optional<TimeClaim> parse(String told, ClaimSource source) {
        String text = TagText.unpadded(told);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return ofNumbers(text, source)
                    .or(() -> ofNumbers(ordered(text), source))
                    .or(() -> ofWords(text, source));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimeClaim> ofNumbers(String text, ClaimSource source) {
        return Stream.of(NUMBERS, CLOSED)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(parts -> ofNumbers(parts, source));
    }

    /** Year, month and day in this order, in numbers, with the half of the day behind the time. */
    private static String ordered(String text) {
        String spelled =
                text.replaceAll("[\\u5E74\\u6708]", "-").replace("\u65E5", "").replaceAll("[ :]{3,}$", "");
        spelled = moved(moved(spelled, AFTERNOON, " PM"), MORNING, " AM");
        Matcher dayFirst = DAY_FIRST.matcher(spelled);
        if (dayFirst.matches()) {
            int day = dayFirst.group(1) != null ? 1 : 3;
            return "%s-%s-%s%s"
                    .formatted(dayFirst.group(5), dayFirst.group(day + 1), dayFirst.group(day), dayFirst.group(6));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(spelled);
        if (monthFirst.matches()) {
            return "%s-%s-%s%s"
                    .formatted(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), monthFirst.group(4));
        }
        Matcher shortYear = SHORT_YEAR.matcher(spelled);
        return shortYear.matches()
                ? (Integer.parseInt(shortYear.group(1)) < FIRST_SHORT_YEAR ? "20" : "19")
                        + shortYear.group(1)
                        + shortYear.group(2)
                : spelled;
    }

    private static String moved(String text, Pattern word, String behind) {
        Matcher found = word.matcher(text);
        return found.find() ? found.replaceFirst(" ").strip() + behind : text;
    }

    private static Optional<TimeClaim> ofNumbers(Matcher parts, ClaimSource source) {
        int told = (int) List.of(2, 3, 4, 7).stream()
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
        String fraction = parts.group(8) == null ? "0" : parts.group(8);
        Optional<String> half = Optional.ofNullable(parts.group(9)).filter(word -> !word.isBlank());
        int hour = ofDay(number(parts, 4, NOON), half);
        int minute = number(parts, 6, 0);
        // A leap second, and the midnight at a day's end.
        int seconds = number(parts, 7, 0);
        int second = seconds == 60 ? 59 : seconds;
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        LocalDateTime local = LocalDateTime.of(
                        year,
                        month,
                        day,
                        midnight ? 0 : hour,
                        minute,
                        second,
                        Integer.parseInt((fraction + "00000000").substring(0, 9)))
                .plusDays(midnight ? 1 : 0);
        return Optional.of(claim(local, Precision.values()[told], Optional.ofNullable(parts.group(10)), source));
    }

    /** Programs write months in English here, even where they write the day of the week in another language. */
    private static Optional<TimeClaim> ofWords(String told, ClaimSource source) {
        String text = told.replaceAll(" {1,8}", " ");
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            return ofWords(words, new int[] {3, 2, 1, 4, 5, 6, 7, 8}, source);
        }
        Matcher ctime = CTIME.matcher(text);
        if (ctime.matches()) {
            return ofWords(ctime, new int[] {8, 1, 2, 3, 4, 5, 6, 7}, source);
        }
        Matcher american = AMERICAN.matcher(text);
        return american.matches() ? ofWords(american, new int[] {3, 1, 2, 4, 5, 6, 7, 8}, source) : Optional.empty();
    }

    /** @param at the groups of year, month, day, hour, minute, second, half of the day, zone */
    private static Optional<TimeClaim> ofWords(Matcher parts, int[] at, ClaimSource source) {
        int month = month(parts.group(at[1]));
        LocalDateTime local = LocalDateTime.of(
                number(parts, at[0], 1),
                month,
                number(parts, at[2], 1),
                ofDay(number(parts, at[3], 0), Optional.ofNullable(parts.group(at[6]))),
                number(parts, at[4], 0),
                number(parts, at[5], 0));
        Precision precision = parts.group(at[5]) == null ? Precision.MINUTE : Precision.SECOND;
        return Optional.of(claim(local, precision, Optional.ofNullable(parts.group(at[7])), source));
    }

    /**
     * The number of a month.
     *
     * @throws DateTimeException for a word that is none
     */
    static int month(String word) {
        String start = word.substring(0, 3).toLowerCase(Locale.ROOT);
        int month = MONTHS.contains(start) ? MONTHS.indexOf(start) + 1 : OTHER_MONTHS.getOrDefault(start, 0);
        if (month == 0) {
            throw new DateTimeException("No month: " + word);
        }
        return month;
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
        int minutes = number(parts, 2, 0) * 60 + number(parts, 3, 0);
        int seconds = (parts.group(1).equals("-") ? -60 : 60) * minutes;
        return Zones.isOne(seconds) ? Optional.of(ZoneOffset.ofTotalSeconds(seconds)) : Optional.empty();
    }
}
