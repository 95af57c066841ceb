package app.keepsake.catalog;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By how much a clock was wrong. Its text form begins with a sign: {@code +1h}, {@code -30m}, {@code +1d2h},
 * {@code -1y}.
 *
 * @param years may be below zero, as all may
 * @param time less than a day
 */
public record DateShift(int years, int days, Duration time) {
    private static final int MOST_YEARS = 200;
    private static final int MOST_DAYS = 100_000;
    private static final Pattern TEXT = Pattern.compile(
            "([+-])(?=\\d)(?:(\\d{1,3})y)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m(?:in)?)?(?:(\\d{1,6})s)?");

    /** @throws IllegalArgumentException when it is more than any clock is wrong, or nothing at all */
    public DateShift {
        if (Math.abs(years) > MOST_YEARS || Math.abs(days) > MOST_DAYS) {
            throw new IllegalArgumentException("A clock is wrong by at most %d years or %d days, found %d and %d."
                    .formatted(MOST_YEARS, MOST_DAYS, years, days));
        }
        if (years == 0 && days == 0 && time.isZero()) {
            throw new IllegalArgumentException("A clock that is wrong by nothing needs no shift.");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is none, saying what was expected
     */
    public static DateShift parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Expected by how much the clock was wrong, such as +1h, -30m, +1d2h or -1y, found \"%s\"."
                            .formatted(text.strip()));
        }
        int sign = parts.group(1).equals("-") ? -1 : 1;
        Duration time = Duration.ofHours(sign * number(parts, 4))
                .plusMinutes(sign * number(parts, 5))
                .plusSeconds(sign * number(parts, 6));
        return new DateShift(
                (int) (sign * number(parts, 2)),
                (int) (sign * number(parts, 3) + time.toDays()),
                time.minusDays(time.toDays()));
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
