package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Trips.Trip;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days away from the places where one lives. A trip is told when it is over, never while it goes on. */
public final class TripAway implements Kind {
    /** After so many days without pictures of home the trip counts as over all the same. */
    private static final int SURELY_OVER_DAYS = 4;

    private static final int MOST_STOPS = 4;
    private static final double WEIGHT = 1.5;

    @Override
    public String key() {
        return "trip";
    }

    @Override
    public List<Draft> drafts(Telling telling) {
        List<Draft> drafts = new ArrayList<>();
        for (Trip trip : telling.insight().trips()) {
            List<Item> pool = isOver(trip, telling) ? telling.pool(trip.items()) : List.of();
            if (!pool.isEmpty()) {
                drafts.add(draft(trip, pool, telling));
            }
        }
        return drafts;
    }

    /** Pictures of home count only when they had been taken by the day of telling. */
    private static boolean isOver(Trip trip, Telling telling) {
        long daysSince = telling.today().toEpochDay() - trip.lastDay();
        return daysSince >= SURELY_OVER_DAYS
                || (daysSince > 0
                        && trip.returned().isPresent()
                        && trip.returned().getAsLong() <= telling.today().toEpochDay());
    }

    private Draft draft(Trip trip, List<Item> pool, Telling telling) {
        Words words = telling.words();
        LocalDate first = LocalDate.ofEpochDay(trip.firstDay());
        LocalDate last = LocalDate.ofEpochDay(trip.lastDay());
        Optional<String> place = telling.places().of(pool);
        String count = words.number(trip.days());
        String title = words.capital(
                place.isPresent() ? words.say("days.in", count, place.get()) : words.say("days.away", count));
        List<String> stops = telling.places().stops(pool, MOST_STOPS);
        String period = words.period(first, last);
        boolean namesStops = stops.size() > 1 && !place.orElse("").equals(words.list(stops));
        String subtitle = namesStops ? words.list(stops) + " \u00b7 " + period : period;
        return new Draft(
                key(), "trip " + trip.firstDay(), telling.slug(pool), title, subtitle, first, last, pool, WEIGHT);
    }
}
