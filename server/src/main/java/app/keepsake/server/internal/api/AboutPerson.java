package app.keepsake.server.internal.api;

import app.keepsake.catalog.People;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Relation;
import app.keepsake.server.internal.wire.Problem;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what the user knows about a person. */
final class AboutPerson {
    private static final String NO_YEAR = "--";
    /** Nobody in a photo was born before it. */
    private static final LocalDate FIRST = LocalDate.of(1750, 1, 1);

    private AboutPerson() {}

    /**
     * @param birthday a date, a day like "--05-03", or nothing; what is not said stays
     * @param relation a {@link Relation#key}, or nothing; what is not said stays
     * @return nothing where neither is said
     * @throws Problem when one is none of these
     */
    static Optional<People.About> said(Person person, Optional<String> birthday, Optional<String> relation) {
        if (birthday.isEmpty() && relation.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> born = person.born();
        Optional<MonthDay> day = person.birthday();
        if (birthday.isPresent()) {
            String text = birthday.get().strip();
            born = text.isEmpty() || text.startsWith(NO_YEAR) ? Optional.empty() : Optional.of(date(text));
            day = text.startsWith(NO_YEAR) ? Optional.of(day(text)) : Optional.empty();
        }
        return Optional.of(new People.About(
                born, day, relation.isPresent() ? relation.flatMap(AboutPerson::relation) : person.relation()));
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(FIRST) && !date.isAfter(LocalDate.now().plusDays(1))) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw noBirthday(text);
        }
        throw noBirthday(text);
    }

    private static MonthDay day(String text) {
        try {
            return MonthDay.parse(text);
        } catch (DateTimeParseException e) {
            throw noBirthday(text);
        }
    }

    private static Problem noBirthday(String text) {
        return Problem.invalid(
                "Expected a birthday like 2016-05-03, from 1750 to today, or like --05-03 without the year, found \"%s\"."
                        .formatted(text));
    }

    private static Optional<Relation> relation(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<Relation> known = Relation.of(text.strip());
        if (known.isEmpty()) {
            throw Problem.invalid("Expected %s, found \"%s\"."
                    .formatted(
                            Arrays.stream(Relation.values()).map(Relation::key).collect(Collectors.joining(", ")),
                            text));
        }
        return known;
    }
}
