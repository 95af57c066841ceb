package app.keepsake.memories.internal.group;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places where one lives, which change over the years. Holidays give many pictures in few weeks and home gives
 * pictures in many weeks, so weeks are counted and not pictures: in the year around a day, home is the area with
 * pictures in the most weeks; areas with at least a third as many, over half as many months (the parents, a far place of
 * work), are lived in too, and so are those that one returns to six times in a year around the day (the weekend house).
 * A week counts for an area that has a tenth of its pictures, since a few pictures carry the place of another time. Where
 * a year has too few weeks with pictures, more years are taken together.
 */
public final class Homes {
    private static final double CELL_DEGREES = 0.1;
    private static final double AREA_KM = 25;
    /** Half a year before and after, or more where pictures are few. */
    private static final int[] HALF_WINDOWS_WEEKS = {26, 52, 104};

    private static final int REGULAR_STAYS = 6;
    private static final double SHARE_OF_WEEK = 0.1;
    private static final int FEWEST_WEEKS = 6;
    private static final double SHARE_OF_HOME = 0.34;
    private static final int MONTH_WEEKS = 4;
    private static final double SHARE_OF_MONTHS = 0.5;

    private static final double AWAY_KM = 50;

    private final List<Area> areas;
    private final Map<Integer, List<Location>> byWeek = new ConcurrentHashMap<>();

    private Homes(List<Area> areas) {
        this.areas = areas;
    }

    /** A circle in which pictures were taken. */
    private record Area(Location centre, BitSet weeks) {
        BitSet weeksAround(int week, int half) {
            int first = Math.max(0, week - half);
            // Of the years before 1970 nothing is known.
            return weeks.get(first, Math.max(first, week + half + 1));
        }

        int monthsAround(int week, int half) {
            return (int) weeksAround(week, half).stream()
                    .map(each -> each / MONTH_WEEKS)
                    .distinct()
                    .count();
        }

        /** How often one came back after a week or more elsewhere, in a year that ends, begins or is halfway then. */
        boolean isRegularAround(int week) {
            for (int middle = week - HALF_WINDOWS_WEEKS[0];
                    middle <= week + HALF_WINDOWS_WEEKS[0];
                    middle += HALF_WINDOWS_WEEKS[0]) {
                BitSet around = weeksAround(Math.max(0, middle), HALF_WINDOWS_WEEKS[0]);
                int stays = 0;
                for (int i = around.nextSetBit(0); i >= 0; i = around.nextSetBit(around.nextClearBit(i))) {
                    stays++;
                }
                if (stays >= REGULAR_STAYS) {
                    return true;
                }
            }
            return false;
        }
    }

    private record CellKey(long row, long column) implements Comparable<CellKey> {
        static CellKey of(Location location) {
            return new CellKey((long) Math.floor(location.latitude() / CELL_DEGREES), (long)
                    Math.floor(location.longitude() / CELL_DEGREES));
        }

        @Override
        public int compareTo(CellKey other) {
            return row != other.row ? Long.compare(row, other.row) : Long.compare(column, other.column);
        }
    }

    private static final class Cell {
        final Map<Integer, Integer> countOfWeek = new HashMap<>();
        double latitude;
        double longitude;
        int count;

        Location centre() {
            return new Location(latitude / count, longitude / count);
        }
    }

    /** False if no place has pictures in so many weeks that one might live there. */
    public boolean isAnyKnown() {
        return !areas.isEmpty();
    }

    public static Homes of(List<Item> items) {
        Map<CellKey, Cell> cells = new TreeMap<>();
        Map<Integer, Integer> countOfWeek = new HashMap<>();
        for (Item item : items) {
            Location location = item.location();
            if (location != null && item.epochDay() >= 0) {
                Cell cell = cells.computeIfAbsent(CellKey.of(location), key -> new Cell());
                cell.countOfWeek.merge(week(item.epochDay()), 1, Integer::sum);
                countOfWeek.merge(week(item.epochDay()), 1, Integer::sum);
                cell.latitude += location.latitude();
                cell.longitude += location.longitude();
                cell.count++;
            }
        }
        List<Cell> byWeeks = new ArrayList<>(cells.values());
        byWeeks.sort(Comparator.comparingInt((Cell cell) -> -cell.countOfWeek.size()));
        List<Cell> merged = new ArrayList<>();
        List<Location> centres = new ArrayList<>();
        for (Cell cell : byWeeks) {
            Location centre = cell.centre();
            int near = 0;
            while (near < centres.size() && centres.get(near).kilometresTo(centre) > AREA_KM) {
                near++;
            }
            if (near < centres.size()) {
                Map<Integer, Integer> counts = merged.get(near).countOfWeek;
                cell.countOfWeek.forEach((week, count) -> counts.merge(week, count, Integer::sum));
            } else if (cell.countOfWeek.size() >= 2) {
                merged.add(cell);
                centres.add(centre);
            }
        }
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            BitSet weeks = new BitSet();
            merged.get(i)
                    .countOfWeek
                    .forEach((week, count) ->
                            weeks.set(week, count >= SHARE_OF_WEEK * countOfWeek.getOrDefault(week, 0)));
            if (weeks.cardinality() >= FEWEST_WEEKS) {
                areas.add(new Area(centres.get(i), weeks));
            }
        }
        return new Homes(List.copyOf(areas));
    }

    private static int week(long epochDay) {
        return (int) (epochDay / 7);
    }

    /** The places where one lived around a day; empty when the library says too little of it. */
    public List<Location> around(long epochDay) {
        return byWeek.computeIfAbsent(week(epochDay), this::aroundWeek);
    }

    private List<Location> aroundWeek(int week) {
        for (int half : HALF_WINDOWS_WEEKS) {
            int most = 0;
            int mostMonths = 0;
            for (Area area : areas) {
                most = Math.max(most, area.weeksAround(week, half).cardinality());
                mostMonths = Math.max(mostMonths, area.monthsAround(week, half));
            }
            if (most >= FEWEST_WEEKS) {
                double enough = Math.max(FEWEST_WEEKS, SHARE_OF_HOME * most);
                double enoughMonths = SHARE_OF_MONTHS * mostMonths;
                return areas.stream()
                        .filter(area -> area.isRegularAround(week)
                                || (area.weeksAround(week, half).cardinality() >= enough
                                        && area.monthsAround(week, half) >= enoughMonths))
                        .map(Area::centre)
                        .toList();
            }
        }
        return List.of();
    }

    /** Whether a place is far from all the places where one lived around a day; false when those are not known. */
    public boolean isAway(Location location, long epochDay) {
        List<Location> lived = around(epochDay);
        return !lived.isEmpty() && lived.stream().allMatch(home -> home.kilometresTo(location) > AWAY_KM);
    }
}
