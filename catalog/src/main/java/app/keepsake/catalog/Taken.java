package app.keepsake.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something was taken, as exactly as is known. Its text form is {@code 1985}, {@code 1985-07}, {@code 1985-07-14},
 * {@code 1985-07-14T15:30}, with seconds, and parts of them, if they are known, or two of the first three with two dots between them, for
 * something between the two.
 *
 * @param at wall-clock time; what is not known of it is the first month and day, and noon
 * @param precision the smallest part that is known of it
 * @param until for a range, of days, months or years as {@code precision} says, its last day; later than the first
 */
public record Taken(LocalDateTime at, Precision precision, Optional<LocalDate> until) {
    /** Before it there was no photography. */
    private static final int FIRST_YEAR = 1826;

    private static final int LAST_YEAR = 9999;
    private static final int NOON = 12;
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern DECADE = Pattern.compile("(\\d{3}0)s");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?)");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    /** @throws IllegalArgumentException when a range ends before it begins, or is none of whole days */
    public Taken {
        if (until.filter(last -> !last.isAfter(at.toLocalDate())).isPresent()) {
            throw new IllegalArgumentException(
                    "A range ends after it begins, found %s to %s.".formatted(at.toLocalDate(), until.get()));
        }
        if (until.isPresent() && precision.compareTo(Precision.DAY) > 0) {
            throw new IllegalArgumentException("A range is one of days, months or years.");
        }
    }

    /** A year, a month or a day. */
    public static Taken in(int year) {
        return new Taken(noon(LocalDate.of(year, 1, 1)), Precision.YEAR, Optional.empty());
    }

    public static Taken in(YearMonth month) {
        return new Taken(noon(month.atDay(1)), Precision.MONTH, Optional.empty());
    }

    public static Taken on(LocalDate day) {
        return new Taken(noon(day), Precision.DAY, Optional.empty());
    }

    /** To the second. */
    public static Taken at(LocalDateTime time) {
        return new Taken(time, Precision.SECOND, Optional.empty());
    }

    private static LocalDateTime noon(LocalDate day) {
        return day.atTime(NOON, 0);
    }

    /**
     * Reads the text form; also "1980s" for ten years, and a space before a time of day.
     *
     * @throws IllegalArgumentException when the text is none, saying what was expected
     */
    public static Taken parse(String text) {
        String words = text.strip();
        try {
            return checked(read(words));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no such date: \"%s\".".formatted(words), e);
        }
    }

    /** The same, if anything can have been taken then. */
    private static Taken checked(Taken taken) {
        if (taken.firstDay().getYear() < FIRST_YEAR || taken.lastDay().getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "Pictures are from %d on, found %s.".formatted(FIRST_YEAR, taken.toText()));
        }
        return taken;
    }

    private static Taken read(String words) {
        Matcher decade = DECADE.matcher(words);
        if (decade.matches()) {
            int first = Integer.parseInt(decade.group(1));
            return in(first).until(in(first + 9));
        }
        Matcher time = TIME.matcher(words);
        if (time.matches()) {
            Precision told = time.group(2).length() > 5 ? Precision.SECOND : Precision.MINUTE;
            return new Taken(LocalDateTime.parse(time.group(1) + "T" + time.group(2)), told, Optional.empty());
        }
        int dots = words.indexOf("..");
        return dots < 0 ? date(words) : date(words.substring(0, dots)).until(date(words.substring(dots + 2)));
    }

    private static Taken date(String text) {
        Matcher date = DATE.matcher(text.strip());
        if (!date.matches()) {
            throw new IllegalArgumentException(
                    "Expected a date such as 1985, 1985-07, 1985-07-14, 1983..1986 or 1980s, found \"%s\"."
                            .formatted(text.strip()));
        }
        int year = Integer.parseInt(date.group(1));
        if (date.group(2) == null) {
            return in(year);
        }
        int month = Integer.parseInt(date.group(2));
        return date.group(3) == null
                ? in(YearMonth.of(year, month))
                : on(LocalDate.of(year, month, Integer.parseInt(date.group(3))));
    }

    private Taken until(Taken end) {
        return equals(end)
                ? this
                : new Taken(
                        at,
                        precision.compareTo(end.precision) > 0 ? precision : end.precision,
                        Optional.of(end.lastDay()));
    }

    /** The first day on which it may have been taken. */
    public LocalDate firstDay() {
        return at.toLocalDate();
    }

    /** The last day on which it may have been taken. */
    public LocalDate lastDay() {
        LocalDate first = firstDay();
        return until.orElseGet(() -> switch (precision) {
            case YEAR -> LocalDate.of(first.getYear(), 12, 31);
            case MONTH -> YearMonth.from(first).atEndOfMonth();
            case DAY, MINUTE, SECOND -> first;
        });
    }

    /** Whether it is known on which day. */
    public boolean isOfOneDay() {
        return firstDay().equals(lastDay());
    }

    /** Whether a time of day is known. */
    public boolean isTimed() {
        return precision.compareTo(Precision.MINUTE) >= 0;
    }

    /**
     * The same, by so much later, or earlier where it is less than nothing. What is only known roughly moves by whole
     * days, months or years, as it is known.
     *
     * @throws IllegalArgumentException when nothing can have been taken then
     */
    public Taken shifted(DateShift shift) {
        return checked(moved(shift));
    }

    private Taken moved(DateShift shift) {
        return switch (precision) {
            case YEAR ->
                new Taken(at.plusYears(shift.years()), precision, until.map(day -> day.plusYears(shift.years())));
            case MONTH -> {
                int months = shift.years() * 12;
                yield new Taken(
                        at.plusMonths(months),
                        precision,
                        until.map(day -> YearMonth.from(day).plusMonths(months).atEndOfMonth()));
            }
            case DAY ->
                new Taken(
                        at.plusYears(shift.years()).plusDays(shift.days()),
                        precision,
                        until.map(day -> day.plusYears(shift.years()).plusDays(shift.days())));
            case MINUTE, SECOND ->
                new Taken(
                        at.plusYears(shift.years())
                                .plusDays(shift.days())
                                .plusSeconds(shift.time().toSeconds()),
                        precision,
                        until);
        };
    }

    /** The text form. */
    public String toText() {
        return until.map(last -> text(firstDay()) + ".." + text(last)).orElseGet(() -> switch (precision) {
            case YEAR, MONTH, DAY -> text(firstDay());
            case MINUTE -> MINUTES.format(at);
            case SECOND -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at.truncatedTo(ChronoUnit.MILLIS));
        });
    }

    private String text(LocalDate day) {
        return switch (precision) {
            case YEAR -> "%04d".formatted(day.getYear());
            case MONTH -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case DAY, MINUTE, SECOND -> day.toString();
        };
    }
}
