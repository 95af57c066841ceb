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
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (Trip trip : context.analysis().trips()) {
            if (isOver(trip, context)) {
                context.draft(key(), "from " + trip.firstDay(), trip.items())
                        .map(draft -> titled(draft, trip, context))
                        .ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    /** Pictures of home count only when they had been taken by the day of telling. */
    private static boolean isOver(Trip trip, TellingContext context) {
        long today = context.today().toEpochDay();
        return today - trip.lastDay() >= SURELY_OVER_DAYS
                || (today > trip.lastDay()
                        && trip.returned().isPresent()
                        && trip.returned().getAsLong() <= today);
    }

    private static Draft titled(Draft draft, Trip trip, TellingContext context) {
        Words words = context.words();
        LocalDate first = LocalDate.ofEpochDay(trip.firstDay());
        LocalDate last = LocalDate.ofEpochDay(trip.lastDay());
        // What was taken at home, on the day of leaving or coming back, does not name a trip.
        List<Item> pool =
                draft.pool().stream().filter(context.analysis()::mayBeAway).toList();
        Optional<String> place = context.places().of(pool);
        String count = words.number(trip.days());
        String title = words.capital(
                place.isPresent()
                        ? words.text("days.in", trip.days(), words.within(place.get()), count)
                        : words.text("days.away", trip.days(), count));
        List<String> stops = context.places().stops(pool, MOST_STOPS);
        String period = words.period(first, last);
        boolean namesStops = stops.size() > 1 && !place.orElse("").equals(words.list(stops));
        return draft.between(first, last)
                .slug(place.isPresent() ? context.slug(pool) : "trip")
                .titled(title, namesStops ? words.list(stops) + " \u00b7 " + period : period)
                .because(words.text("because.trip", trip.days(), count))
                .weighing(WEIGHT);
    }
}
