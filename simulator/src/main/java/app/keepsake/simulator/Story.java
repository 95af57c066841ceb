package app.keepsake.simulator;

import app.keepsake.catalog.Person;
import app.keepsake.simulator.Photo.Spot;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/**
 * What happened in ten years: the truth that memories are measured against. In {@link #ORDINARY_YEAR} nobody travels.
 *
 * @param birthdays of the family, by the person's number
 */
public record Story(List<Journey> journeys, Map<Long, MonthDay> birthdays) {
    public static final int FIRST_YEAR = 2014;
    public static final int LAST_YEAR = 2023;
    public static final int ORDINARY_YEAR = 2020;
    public static final LocalDate MOVE = LocalDate.of(2018, 7, 1);
    public static final LocalDate SEPARATION = LocalDate.of(2016, 9, 10);
    public static final LocalDate DEATH = LocalDate.of(2019, 3, 20);
    public static final LocalDate HOSPITAL_FROM = LocalDate.of(2021, 2, 8);
    public static final LocalDate HOSPITAL_TO = LocalDate.of(2021, 2, 13);

    public static final long MOTHER = 1;
    public static final long FATHER = 2;
    public static final long DAUGHTER = 3;
    public static final long SON = 4;
    public static final long GRANDMOTHER = 5;
    public static final long FRIEND = 6;
    /** Together with the friend until they separate; never seen again after. */
    public static final long FORMER_PARTNER = 7;

    private static final List<String> NAMES = List.of("Anna", "Ben", "Clara", "Dan", "Eva", "Finn", "Gina");

    /** A trip, from the first to the last day with pictures taken away. */
    public record Journey(LocalDate first, LocalDate last, List<Spot> stops) {
        public long days() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }

        public boolean isOn(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public static Story of(long seed) {
        Random random = new Random(seed);
        List<Journey> journeys = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (year != ORDINARY_YEAR) {
                for (int quarter = 0; quarter < 4; quarter++) {
                    LocalDate first = LocalDate.of(year, 3 * quarter + 1, 1).plusDays(10 + random.nextInt(45));
                    int nights = random.nextInt(4) == 0 ? 10 + random.nextInt(8) : 1 + random.nextInt(7);
                    Journey journey = new Journey(
                            first,
                            first.plusDays(nights),
                            World.DESTINATIONS.get(random.nextInt(World.DESTINATIONS.size())));
                    if (!journey.isOn(MOVE) && !journey.isOn(HOSPITAL_FROM) && !journey.isOn(HOSPITAL_TO)) {
                        journeys.add(journey);
                    }
                }
            }
        }
        Map<Long, MonthDay> birthdays = new TreeMap<>();
        for (long person = MOTHER; person <= FRIEND; person++) {
            birthdays.put(person, MonthDay.from(LocalDate.ofYearDay(2001, 1 + random.nextInt(364))));
        }
        return new Story(List.copyOf(journeys), birthdays);
    }

    public static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            people.add(new Person(
                    i + 1L, Optional.of(NAMES.get(i)), false, false, OptionalLong.empty(), Optional.empty()));
        }
        return people;
    }

    /** Who could be seen on a day. */
    public static boolean isAround(long person, LocalDate day) {
        return switch ((int) person) {
            case (int) GRANDMOTHER -> day.isBefore(DEATH);
            case (int) FORMER_PARTNER -> day.isBefore(SEPARATION);
            default -> true;
        };
    }

    /** Two days each few weeks, if somebody travels for work at all. */
    public boolean isWorkTrip(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        return (day.toEpochDay() + 3) / 7 % 7 == 2
                && weekday >= 2
                && weekday <= 3
                && day.getYear() != ORDINARY_YEAR
                && journeys.stream()
                        .noneMatch(journey -> journey.isOn(day.minusDays(4))
                                || journey.isOn(day.plusDays(4))
                                || journey.isOn(day.minusDays(1))
                                || journey.isOn(day.plusDays(1)));
    }

    public Optional<Journey> journeyOn(LocalDate day) {
        return journeys.stream().filter(journey -> journey.isOn(day)).findFirst();
    }

    public static Spot homeOn(LocalDate day) {
        return day.isBefore(MOVE) ? World.FIRST_HOME : World.SECOND_HOME;
    }
}
