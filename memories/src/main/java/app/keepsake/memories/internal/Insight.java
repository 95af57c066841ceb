package app.keepsake.memories.internal;

import app.keepsake.memories.Item;
import app.keepsake.memories.Library;
import app.keepsake.memories.internal.group.Days;
import app.keepsake.memories.internal.group.Homes;
import app.keepsake.memories.internal.group.Moments;
import app.keepsake.memories.internal.group.Trips;
import java.util.List;

/** What follows from a library alone, whatever the day and the user's choices; worked out once. */
public final class Insight {
    private final Library library;
    private final List<List<Item>> moments;
    private final List<List<Item>> days;
    private final Homes homes;
    private final List<Trips.Trip> trips;

    public Insight(Library library) {
        this.library = library;
        this.moments = Moments.of(library.items());
        this.days = Days.of(library.items());
        this.homes = Homes.of(library.items());
        this.trips = Trips.of(days, homes);
    }

    public Library library() {
        return library;
    }

    public List<Item> items() {
        return library.items();
    }

    /** See {@link Moments#of}. */
    public List<List<Item>> moments() {
        return moments;
    }

    /** See {@link Days#of}. */
    public List<List<Item>> days() {
        return days;
    }

    public Homes homes() {
        return homes;
    }

    public List<Trips.Trip> trips() {
        return trips;
    }

    /** The trip that a day belongs to, if any. */
    public boolean isOnTrip(long epochDay) {
        return trips.stream().anyMatch(trip -> epochDay >= trip.firstDay() && epochDay <= trip.lastDay());
    }
}
