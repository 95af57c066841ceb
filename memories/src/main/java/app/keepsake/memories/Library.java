package app.keepsake.memories;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Face;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Tag;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All dated assets of a catalog, in memory. Of a Live Photo only the still is an item. Immutable, safe for use by
 * several threads.
 */
public final class Library {
    /** Tags of which a model is less sure do not count. */
    private static final double SURE_TAG = 0.5;

    private final List<Item> items;
    private final List<Person> people;

    private Library(List<Item> items, List<Person> people) {
        this.items = List.copyOf(items);
        this.people = List.copyOf(people);
    }

    /** Reads a whole catalog. */
    public static Library read(Catalog catalog) {
        Builder builder = new Builder(catalog.people().all());
        catalog.assets().each(builder::add);
        return builder.build();
    }

    /** In order of time, then of content. */
    public List<Item> items() {
        return items;
    }

    public List<Person> people() {
        return people;
    }

    public Optional<Person> person(long id) {
        return people.stream().filter(person -> person.id() == id).findFirst();
    }

    /** Gathers assets, in any order. */
    public static final class Builder {
        private final List<Person> people;
        private final List<Item> items = new ArrayList<>();
        private final List<String> livePhotoOf = new ArrayList<>();
        private final Set<String> stillsOfLivePhotos = new HashSet<>();
        private final Map<Object, Object> shared = new HashMap<>();

        public Builder(List<Person> people) {
            this.people = List.copyOf(people);
        }

        /** Adds an asset, unless nobody knows when it was taken. */
        public Builder add(AssetView view) {
            AssetFacts facts = view.asset().facts();
            if (facts.capturedAt().isPresent() && !view.files().isEmpty()) {
                items.add(item(view, facts));
                String live = facts.livePhotoId().orElse("");
                livePhotoOf.add(facts.clip() ? live : "");
                if (!facts.clip() && !live.isEmpty()) {
                    stillsOfLivePhotos.add(live);
                }
            }
            return this;
        }

        private Item item(AssetView view, AssetFacts facts) {
            Asset asset = view.asset();
            Quality quality = view.quality().orElse(null);
            Path folder = view.files().getFirst().getParent();
            Flag mundane = likeliest(view.flags(), false);
            Flag sensitive = likeliest(view.flags(), true);
            return new Item(
                    0,
                    asset.id(),
                    asset.hash(),
                    facts.capturedAt().orElseThrow().toInstant(ZoneOffset.UTC).toEpochMilli(),
                    facts.location().orElse(null),
                    facts.place().map(this::share).orElse(null),
                    share(folder == null ? "" : folder.toString()),
                    facts.clip(),
                    facts.height() == 0 ? 1 : (float) facts.width() / facts.height(),
                    facts.duration().toMillis() / 1000f,
                    quality == null ? 0.5f : (float) quality.overall(),
                    quality == null ? 1 : (float) quality.sharpness(),
                    quality == null ? 1 : (float) quality.exposure(),
                    quality == null ? 0 : quality.perceptualHash(),
                    facts.favourite(),
                    facts.hidden(),
                    facts.burstId().map(this::share).orElse(null),
                    view.faces().size(),
                    (float) view.faces().stream()
                            .filter(face -> face.smile().isPresent())
                            .mapToDouble(face -> face.smile().getAsDouble())
                            .average()
                            .orElse(0),
                    share(peopleOn(view.faces())),
                    share(sureTags(view.tags())),
                    mundane == null ? 0 : (float) mundane.probability(),
                    sensitive == null ? 0 : (float) sensitive.probability(),
                    reason(mundane, sensitive));
        }

        private static @Nullable Flag likeliest(List<Flag> flags, boolean sensitive) {
            return flags.stream()
                    .filter(flag -> flag.kind().isSensitive() == sensitive)
                    .max(Comparator.comparingDouble(Flag::probability))
                    .orElse(null);
        }

        private static @Nullable String reason(@Nullable Flag mundane, @Nullable Flag sensitive) {
            if (mundane == null || sensitive == null) {
                return mundane != null ? mundane.reason() : sensitive != null ? sensitive.reason() : null;
            }
            return mundane.probability() >= sensitive.probability() ? mundane.reason() : sensitive.reason();
        }

        private List<Long> peopleOn(List<Face> faces) {
            return faces.stream()
                    .filter(face -> face.personId().isPresent())
                    .map(face -> share(face.personId().getAsLong()))
                    .distinct()
                    .sorted()
                    .toList();
        }

        private List<String> sureTags(List<Tag> tags) {
            return tags.stream()
                    .filter(tag -> tag.confidence() >= SURE_TAG)
                    .sorted(Comparator.comparingDouble(Tag::confidence)
                            .reversed()
                            .thenComparing(Tag::name))
                    .map(tag -> share(tag.name()))
                    .distinct()
                    .toList();
        }

        /** One object for all equal ones. */
        @SuppressWarnings("unchecked")
        private <T> T share(T value) {
            Object before = shared.putIfAbsent(value, value);
            return before == null ? value : (T) before;
        }

        public Library build() {
            List<Item> kept = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                if (!stillsOfLivePhotos.contains(livePhotoOf.get(i))) {
                    kept.add(items.get(i));
                }
            }
            kept.sort(Comparator.comparingLong(Item::wallMillis).thenComparing(Item::hash));
            List<Item> numbered = new ArrayList<>(kept.size());
            for (Item item : kept) {
                numbered.add(item.at(numbered.size()));
            }
            return new Library(numbered, people);
        }
    }
}
