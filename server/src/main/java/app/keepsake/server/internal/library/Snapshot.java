package app.keepsake.server.internal.library;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Face;
import app.keepsake.memories.KeptOut;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What pages ask of all assets at once, gathered in one reading and kept small: some 20 bytes an asset. Immutable.
 */
public final class Snapshot {
    /** The month of what has no date. */
    public static final String UNDATED = "undated";

    /** A picture with a face. */
    public record Appearance(long faceId, long assetId, Box box, double score) {}

    /** A picture that memories may not show. */
    public record Out(long assetId, String reason) {}

    private final Map<String, long[]> months;
    private final Map<Long, List<Appearance>> people;
    private final List<Out> keptOut;
    private final int assets;

    private Snapshot(Gathering all) {
        this.months = new TreeMap<>(Comparator.reverseOrder());
        all.months.forEach((month, ids) -> months.put(month, ids.newestFirst()));
        this.people = new HashMap<>();
        all.people.forEach((person, faces) -> people.put(
                person,
                faces.stream()
                        .sorted(Comparator.comparingDouble((Appearance face) ->
                                        face.score() * Math.sqrt(face.box().area()))
                                .reversed())
                        .toList()));
        this.keptOut = List.copyOf(all.keptOut);
        this.assets = all.assets;
    }

    static Snapshot of(Catalog catalog, Locale locale) {
        Gathering all = new Gathering(new KeptOut(catalog.choices().all(), locale));
        catalog.assets().each(all::add);
        return new Snapshot(all);
    }

    /** Months as "2024-05", the newest first, with the assets of each, the newest first. What has no date comes first. */
    public Map<String, long[]> months() {
        return months;
    }

    /** Where a person appears, the best face first. */
    public List<Appearance> appearances(long personId) {
        return people.getOrDefault(personId, List.of());
    }

    public List<Out> keptOut() {
        return keptOut;
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
        private final List<Out> keptOut = new ArrayList<>();
        private int assets;

        Gathering(KeptOut rules) {
            this.rules = rules;
        }

        void add(AssetView view) {
            AssetFacts facts = view.asset().facts();
            long id = view.asset().id();
            assets++;
            if (!facts.hidden()) {
                String month = facts.capturedAt().map(Gathering::month).orElse(UNDATED);
                months.computeIfAbsent(month, key -> new Ids()).add(id);
            }
            rules.why(view).ifPresent(reason -> keptOut.add(new Out(id, reason)));
            if (facts.hidden()) {
                return;
            }
            for (Face face : view.faces()) {
                face.personId()
                        .ifPresent(person -> people.computeIfAbsent(person, key -> new ArrayList<>())
                                .add(new Appearance(face.id(), id, face.box(), face.score())));
            }
        }

        private static String month(LocalDateTime time) {
            return "%04d-%02d".formatted(time.getYear(), time.getMonthValue());
        }
    }
}
