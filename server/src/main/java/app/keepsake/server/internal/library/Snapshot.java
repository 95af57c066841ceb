package app.keepsake.server.internal.library;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.KeptOut;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What pages ask of all assets at once, gathered in one reading and kept small: some 20 bytes an
 * asset, and 45 more for one that tells where it was taken. Immutable.
 */
public final class Snapshot {
    /** The month of what has no date. */
    public static final String UNDATED = "undated";

    /** A picture with a face. */
    public record Appearance(long faceId, long assetId, Box box, double score) {}

    /**
     * A picture that memories may not show.
     *
     * @param hidden whether it is to be seen nowhere else, either
     */
    public record Out(long assetId, String reason, boolean hidden) {}

    private final Map<String, long[]> months;
    private final Map<Long, List<Appearance>> people;
    private final Map<Long, List<Appearance>> hiddenPeople;
    private final List<Out> keptOut;
    private final List<Spot> spots;
    private final int assets;

    private Snapshot(Gathering all) {
        this.months = new TreeMap<>(Comparator.reverseOrder());
        all.months.forEach((month, ids) -> months.put(month, ids.newestFirst()));
        this.people = bestFirst(all.people);
        this.hiddenPeople = bestFirst(all.hiddenPeople);
        this.keptOut = List.copyOf(all.keptOut);
        this.spots = List.copyOf(all.spots.reversed());
        this.assets = all.assets;
    }

    private static Map<Long, List<Appearance>> bestFirst(Map<Long, List<Appearance>> people) {
        Map<Long, List<Appearance>> sorted = new HashMap<>();
        people.forEach((person, faces) -> sorted.put(
                person,
                faces.stream()
                        .sorted(Comparator.comparingDouble((Appearance face) ->
                                        face.score() * Math.sqrt(face.box().area()))
                                .reversed())
                        .toList()));
        return sorted;
    }

    static Snapshot of(Catalog catalog, InForce choices, Locale locale) {
        Gathering all = new Gathering(new KeptOut(choices, locale));
        catalog.assets().each(all::add);
        return new Snapshot(all);
    }

    /** Months as "2024-05", the newest first, with the assets of each, the newest first. What has no date comes first. */
    public Map<String, long[]> months() {
        return months;
    }

    /** Where a person appears, the best face first; without pictures that are hidden. */
    public List<Appearance> appearances(long personId) {
        return people.getOrDefault(personId, List.of());
    }

    /** How many pictures that are not hidden a person appears in. */
    public int pictures(long personId) {
        return (int) appearances(personId).stream()
                .mapToLong(Appearance::assetId)
                .distinct()
                .count();
    }

    /** Where a person appears in pictures that are hidden, the best face first. */
    public List<Appearance> hiddenAppearances(long personId) {
        return hiddenPeople.getOrDefault(personId, List.of());
    }

    public List<Out> keptOut() {
        return keptOut;
    }

    /** Where pictures were taken, the newest first. */
    public List<Spot> spots() {
        return spots;
    }

    public int assets() {
        return assets;
    }

    private static final class Ids {
        private long[] ids = new long[16];
        private int count;

        void add(long id) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
            }
            ids[count++] = id;
        }

        long[] newestFirst() {
            long[] reversed = new long[count];
            for (int i = 0; i < count; i++) {
                reversed[i] = ids[count - 1 - i];
            }
            return reversed;
        }
    }

    private static final class Gathering {
        private final KeptOut rules;
        private final Map<String, Ids> months = new HashMap<>();
        private final Map<Long, List<Appearance>> people = new HashMap<>();
        private final Map<Long, List<Appearance>> hiddenPeople = new HashMap<>();
        private final List<Out> keptOut = new ArrayList<>();
        private final List<Spot> spots = new ArrayList<>();
        private final Map<String, String> places = new HashMap<>();
        private int assets;

        Gathering(KeptOut rules) {
            this.rules = rules;
        }

        void add(AssetView view) {
            AssetFacts facts = view.asset().facts();
            long id = view.asset().id();
            boolean hidden = rules.hides(view);
            for (AssetFace face : view.faces()) {
                face.personId()
                        .ifPresent(person -> (hidden ? hiddenPeople : people)
                                .computeIfAbsent(person, key -> new ArrayList<>())
                                .add(new Appearance(face.id(), id, face.box(), face.score())));
            }
            if (!hidden) {
                assets++;
                String month = facts.knownTaken().map(Gathering::month).orElse(UNDATED);
                months.computeIfAbsent(month, key -> new Ids()).add(id);
            }
            Optional<String> out = rules.why(view);
            out.ifPresent(reason -> keptOut.add(new Out(id, reason, hidden)));
            if (hidden) {
                return;
            }
            facts.location()
                    .ifPresent(location -> spots.add(new Spot(
                            id,
                            (float) location.latitude(),
                            (float) location.longitude(),
                            out.isPresent()
                                    ? -1
                                    : view.quality()
                                            .map(Quality::overall)
                                            .orElse(0.0)
                                            .floatValue(),
                            place(facts))));
        }

        /** Each name once, however many pictures have it. */
        private String place(AssetFacts facts) {
            return places.computeIfAbsent(facts.place().map(Place::name).orElse(""), name -> name);
        }

        /** Or the year, or the first and the last year, where no more is known. */
        private static String month(Taken taken) {
            LocalDate first = taken.firstDay();
            LocalDate last = taken.lastDay();
            if (first.getYear() != last.getYear()) {
                return "%04d_%04d".formatted(first.getYear(), last.getYear());
            }
            return first.getMonth() == last.getMonth()
                    ? "%04d-%02d".formatted(first.getYear(), first.getMonthValue())
                    : "%04d".formatted(first.getYear());
        }
    }
}
