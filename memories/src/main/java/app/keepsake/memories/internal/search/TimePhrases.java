package app.keepsake.memories.internal.search;

import app.keepsake.memories.internal.search.TimeNames.Unit;
import app.keepsake.memories.internal.words.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands words that tell a time: "2023", "last summer", "vor zwei Jahren", "24. Dezember", "2019 to 2021". */
final class TimePhrases {
    private static final Pattern YEAR = Pattern.compile("(18|19|20)\\d\\d");
    private static final Pattern YEARS = Pattern.compile("((?:18|19|20)\\d\\d)[-–/]((?:18|19|20)\\d\\d)");
    private static final Pattern DECADE = Pattern.compile("((?:19|20)?\\d0)('?s|er)");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Pattern DOTTED_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern DOTTED_DAY_OF_YEAR = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})");
    private static final Pattern MONTH_OF_YEAR = Pattern.compile("(\\d{1,2})[./](\\d{4})");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("(\\d{1,2})(st|nd|rd|th|\\.)?");
    private static final int MOST_BACK = 200;
    private static final int SEASON_MONTHS = 3;

    private final TimeNames names;
    private final Words words;

    /** @param words of labels */
    TimePhrases(TimeNames names, Words words) {
        this.names = names;
        this.words = words;
    }

    /** A time, and how many words tell it. */
    record Match(int length, String label, Condition condition) {}

    /** The longest of some words from a position on that tells a time. */
    Optional<Match> at(List<Token> tokens, int from, LocalDate today) {
        Reader reader = new Reader(tokens, from, today);
        return longest(Stream.of(
                        fromTo(reader),
                        sinceOrBefore(reader),
                        ago(reader),
                        lastOrThis(reader),
                        near(reader),
                        day(reader),
                        named(reader),
                        year(reader))
                .flatMap(Optional::stream));
    }

    /** Of equally long ones the first. */
    private static Optional<Match> longest(Stream<Match> matches) {
        return matches.reduce((best, next) -> next.length > best.length ? next : best);
    }

    /** Words from a position on; empty ones after the last, and for those in quotes. */
    private record Reader(List<Token> tokens, int from, LocalDate today) {
        String word(int i) {
            int at = from + i;
            return at < tokens.size() && !tokens.get(at).quoted()
                    ? tokens.get(at).plain()
                    : "";
        }

        Reader after(int count) {
            return new Reader(tokens, from + count, today);
        }

        String written(int count) {
            return String.join(
                    " ",
                    tokens.subList(from, from + count).stream().map(Token::text).toList());
        }
    }

    private Match span(int length, LocalDate first, LocalDate last) {
        return new Match(length, label(first, last), new Condition.Between(first, last));
    }

    private String label(LocalDate first, LocalDate last) {
        boolean wholeMonths = first.getDayOfMonth() == 1 && last.equals(last.with(TemporalAdjusters.lastDayOfMonth()));
        if (wholeMonths && first.getMonth() == Month.JANUARY && last.getMonth() == Month.DECEMBER) {
            return words.years(first, last);
        }
        return wholeMonths && YearMonth.from(first).equals(YearMonth.from(last))
                ? words.month(YearMonth.from(first))
                : words.days(first, last);
    }

    private Match year(int length, int year) {
        return years(length, year, year);
    }

    /** All years from one to another, whichever is named first. */
    private Match years(int length, int one, int other) {
        return span(length, LocalDate.of(Math.min(one, other), 1, 1), LocalDate.of(Math.max(one, other), 12, 31));
    }

    private Match month(int length, YearMonth month) {
        return span(length, month.atDay(1), month.atEndOfMonth());
    }

    /** Winter goes by the year in which it begins. */
    private Match season(int length, Month first, int year) {
        YearMonth begins = YearMonth.of(year, first);
        String label = first == Month.DECEMBER ? "%d/%02d".formatted(year, (year + 1) % 100) : Integer.toString(year);
        return new Match(
                length,
                words.text("season." + TimeNames.SEASONS.get(first), label),
                new Condition.Between(
                        begins.atDay(1), begins.plusMonths(SEASON_MONTHS - 1L).atEndOfMonth()));
    }

    private static Optional<Integer> yearOf(String word) {
        return YEAR.matcher(word).matches() ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    private Optional<Match> year(Reader at) {
        Matcher years = YEARS.matcher(at.word(0));
        if (years.matches()) {
            return Optional.of(years(1, number(years, 1), number(years, 2)));
        }
        Matcher decade = DECADE.matcher(at.word(0));
        if (decade.matches()) {
            int written = number(decade, 1);
            int first = written >= 100 ? written : written + (written <= at.today.getYear() % 100 ? 2000 : 1900);
            return Optional.of(years(1, first, first + 9));
        }
        return yearOf(at.word(0)).map(year -> year(1, year));
    }

    /** "2019 to 2021" */
    private Optional<Match> fromTo(Reader at) {
        Optional<Integer> first = yearOf(at.word(0));
        Optional<Integer> last = yearOf(at.word(2));
        return first.isPresent() && last.isPresent() && names.is("to", at.word(1))
                ? Optional.of(years(3, first.get(), last.get()))
                : Optional.empty();
    }

    /** "since 2020", "vor 2015", "after May 2021" */
    private Optional<Match> sinceOrBefore(Reader at) {
        boolean since = names.is("since", at.word(0));
        boolean before = names.is("before", at.word(0));
        if (!since && !before && !names.is("after", at.word(0))) {
            return Optional.empty();
        }
        Reader next = at.after(1);
        return longest(Stream.of(day(next), named(next), year(next))
                        .flatMap(Optional::stream)
                        .filter(match -> match.condition instanceof Condition.Between))
                .map(match -> {
                    Condition.Between span = (Condition.Between) match.condition;
                    Condition.Between wanted = before
                            ? new Condition.Between(
                                    LocalDate.of(1800, 1, 1), span.first().minusDays(1))
                            : new Condition.Between(
                                    since ? span.first() : span.last().plusDays(1), LocalDate.of(9999, 12, 31));
                    return new Match(match.length + 1, at.written(match.length + 1), wanted);
                });
    }

    /** "two years ago", "vor 3 Monaten" */
    private Optional<Match> ago(Reader at) {
        boolean before = names.is("ago-before", at.word(0));
        int skipped = before ? 1 : 0;
        Optional<Integer> count = number(at.word(skipped));
        Optional<Unit> unit = Optional.ofNullable(names.units.get(at.word(skipped + 1)));
        if (count.isEmpty() || unit.isEmpty() || !(before || names.is("ago", at.word(2)))) {
            return Optional.empty();
        }
        return Optional.of(back(unit.get(), count.get(), 3, at.today));
    }

    private Optional<Integer> number(String word) {
        if (word.matches("[1-9]\\d{0,2}")) {
            return Optional.of(Integer.parseInt(word)).filter(number -> number <= MOST_BACK);
        }
        return Optional.ofNullable(names.numbers.get(word));
    }

    /** The day, week, month or year that was so many before. */
    private Match back(Unit unit, int count, int length, LocalDate today) {
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(count);
        return switch (unit) {
            case DAY -> span(length, today.minusDays(count), today.minusDays(count));
            case WEEK -> span(length, monday, monday.plusDays(6));
            case MONTH -> month(length, YearMonth.from(today).minusMonths(count));
            case YEAR -> year(length, today.getYear() - count);
        };
    }

    /** "last summer", "this year", "letztes Wochenende", "the last 3 months" */
    private Optional<Match> lastOrThis(Reader at) {
        boolean last = names.is("last", at.word(0));
        if (!last && !names.is("this", at.word(0))) {
            return Optional.empty();
        }
        LocalDate today = at.today;
        Unit unit = names.units.get(at.word(1));
        if (unit != null) {
            return Optional.of(back(unit, last ? 1 : 0, 2, today));
        }
        Month season = names.seasons.get(at.word(1));
        if (season != null) {
            return Optional.of(recent(last, year -> season(2, season, year), today));
        }
        Month month = names.months.get(at.word(1));
        if (month != null) {
            return Optional.of(recent(last, year -> month(2, YearMonth.of(year, month)), today));
        }
        DayOfWeek weekday = names.weekdays.get(at.word(1));
        if (weekday != null) {
            LocalDate day = today.with(TemporalAdjusters.previous(weekday));
            return Optional.of(span(2, day, day));
        }
        if (names.is("weekend", at.word(1))) {
            // On a Sunday the last weekend is the one before, and this one is that which is.
            LocalDate saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            boolean isNow = today.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
            LocalDate wanted = last && isNow ? saturday.minusWeeks(1) : saturday;
            return Optional.of(span(2, wanted, wanted.plusDays(1)));
        }
        Optional<Integer> count = number(at.word(1));
        Unit several = names.units.get(at.word(2));
        return last && count.isPresent() && several != null
                ? Optional.of(span(3, back(several, count.get(), today), today))
                : Optional.empty();
    }

    private static LocalDate back(Unit unit, int count, LocalDate today) {
        return switch (unit) {
            case DAY -> today.minusDays(count);
            case WEEK -> today.minusWeeks(count);
            case MONTH -> today.minusMonths(count);
            case YEAR -> today.minusYears(count);
        };
    }

    /** Of each year's the last that is over; or the one that is, else that of this year. */
    private static Match recent(boolean last, Function<Integer, Match> ofYear, LocalDate today) {
        for (int year = today.getYear(); ; year--) {
            Match match = ofYear.apply(year);
            Condition.Between span = (Condition.Between) match.condition;
            boolean isNow = !today.isBefore(span.first()) && !today.isAfter(span.last());
            if (last ? span.last().isBefore(today) : isNow) {
                return match;
            }
            if (!last && span.last().isBefore(today)) {
                return ofYear.apply(today.getYear());
            }
        }
    }

    /** "today", "vorgestern", "day before yesterday" */
    private Optional<Match> near(Reader at) {
        for (int length = 3; length > 0; length--) {
            String phrase = String.join(
                    " ",
                    Stream.iterate(0, i -> i + 1).limit(length).map(at::word).toList());
            List<String> keys = List.of("today", "yesterday", "before-yesterday");
            for (int days = 0; days < keys.size(); days++) {
                if (names.is(keys.get(days), phrase)) {
                    LocalDate day = at.today.minusDays(days);
                    return Optional.of(span(length, day, day));
                }
            }
        }
        return Optional.empty();
    }

    /** "24.12.2022", "2022-12", "24. Dezember", "December 24th, 2022" */
    private Optional<Match> day(Reader at) {
        try {
            return numeric(at.word(0)).or(() -> writtenDay(at));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<Match> numeric(String word) {
        Matcher iso = ISO_DAY.matcher(word);
        if (iso.matches()) {
            LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            return Optional.of(span(1, day, day));
        }
        Matcher dotted = DOTTED_DAY.matcher(word);
        if (dotted.matches()) {
            LocalDate day = LocalDate.of(number(dotted, 3), number(dotted, 2), number(dotted, 1));
            return Optional.of(span(1, day, day));
        }
        Matcher monthFirst = MONTH_OF_YEAR.matcher(word);
        if (monthFirst.matches()) {
            return Optional.of(month(1, YearMonth.of(number(monthFirst, 2), number(monthFirst, 1))));
        }
        Matcher yearFirst = ISO_MONTH.matcher(word);
        if (yearFirst.matches()) {
            return Optional.of(month(1, YearMonth.of(number(yearFirst, 1), number(yearFirst, 2))));
        }
        Matcher yearly = DOTTED_DAY_OF_YEAR.matcher(word);
        return yearly.matches()
                ? Optional.of(yearly(1, MonthDay.of(number(yearly, 2), number(yearly, 1))))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Match yearly(int length, MonthDay day) {
        return new Match(length, words.dayOfYear(day), new Condition.Yearly(day));
    }

    private Optional<Match> writtenDay(Reader at) {
        Matcher first = DAY_OF_MONTH.matcher(at.word(0));
        Matcher second = DAY_OF_MONTH.matcher(at.word(1));
        Month after = names.months.get(at.word(1));
        Month before = names.months.get(at.word(0));
        if (after != null && first.matches()) {
            return Optional.of(day(at, MonthDay.of(after, number(first, 1))));
        }
        return before != null && second.matches()
                ? Optional.of(day(at, MonthDay.of(before, number(second, 1))))
                : Optional.empty();
    }

    private Match day(Reader at, MonthDay day) {
        return yearOf(at.word(2))
                .map(year -> span(3, day.atYear(year), day.atYear(year)))
                .orElseGet(() -> yearly(2, day));
    }

    /** "May", "summer 2023", "Sundays", "weekend" */
    private Optional<Match> named(Reader at) {
        Optional<Integer> year = yearOf(at.word(1));
        Month season = names.seasons.get(at.word(0));
        if (season != null) {
            return Optional.of(year.map(of -> season(2, season, of))
                    .orElseGet(() -> new Match(
                            1,
                            words.capital(at.written(1)),
                            new Condition.Within(Set.of(season, season.plus(1), season.plus(2))))));
        }
        Month month = names.months.get(at.word(0));
        if (month != null) {
            return Optional.of(year.map(of -> month(2, YearMonth.of(of, month)))
                    .orElseGet(() ->
                            new Match(1, words.monthName(month.getValue()), new Condition.Within(Set.of(month)))));
        }
        DayOfWeek weekday = names.weekdays.get(at.word(0));
        if (weekday != null) {
            return Optional.of(new Match(1, words.capital(at.written(1)), new Condition.Weekly(Set.of(weekday))));
        }
        return names.is("weekend", at.word(0))
                ? Optional.of(new Match(
                        1,
                        words.capital(at.written(1)),
                        new Condition.Weekly(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))))
                : Optional.empty();
    }
}
