package app.keepsake.vision.internal.places;

import app.keepsake.vision.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the place of a point; the rules are those of {@link app.keepsake.vision.Places#nearest}. */
public final class PlaceSearch {
    private static final double KM_PER_DEGREE = 111.2;
    /** No town within this distance: open sea or ice, where even the country is uncertain. */
    private static final double HORIZON_KM = 120;
    /** No town within this distance: the border of the region may be nearer than the towns are. */
    private static final double REGION_KM = 25;

    /** How far outside its radius a town is still named. */
    private static final double OUTSKIRTS_KM = 4;

    private static final int WITNESSES = 3;

    /** Within this share of its reach a city is meant, whatever the quarter is called. */
    private static final double CORE = 0.3;

    private static final int QUARTERS_PER_CITY = 10;

    private final TownTable towns;

    public PlaceSearch(TownTable towns) {
        this.towns = towns;
    }

    private record Near(int town, double distanceKm, double radiusKm) {
        /** Below 1 within the town. Lets a large town win over a small one that is somewhat nearer. */
        double relativeDistance() {
            return distanceKm / radiusKm;
        }

        boolean isNameable() {
            return distanceKm <= radiusKm + OUTSKIRTS_KM;
        }
    }

    public Optional<Place> nearest(double latitude, double longitude) {
        List<Near> around = around(latitude, longitude);
        around.sort(Comparator.comparingDouble(Near::distanceKm).thenComparingInt(Near::town));
        if (around.isEmpty()) {
            return Optional.empty();
        }
        double distance = around.getFirst().distanceKm();
        Optional<Near> town = around.stream()
                .filter(Near::isNameable)
                .min(Comparator.comparingDouble(Near::relativeDistance).thenComparingInt(Near::town))
                .map(nearest -> cityAround(nearest, around));
        if (town.isPresent()) {
            int chosen = town.get().town();
            TownTable.Area area = towns.area(chosen);
            return Optional.of(new Place(Optional.of(towns.name(chosen)), area.region(), area.country(), distance));
        }
        return general(
                around.stream()
                        .limit(WITNESSES)
                        .map(near -> towns.area(near.town()))
                        .toList(),
                distance);
    }

    /** The largest city of the same region whose core the point is in, if it dwarfs the town; else the town. */
    private Near cityAround(Near town, List<Near> around) {
        int many = QUARTERS_PER_CITY * towns.population(town.town());
        return around.stream()
                .filter(city -> city.relativeDistance() <= CORE && towns.population(city.town()) >= many)
                .filter(city -> towns.area(city.town()).equals(towns.area(town.town())))
                .max(Comparator.comparingInt((Near city) -> towns.population(city.town()))
                        .thenComparingInt(Near::town))
                .orElse(town);
    }

    /** What the nearest towns agree on. */
    private static Optional<Place> general(List<TownTable.Area> witnesses, double distance) {
        TownTable.Area first = witnesses.getFirst();
        if (distance <= REGION_KM && witnesses.stream().allMatch(first::equals)) {
            return Optional.of(new Place(Optional.empty(), first.region(), first.country(), distance));
        }
        if (witnesses.stream().allMatch(area -> area.country().equals(first.country()))) {
            return Optional.of(new Place(Optional.empty(), Optional.empty(), first.country(), distance));
        }
        return Optional.empty();
    }

    private List<Near> around(double latitude, double longitude) {
        double reach = HORIZON_KM / KM_PER_DEGREE;
        double shrink = Math.cos(Math.toRadians(latitude));
        List<Near> around = new ArrayList<>();
        int end = towns.firstFrom(latitude + reach);
        for (int town = towns.firstFrom(latitude - reach); town < end; town++) {
            double north = towns.latitude(town) - latitude;
            // Across the date line the short way is the other way round.
            double east = Math.IEEEremainder(towns.longitude(town) - longitude, 360) * shrink;
            double distance = KM_PER_DEGREE * Math.hypot(north, east);
            if (distance <= HORIZON_KM) {
                around.add(new Near(town, distance, radiusKm(towns.population(town))));
            }
        }
        return around;
    }

    /** About the built-up radius: 1,000 people 1.9 km, 100,000 people 5.3 km, 8 million people 35 km. */
    private static double radiusKm(int population) {
        return 1.5 + 0.012 * Math.sqrt(Math.max(population, 500));
    }
}
