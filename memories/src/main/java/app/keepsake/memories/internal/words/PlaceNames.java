package app.keepsake.memories.internal.words;

import app.keepsake.catalog.Place;
import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Names where something was, as exactly as the pictures allow and never more: a town only when nearly all located
 * pictures were taken there, else the region, the country, or nothing.
 */
public final class PlaceNames {
    private static final double NEARLY_ALL = 0.8;
    private static final double ENOUGH_LOCATED = 0.3;
    private static final int FEWEST_LOCATED = 3;
    private static final double MATTERS = 0.2;
    private static final double WORTH_NAMING = 0.1;

    private final Words words;

    public PlaceNames(Words words) {
        this.words = words;
    }

    /** "Lisbon", "Lisbon and Porto", "Tuscany", "Portugal", "Portugal and Spain", or nothing. */
    public Optional<String> of(List<Item> items) {
        List<Place> places = places(items);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        return one(places, words::town)
                .or(() -> two(places, words::town))
                .or(() -> one(places, Place::region))
                .or(() -> one(places, this::country))
                .or(() -> two(places, this::country));
    }

    private String country(Place place) {
        return place.countryCode().isEmpty() ? "" : words.country(place.countryCode());
    }

    /** The towns that were seen most, at most so many, in the order of the first visit. */
    public List<String> stops(List<Item> items, int most) {
        List<Place> places = places(items);
        List<String> frequent = counts(places, words::town).entrySet().stream()
                .filter(entry -> entry.getValue() >= WORTH_NAMING * places.size())
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        return places.stream()
                .map(words::town)
                .distinct()
                .filter(frequent::contains)
                .toList();
    }

    /** Those of the located pictures, or none when too few are located to speak for all. */
    private static List<Place> places(List<Item> items) {
        List<Place> places = new ArrayList<>();
        for (Item item : items) {
            item.knownPlace().ifPresent(places::add);
        }
        int fewest = Math.min(FEWEST_LOCATED, items.size());
        return places.size() >= Math.max(fewest, ENOUGH_LOCATED * items.size()) ? places : List.of();
    }

    private static Optional<String> one(List<Place> places, Function<Place, String> name) {
        return counts(places, name).entrySet().stream()
                .filter(entry -> entry.getValue() >= NEARLY_ALL * places.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Two that both matter and together are nearly all, in the order of the first visit. */
    private Optional<String> two(List<Place> places, Function<Place, String> name) {
        Map<String, Integer> counts = counts(places, name);
        List<String> largest = counts.keySet().stream()
                .sorted(Comparator.comparing((String each) -> -counts.getOrDefault(each, 0))
                        .thenComparing(each -> each))
                .limit(2)
                .toList();
        boolean bothMatter =
                largest.size() == 2 && counts.getOrDefault(largest.getLast(), 0) >= MATTERS * places.size();
        int covered = largest.stream().mapToInt(counts::get).sum();
        if (!bothMatter || covered < NEARLY_ALL * places.size()) {
            return Optional.empty();
        }
        return Optional.of(words.list(
                places.stream().map(name).distinct().filter(largest::contains).toList()));
    }

    private static Map<String, Integer> counts(List<Place> places, Function<Place, String> name) {
        Map<Place, Integer> distinct = new HashMap<>();
        for (Place place : places) {
            distinct.merge(place, 1, Integer::sum);
        }
        Map<String, Integer> counts = new TreeMap<>();
        distinct.forEach((place, count) -> {
            String value = name.apply(place);
            if (!value.isEmpty()) {
                counts.merge(value, count, Integer::sum);
            }
        });
        return counts;
    }
}
