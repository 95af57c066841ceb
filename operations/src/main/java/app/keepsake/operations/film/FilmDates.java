package app.keepsake.operations.film;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Taken;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates as films show them, never more of them than is known.
 *
 * @param day of pictures of which the day is known
 * @param month of others
 */
record FilmDates(DateTimeFormatter day, DateTimeFormatter month) {
    /** Of a memory within one year the year goes without saying, and of another the day says little. */
    static FilmDates of(Memory memory, Locale locale) {
        boolean oneYear = memory.firstDay().getYear() == memory.lastDay().getYear();
        return new FilmDates(pattern(oneYear ? "MMMMd" : "yMMMM", locale), pattern("yMMMM", locale));
    }

    private static DateTimeFormatter pattern(String parts, Locale locale) {
        return DateTimeFormatter.ofLocalizedPattern(parts).localizedBy(locale);
    }

    String text(Taken taken) {
        LocalDate first = taken.firstDay();
        LocalDate last = taken.lastDay();
        if (first.equals(last)) {
            return day.format(first);
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return month.format(first);
        }
        return first.getYear() == last.getYear()
                ? Integer.toString(first.getYear())
                : first.getYear() + "\u2013" + last.getYear();
    }
}
