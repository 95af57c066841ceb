package app.keepsake.server.internal.library;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Subject;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What pages ask of all assets at once, gathered in one reading and kept small: some 30 bytes an
 * asset, and 45 more for one that tells where it was taken. Immutable.
 */
public final class Snapshot {
    /** The month of what has no date. */
    public static final String UNDATED = "undated";

    /** A picture with a face. */
    public record Appearance(long faceId, long assetId, Box box, double score) {}

    /**
     * A picture that memories may not show, and that was not hidden by itself.
     *
     * @param hidden whether it is to be seen nowhere else, either
     */
    public record Out(long assetId, String reason, boolean hidden) {}

    private final Map<String, TimelineMonth> months;
    private final Map<Long, List<Appearance>> people;
    private final Map<Long, List<Appearance>> hiddenPeople;
    private final List<Out> keptOut;
    private final List<Spot> spots;
    private final int assets;

    private Snapshot(Gathering all) {
        this.months = new TreeMap<>(Comparator.reverseOrder());
        all.months.forEach((month, pictures) -> months.put(month, pictures.build()));
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
        Gathering all = new Gathering(
                new KeptOut(choices, locale),
                favourites(choices),
                catalog.assets().movements());
        catalog.assets().each(all::add);
        return new Snapshot(all);
    }

    private static Set<ContentHash> favourites(InForce choices) {
        return choices.choices().stream()
                .filter(choice -> choice.stance() == Choice.Stance.FAVOURITE)
                .flatMap(choice -> choice.subject() instanceof Subject.OfAsset(ContentHash hash)
                        ? Stream.of(hash)
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    /** Months as "2024-05", the newest first, with the assets of each. What has no date comes first. */
    public Map<String, TimelineMonth> months() {
        return months;
    }

    /** Where a person appears, the best face first; without pictures that are hidden. */
    public List<Appearance> appearances(long personId) {
        return people.getOrDefault(personId, List.of());
    }

    /** The years of pictures that are not hidden, of those of which it is known. */
    public Map<Long, Integer> years(Set<Long> wanted) {
        Map<Long, Integer> years = new HashMap<>();
        months.forEach((month, told) -> {
            // "1983_1986" is no year.
            if (month.matches("\\d{4}(-\\d{2})?")) {
                int year = Integer.parseInt(month.substring(0, 4));
                Arrays.stream(told.ids()).filter(wanted::contains).forEach(id -> years.put(id, year));
            }
        });
        return years;
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

    private static final class Gathering {
        private final KeptOut rules;
        private final Set<ContentHash> favourites;
        private final Set<Long> movements;
        private final Map<String, TimelineMonth.Building> months = new HashMap<>();
        private final Map<Long, List<Appearance>> people = new HashMap<>();
        private final Map<Long, List<Appearance>> hiddenPeople = new HashMap<>();
        private final List<Out> keptOut = new ArrayList<>();
        private final List<Spot> spots = new ArrayList<>();
        private final Map<String, String> places = new HashMap<>();
        private int assets;

        Gathering(KeptOut rules, Set<ContentHash> favourites, Set<Long> movements) {
            this.rules = rules;
            this.favourites = favourites;
            this.movements = movements;
        }

        void add(AssetView view) {
            AssetFacts facts = view.asset().facts();
            long id = view.asset().id();
            if (movements.contains(id)) {
                return;
            }
            boolean hidden = rules.hides(view);
            for (AssetFace face : view.faces()) {
                face.personId()
                        .ifPresent(person -> (hidden ? hiddenPeople : people)
                                .computeIfAbsent(person, key -> new ArrayList<>())
                                .add(new Appearance(face.id(), id, face.box(), face.score())));
            }
            Optional<String> out = rules.why(view);
            out.filter(reason -> !rules.isHiddenByChoice(view))
                    .ifPresent(reason -> keptOut.add(new Out(id, reason, hidden)));
            if (hidden) {
                return;
            }
            assets++;
            double worth =
                    out.isPresent() ? -1 : view.quality().map(Quality::overall).orElse(0.0);
            String place = place(facts);
            String month = facts.knownTaken().map(Gathering::month).orElse(UNDATED);
            String day = facts.knownTaken()
                    .filter(Taken::isOfOneDay)
                    .map(taken -> taken.firstDay().toString())
                    .orElse(month);
            months.computeIfAbsent(month, key -> new TimelineMonth.Building())
                    .add(
                            day,
                            new TimelineMonth.Picture(
                                    id,
                                    Shape.of(facts.width(), facts.height()),
                                    mark(view.asset()),
                                    (int) facts.duration().plusMillis(500).toSeconds(),
                                    worth,
                                    place));
            facts.location()
                    .ifPresent(location -> spots.add(new Spot(
                            id, (float) location.latitude(), (float) location.longitude(), (float) worth, place)));
        }

        private char mark(Asset asset) {
            AssetFacts facts = asset.facts();
            int mark = facts.clip() ? 1 : 0;
            mark += facts.movement().isPresent() ? 2 : 0;
            mark += facts.favourite() || favourites.contains(asset.hash()) ? 4 : 0;
            return (char) ('0' + mark);
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
