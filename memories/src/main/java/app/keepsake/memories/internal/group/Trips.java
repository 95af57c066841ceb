package app.keepsake.memories.internal.group;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds the times away from the places where one lives. A day is away when most of its located pictures were taken
 * farther than 50 km from home. A trip is a run of such days, at least one night long; up to two days without located
 * pictures do not end it. A day out within 150 km of home next to a trip farther off is no part of it. The days of
 * leaving and coming home belong to it when some of their pictures were taken away, or when none of their pictures know
 * their place but they are many more than is usual at home.
 */
public final class Trips {
    private static final double DAY_OUT_KM = 150;
    private static final int LONGEST_GAP_DAYS = 2;
    private static final int FEWEST_ON_EDGE = 2;
    private static final int USUAL_OF_DAYS = 45;
    private static final int FEWEST_UNPLACED = 3;
    private static final double MORE_THAN_USUAL = 3;
    private static final double HALF_AS_MANY = 0.5;
    private static final double PART_OF_EDGE = 0.2;
    private static final Location NOWHERE = new Location(0, 0);

    private Trips() {}

    /**
     * @param items all from the first to the last day, in order of time
     * @param lastDay the last day with pictures taken away, as {@link Item#epochDay}
     * @param returned the first day after it with located pictures, if there is one
     */
    public record Trip(List<Item> items, long firstDay, long lastDay, OptionalLong returned) {
        public long days() {
            return lastDay - firstDay + 1;
        }
    }

    /**
     * @param there where its last picture away from home was taken; of no meaning without one
     * @param fromHome kilometres from there to the nearest home
     */
    private record Day(long epochDay, int away, int home, Location there, double fromHome) {
        boolean isLocated() {
            return away + home > 0;
        }

        boolean isAway() {
            return away > home;
        }

        boolean isPartlyAway() {
            return away >= FEWEST_ON_EDGE && away >= PART_OF_EDGE * (away + home);
        }
    }

    /** @param days as {@link Days#of} gives them */
    public static List<Trip> of(List<List<Item>> days, Homes homes) {
        List<Day> located = days.stream()
                .map(items -> day(items, homes))
                .filter(Day::isLocated)
                .toList();
        List<Trip> trips = new ArrayList<>();
        Map<Long, Counts> counts = new HashMap<>();
        days.forEach(day -> counts.put(day.getFirst().epochDay(), counts(day, homes)));
        int i = 0;
        while (i < located.size()) {
            if (!located.get(i).isAway()) {
                i++;
                continue;
            }
            int end = endOfRun(located, i);
            int first = i > 0 && isEdge(located.get(i - 1), located.get(i)) ? i - 1 : i;
            int last = end + 1 < located.size() && isEdge(located.get(end + 1), located.get(end)) ? end + 1 : end;
            long firstDay = located.get(first).epochDay;
            long lastDay = located.get(last).epochDay;
            double usual = (double) between(days, firstDay, lastDay).size() / (lastDay - firstDay + 1);
            firstDay -= isUnplacedBurst(counts, firstDay, -1, usual) ? 1 : 0;
            lastDay += isUnplacedBurst(counts, lastDay, 1, usual) ? 1 : 0;
            if (lastDay > firstDay) {
                OptionalLong returned = last + 1 < located.size()
                        ? OptionalLong.of(located.get(last + 1).epochDay)
                        : OptionalLong.empty();
                trips.add(new Trip(between(days, firstDay, lastDay), firstDay, lastDay, returned));
            }
            i = end + 1;
        }
        return trips;
    }

    private static int endOfRun(List<Day> located, int begin) {
        int end = begin;
        while (end + 1 < located.size()
                && located.get(end + 1).isAway()
                && continues(located.get(end), located.get(end + 1))) {
            end++;
        }
        return end;
    }

    /** A day out from home on the day before one leaves, or after one is back, is no part of the trip. */
    private static boolean continues(Day before, Day after) {
        boolean isNearInTime = after.epochDay - before.epochDay <= LONGEST_GAP_DAYS + 1;
        boolean isOneDayOut = before.fromHome <= DAY_OUT_KM != after.fromHome <= DAY_OUT_KM;
        return isNearInTime && !(isOneDayOut && before.there.kilometresTo(after.there) > DAY_OUT_KM);
    }

    private static boolean isEdge(Day edge, Day away) {
        boolean isSurelyAway =
                edge.isPartlyAway() || (edge.away > 0 && edge.there.kilometresTo(away.there) <= DAY_OUT_KM);
        return !edge.isAway() && isSurelyAway && Math.abs(edge.epochDay - away.epochDay) == 1;
    }

    /**
     * @param all pictures of a day
     * @param afterHome those that know no place after the last picture of home; 0 when any is known to be away
     * @param beforeHome those that know no place before the first picture of home; 0 when any is known to be away
     */
    private record Counts(int all, int afterHome, int beforeHome) {}

    private static Counts counts(List<Item> day, Homes homes) {
        int afterHome = 0;
        int beforeHome = 0;
        boolean wasHome = false;
        for (Item item : day) {
            if (item.location() == null) {
                afterHome++;
                beforeHome += wasHome ? 0 : 1;
            } else if (homes.isAway(item.location(), item.epochDay())) {
                return new Counts(day.size(), 0, 0);
            } else {
                wasHome = true;
                afterHome = 0;
            }
        }
        return new Counts(day.size(), afterHome, beforeHome);
    }

    /**
     * Whether the day next to a trip has many more pictures than the weeks beyond it, none of which are known to be of
     * home: of the day of leaving those after the last at home, of the day of coming back those before the first.
     *
     * @param usual a trip's pictures a day
     */
    private static boolean isUnplacedBurst(Map<Long, Counts> counts, long edge, int direction, double usual) {
        Counts next = counts.get(edge + direction);
        if (next == null) {
            return false;
        }
        int unplaced = direction < 0 ? next.afterHome : next.beforeHome;
        int beyond = 0;
        for (int i = 2; i < USUAL_OF_DAYS + 2; i++) {
            Counts day = counts.get(edge + (long) i * direction);
            beyond += day == null ? 0 : day.all;
        }
        return unplaced >= FEWEST_UNPLACED
                && unplaced >= HALF_AS_MANY * usual
                && unplaced >= MORE_THAN_USUAL * beyond / USUAL_OF_DAYS;
    }

    private static Day day(List<Item> items, Homes homes) {
        long epochDay = items.getFirst().epochDay();
        List<Location> lived = homes.around(epochDay);
        int away = 0;
        int home = 0;
        Location there = NOWHERE;
        for (Item item : items) {
            Location location = item.location();
            if (location != null && !lived.isEmpty()) {
                if (homes.isAway(location, epochDay)) {
                    away++;
                    there = location;
                } else {
                    home++;
                }
            }
        }
        Location last = there;
        double fromHome = lived.stream()
                .mapToDouble(where -> where.kilometresTo(last))
                .min()
                .orElse(0);
        return new Day(epochDay, away, home, there, fromHome);
    }

    private static List<Item> between(List<List<Item>> days, long first, long last) {
        int from = 0;
        int to = days.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (days.get(middle).getFirst().epochDay() < first) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return days.subList(from, days.size()).stream()
                .takeWhile(day -> day.getFirst().epochDay() <= last)
                .flatMap(List::stream)
                .toList();
    }
}
