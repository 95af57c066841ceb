package app.keepsake.memories.internal;

import app.keepsake.memories.Item;
import app.keepsake.memories.Library;
import app.keepsake.memories.internal.group.Acquaintance;
import app.keepsake.memories.internal.group.Birthdays;
import app.keepsake.memories.internal.group.Days;
import app.keepsake.memories.internal.group.Homes;
import app.keepsake.memories.internal.group.Moments;
import app.keepsake.memories.internal.group.Trips;
import app.keepsake.memories.internal.select.Duplicates;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follows from a library alone, whatever the day and the user's choices; worked out once. */
public final class Insight {
    private static final int FEWEST_FOR_BIRTHDAY = 20;

    private final Library library;
    private final List<List<Item>> days;
    private final Map<Long, List<Item>> byDay = new HashMap<>();
    private final Homes homes;
    private final List<Trips.Trip> trips;
    private final BitSet tripDays = new BitSet();
    private final int[] duplicates;
    private final List<Acquaintance> people;
    private final List<Acquaintance> pairs;
    private final List<Acquaintance> couples;
    private final Map<Long, MonthDay> birthdays = new HashMap<>();

    public Insight(Library library) {
        List<Item> items = library.items();
        this.library = library;
        this.days = Days.of(items);
        days.forEach(day -> byDay.put(day.getFirst().epochDay(), day));
        this.homes = Homes.of(items);
        this.trips = Trips.of(days, homes);
        for (Trips.Trip trip : trips) {
            tripDays.set((int) trip.firstDay(), (int) trip.lastDay() + 1);
        }
        this.duplicates = Duplicates.groups(Moments.of(items), items.size());
        this.people = Acquaintance.people(items);
        this.pairs = Acquaintance.pairs(people);
        this.couples = Acquaintance.couples(pairs, people);
        for (Acquaintance person : people) {
            if (person.items().size() >= FEWEST_FOR_BIRTHDAY) {
                Birthdays.learn(person, byDay)
                        .ifPresent(day -> birthdays.put(person.people().getFirst(), day));
            }
        }
        library.people()
                .forEach(person -> person.born().ifPresent(born -> birthdays.put(person.id(), MonthDay.from(born))));
    }

    public Library library() {
        return library;
    }

    public List<Item> items() {
        return library.items();
    }

    /** See {@link Days#of}. */
    public List<List<Item>> days() {
        return days;
    }

    /** The pictures from one day to another, both inclusive, as {@link Item#epochDay}. */
    public List<Item> between(long first, long last) {
        return items().subList(lowerBound(first), lowerBound(last + 1));
    }

    private int lowerBound(long epochDay) {
        int from = 0;
        int to = items().size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (items().get(middle).epochDay() < epochDay) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    public Homes homes() {
        return homes;
    }

    public List<Trips.Trip> trips() {
        return trips;
    }

    public boolean isOnTrip(long epochDay) {
        return epochDay >= 0 && tripDays.get((int) epochDay);
    }

    /** For each item, by its index, the number of the group of pictures of the same. */
    public int[] duplicates() {
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

    /** Given or learnt, by the person's number. */
    public Map<Long, MonthDay> birthdays() {
        return birthdays;
    }
}
