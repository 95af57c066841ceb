package app.keepsake.server.internal.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Pictures that would lie upon each other on a map, put together: by the cells of a grid that stands still while the map
 * moves, and then with neighbours across a cell's edge.
 */
public final class Clusters {
    /** Pixels of a map at zoom 0, in the Web Mercator projection (EPSG:3857). */
    private static final int WORLD = 256;

    private static final int CELL = 96;
    private static final int BESIDE = 76;
    /** A picture and its name below. */
    private static final int BELOW = 92;

    private static final int MOST = 400;

    private Clusters() {}

    /**
     * Some pictures as one.
     *
     * @param cover the one that stands for them
     * @param place where most of them were taken
     * @param area that holds them all
     */
    public record Cluster(double latitude, double longitude, int count, long cover, String place, Area area) {}

    /**
     * @param zoom each doubles the map's size; at 0 the world has 256 pixels
     * @return the largest first, in the turn of longitudes that the area names
     */
    public static List<Cluster> of(List<Spot> spots, Area area, int zoom) {
        double size = WORLD * (double) (1L << zoom);
        Map<Long, List<Spot>> cells = new HashMap<>();
        for (Spot spot : spots) {
            if (area.holds(spot)) {
                long column = (long) Math.floor(x(spot.longitude()) * size / CELL);
                long row = (long) Math.floor(y(spot.latitude()) * size / CELL);
                cells.computeIfAbsent(column << 32 | row, key -> new ArrayList<>())
                        .add(spot);
            }
        }
        return joined(cells.values(), size).stream()
                .map(group -> cluster(group, area))
                .toList();
    }

    private static List<List<Spot>> joined(Collection<List<Spot>> cells, double size) {
        record Group(double x, double y, List<Spot> spots) {}
        List<Group> groups = new ArrayList<>();
        List<List<Spot>> largest = cells.stream()
                .sorted(Comparator.comparingInt((List<Spot> cell) -> -cell.size())
                        .thenComparingLong(cell -> cell.getFirst().assetId()))
                .limit(MOST)
                .toList();
        for (List<Spot> cell : largest) {
            double x = size * mean(cell, spot -> x(spot.longitude()));
            double y = size * mean(cell, spot -> y(spot.latitude()));
            groups.stream()
                    .filter(group -> Math.abs(group.x - x) < BESIDE && Math.abs(group.y - y) < BELOW)
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.spots.addAll(cell),
                            () -> groups.add(new Group(x, y, new ArrayList<>(cell))));
        }
        return groups.stream().map(Group::spots).toList();
    }

    private static double mean(List<Spot> spots, ToDoubleFunction<Spot> number) {
        return spots.stream().mapToDouble(number).average().orElseThrow();
    }

    private static Cluster cluster(List<Spot> spots, Area area) {
        String place =
                spots.stream().collect(Collectors.groupingBy(Spot::place, Collectors.counting())).entrySet().stream()
                        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse("");
        Spot cover = spots.stream().max(Comparator.comparingDouble(Spot::worth)).orElseThrow();
        Area own = Area.of(spots);
        double turn = area.near(cover) - cover.longitude();
        return new Cluster(
                mean(spots, Spot::latitude),
                mean(spots, Spot::longitude) + turn,
                spots.size(),
                cover.assetId(),
                place,
                new Area(own.west() + turn, own.south(), own.east() + turn, own.north()));
    }

    /** The places with most pictures, each as one cluster. */
    public static List<Cluster> byPlace(List<Spot> spots, int most) {
        Area world = new Area(-180, -90, 180, 90);
        return spots.stream()
                .filter(spot -> !spot.place().isEmpty())
                .collect(Collectors.groupingBy(Spot::place))
                .values()
                .stream()
                .sorted(Comparator.comparingInt((List<Spot> place) -> -place.size())
                        .thenComparing(place -> place.getFirst().place()))
                .limit(most)
                .map(place -> cluster(place, world))
                .toList();
    }

    private static double x(double longitude) {
        return (longitude + 180) / 360;
    }

    private static double y(double latitude) {
        double sine = Math.sin(Math.toRadians(Math.max(-85, Math.min(85, latitude))));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }
}
