package app.keepsake.memories.internal.analysis;

import app.keepsake.catalog.Person;
import app.keepsake.catalog.Place;
import app.keepsake.memories.Item;
import app.keepsake.memories.Library;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.group.Birthdays;
import app.keepsake.memories.internal.group.Days;
import app.keepsake.memories.internal.group.Homes;
import app.keepsake.memories.internal.group.Moments;
import app.keepsake.memories.internal.group.Trips;
import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.select.Duplicates;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What follows from a library alone, whatever the day and the user's choices; worked out once. Safe for use by several
 * threads.
 */
public final class LibraryAnalysis {
    private static final int FEWEST_FOR_BIRTHDAY = 20;

    private final Library library;
    private final List<Item> ofOneDay;
    private final List<List<Item>> days;
    private final Map<Long, List<Item>> byDay = new HashMap<>();
    private final Homes homes;
    private final Map<Integer, String> countries;
    private final List<Trips.Trip> trips;
    private final BitSet tripDays = new BitSet();
    private final BitSet atHome = new BitSet();
    private final Duplicates duplicates;
    private final Map<String, List<Item>> found = new ConcurrentHashMap<>();
    private final List<Acquaintance> people;
    private final Set<Long> pets;
    private final List<Acquaintance> pairs;
    private final List<Acquaintance> couples;
    private final Map<Long, MonthDay> birthdays = new HashMap<>();

    public LibraryAnalysis(Library library) {
        List<Item> items = library.items();
        this.library = library;
        this.ofOneDay = items.stream().allMatch(Item::isOfOneDay)
                ? items
                : items.stream().filter(Item::isOfOneDay).toList();
        this.days = Days.of(ofOneDay);
        days.forEach(day -> byDay.put(day.getFirst().epochDay(), day));
        this.homes = Homes.of(ofOneDay);
        this.trips = Trips.of(days, homes);
        for (Trips.Trip trip : trips) {
            // Before 1970 nobody is known to have lived anywhere, and no day is one of a trip.
            tripDays.set((int) Math.max(0, trip.firstDay()), (int) Math.max(0, trip.lastDay() + 1));
        }
        ofOneDay.stream()
                .filter(item -> item.location() != null && !homes.isAway(item.location(), item.epochDay()))
                .forEach(item -> atHome.set(item.index()));
        this.countries = countries(ofOneDay);
        this.duplicates = Duplicates.of(moments(library), library.all().size());
        this.people = Acquaintance.people(items);
        this.pairs = Acquaintance.pairs(people);
        this.couples = Acquaintance.couples(pairs, people);
        this.pets =
                library.people().stream().filter(Person::pet).map(Person::id).collect(Collectors.toUnmodifiableSet());
        for (Acquaintance person : people) {
            // A pet gets a cake only from who knows its birthday.
            if (person.items().size() >= FEWEST_FOR_BIRTHDAY
                    && !pets.contains(person.people().getFirst())) {
                Birthdays.learn(person, byDay)
                        .ifPresent(day -> birthdays.put(person.people().getFirst(), day));
            }
        }
        library.people().forEach(person -> person.birthday().ifPresent(day -> birthdays.put(person.id(), day)));
    }

    /** What has no time of day, or no day, stands at one that is none: it neither joins nor divides moments. */
    private static List<List<Item>> moments(Library library) {
        Predicate<Item> timed = item -> item.timed() && item.isOfOneDay();
        List<List<Item>> moments = new ArrayList<>(
                Moments.of(library.items().stream().filter(timed).toList()));
        moments.addAll(
                Moments.of(library.items().stream().filter(timed.negate()).toList()));
        moments.addAll(Moments.of(library.undated()));
        return moments;
    }

    public Library library() {
        return library;
    }

    public List<Item> items() {
        return library.items();
    }

    /** See {@link Library#all}. */
    public List<Item> all() {
        return library.all();
    }

    /** See {@link Days#of}; of those of which the day is known. */
    public List<List<Item>> days() {
        return days;
    }

    /**
     * The pictures that were surely taken from one day to another, both inclusive, as {@link Item#epochDay}: one of a
     * year is of no month, and one of a month of no day.
     */
    public List<Item> between(long first, long last) {
        List<Item> begun = Years.between(items(), first, last);
        return begun.stream().allMatch(item -> item.lastDay() <= last)
                ? begun
                : begun.stream().filter(item -> item.lastDay() <= last).toList();
    }

    /** The pictures that may have been taken until a day, as {@link Item#epochDay}. */
    public List<Item> until(long last) {
        return Years.between(items(), Long.MIN_VALUE, last);
    }

    /** For each year the country where one lives; of years that tell nothing of it, that of the most days. */
    public Map<Integer, String> countries() {
        return countries;
    }

    private Map<Integer, String> countries(List<Item> items) {
        Map<Integer, String> byYear = new TreeMap<>();
        Years.of(items).forEach((year, ofYear) -> {
            List<Item> known = ofYear.stream()
                    .filter(item -> item.knownPlace().isPresent())
                    .toList();
            List<Item> lived =
                    known.stream().filter(item -> atHome.get(item.index())).toList();
            countryOfMostDays(lived.isEmpty() ? known : lived).ifPresent(country -> byYear.put(year, country));
        });
        return byYear;
    }

    private static Optional<String> countryOfMostDays(List<Item> items) {
        Map<String, Set<Long>> days = new TreeMap<>();
        for (Item item : items) {
            item.knownPlace()
                    .map(Place::countryCode)
                    .filter(country -> !country.isEmpty())
                    .ifPresent(country -> days.computeIfAbsent(country, key -> new HashSet<>())
                            .add(item.epochDay()));
        }
        return days.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey);
    }

    public Homes homes() {
        return homes;
    }

    /** Whether nothing says that a picture was taken where one lives. */
    public boolean mayBeAway(Item item) {
        return !atHome.get(item.index());
    }

    public List<Trips.Trip> trips() {
        return trips;
    }

    public boolean isOnTrip(long epochDay) {
        return epochDay >= 0 && tripDays.get((int) epochDay);
    }

    /**
     * The pictures that fulfil a condition, looked for once.
     *
     * @param name of the condition; the same name must always mean the same
     */
    public List<Item> where(String name, Predicate<Item> condition) {
        return found.computeIfAbsent(
                name, key -> items().stream().filter(condition).toList());
    }

    public Duplicates duplicates() {
        return duplicates;
    }

    /** See {@link Acquaintance#people}. */
    public List<Acquaintance> people() {
        return people;
    }

    /** See {@link Acquaintance#pairs}. */
    public List<Acquaintance> pairs() {
        return pairs;
    }

    /** Of the pairs those who were together most of the time that they were seen. */
    public List<Acquaintance> couples() {
        return couples;
    }

    /** A person, or two together, by number. */
    public Optional<Acquaintance> acquaintance(List<Long> numbers) {
        return (numbers.size() == 1 ? people : couples)
                .stream().filter(one -> one.people().equals(numbers)).findFirst();
    }

    /** Those of the people who are animals, by number. */
    public Set<Long> pets() {
        return pets;
    }

    /** Given or learnt, by the person's number. */
    public Map<Long, MonthDay> birthdays() {
        return birthdays;
    }
}
