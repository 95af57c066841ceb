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

/**
 * The places where one lives, which change over the years. Holidays give many pictures in few weeks and home gives
 * pictures in many weeks, so weeks are counted and not pictures: in the year around a day, home is the area with
 * pictures in the most weeks; areas with at least a third as many (the weekend house, the parents) are lived in too.
 */
public final class Homes {
    private static final double CELL_DEGREES = 0.1;
    private static final double AREA_KM = 25;
    private static final int HALF_YEAR_WEEKS = 26;
    private static final int FEWEST_WEEKS = 6;
    private static final double SHARE_OF_HOME = 0.34;

    private static final double AWAY_KM = 50;

    private final List<Area> areas;
    private final Map<Integer, List<Location>> byWeek = new HashMap<>();

    private Homes(List<Area> areas) {
        this.areas = areas;
    }

    /** A circle in which pictures were taken. */
    private record Area(Location centre, BitSet weeks) {
        int weeksAround(int week) {
            return weeks.get(Math.max(0, week - HALF_YEAR_WEEKS), week + HALF_YEAR_WEEKS + 1)
                    .cardinality();
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
        final BitSet weeks = new BitSet();
        double latitude;
        double longitude;
        int count;

        Location centre() {
            return new Location(latitude / count, longitude / count);
        }
    }

    public static Homes of(List<Item> items) {
        Map<CellKey, Cell> cells = new TreeMap<>();
        for (Item item : items) {
            Location location = item.location();
            if (location != null && item.epochDay() >= 0) {
                Cell cell = cells.computeIfAbsent(CellKey.of(location), key -> new Cell());
                cell.weeks.set(week(item.epochDay()));
                cell.latitude += location.latitude();
                cell.longitude += location.longitude();
                cell.count++;
            }
        }
        List<Cell> byWeeks = new ArrayList<>(cells.values());
        byWeeks.sort(Comparator.comparingInt((Cell cell) -> -cell.weeks.cardinality()));
        List<Area> areas = new ArrayList<>();
        for (Cell cell : byWeeks) {
            Location centre = cell.centre();
            Area near = areas.stream()
                    .filter(area -> area.centre.kilometresTo(centre) <= AREA_KM)
                    .findFirst()
                    .orElse(null);
            if (near != null) {
                near.weeks.or(cell.weeks);
            } else if (cell.weeks.cardinality() >= 2) {
                areas.add(new Area(centre, cell.weeks));
            }
        }
        areas.removeIf(area -> area.weeks.cardinality() < FEWEST_WEEKS);
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
        int most = 0;
        for (Area area : areas) {
            most = Math.max(most, area.weeksAround(week));
        }
        double enough = Math.max(FEWEST_WEEKS, SHARE_OF_HOME * most);
        return areas.stream()
                .filter(area -> area.weeksAround(week) >= enough)
                .map(Area::centre)
                .toList();
    }

    /** Whether a place is far from all the places where one lived around a day; false when those are not known. */
    public boolean isAway(Location location, long epochDay) {
        List<Location> lived = around(epochDay);
        return !lived.isEmpty() && lived.stream().allMatch(home -> home.kilometresTo(location) > AWAY_KM);
    }
}
