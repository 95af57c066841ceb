package app.keepsake.memories;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumAsset;
import app.keepsake.catalog.AlbumContents;
import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Tag;
import app.keepsake.memories.internal.group.ResetClocks;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All assets of a catalog, in memory. Of a Live Photo only the still is an item, of a shot that a camera wrote twice only
 * the finished picture. Immutable, safe for use by several threads.
 */
public final class Library {
    /** Tags of which a model is less sure do not count. */
    private static final double SURE_TAG = 0.5;

    /** Faces of which the detector is less sure are often none. */
    private static final double SURE_FACE = 0.6;

    /** When a file was last changed says little of when the picture in it was taken. */
    private static final String FILE_TIME = "file time";

    private final List<Item> all;
    private final int dated;
    private final List<Person> people;
    private final List<LibraryAlbum> albums;

    private Library(List<Item> all, int dated, List<Person> people, List<LibraryAlbum> albums) {
        this.all = List.copyOf(all);
        this.dated = dated;
        this.people = List.copyOf(people);
        this.albums = List.copyOf(albums);
    }

    /** Reads a whole catalog. */
    public static Library read(Catalog catalog) {
        Builder builder = new Builder(catalog.people().all());
        catalog.assets().each(builder::add);
        return builder.with(catalog.albums().contents()).build();
    }

    /** Those of which it is known when they were taken, in order of time, then of content. */
    public List<Item> items() {
        return all.subList(0, dated);
    }

    /** Those of which it is not known, in order of their files' time: files that are copied get a new one. */
    public List<Item> undated() {
        return all.subList(dated, all.size());
    }

    /** The dated and after them the undated; {@link Item#index} is the position here. */
    public List<Item> all() {
        return all;
    }

    public List<Person> people() {
        return people;
    }

    /** In the order in which they were given. */
    public List<LibraryAlbum> albums() {
        return albums;
    }

    public Optional<Person> person(long id) {
        return people.stream().filter(person -> person.id() == id).findFirst();
    }

    /** Gathers assets, in any order. */
    public static final class Builder {
        private static final LocalDateTime UNKNOWN = LocalDateTime.of(1970, 1, 1, 0, 0);
        private final List<Person> people;
        private final List<Item> items = new ArrayList<>();
        private final BitSet undated = new BitSet();
        private final List<String> livePhotoOf = new ArrayList<>();
        private final Set<String> stillsOfLivePhotos = new HashSet<>();
        private final RawPairs rawPairs = new RawPairs();
        private final Map<Object, Object> shared = new HashMap<>();
        private List<AlbumContents> albums = List.of();

        public Builder(List<Person> people) {
            this.people = List.copyOf(people);
        }

        /** Adds an asset, unless no file holds it any more. */
        public Builder add(AssetView view) {
            AssetFacts facts = view.asset().facts();
            if (!view.files().isEmpty()) {
                boolean isDated =
                        facts.capturedAt().isPresent() && !facts.timeSource().equals(Optional.of(FILE_TIME));
                undated.set(items.size(), !isDated);
                rawPairs.add(items.size(), view);
                items.add(item(view, facts));
                String live = facts.livePhotoId().orElse("");
                livePhotoOf.add(facts.clip() ? live : "");
                if (!facts.clip() && !live.isEmpty()) {
                    stillsOfLivePhotos.add(live);
                }
            }
            return this;
        }

        /** Says which albums there are; what of them is no item of the library is left out. */
        public Builder with(List<AlbumContents> all) {
            albums = List.copyOf(all);
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
                    facts.capturedAt().orElse(UNKNOWN).toInstant(ZoneOffset.UTC).toEpochMilli(),
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
                    quality == null ? 0 : quality.colours(),
                    facts.favourite(),
                    facts.hidden(),
                    facts.burstId().map(this::share).orElse(null),
                    (int) sureFaces(view.faces()).count(),
                    (float) sureFaces(view.faces())
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

        private static Stream<AssetFace> sureFaces(List<AssetFace> faces) {
            return faces.stream()
                    .filter(face -> face.score() >= SURE_FACE || face.personId().isPresent());
        }

        private List<Long> peopleOn(List<AssetFace> faces) {
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
            List<Item> last = new ArrayList<>();
            Set<Integer> second = Set.copyOf(rawPairs.second());
            for (int i = 0; i < items.size(); i++) {
                if (!second.contains(i) && !stillsOfLivePhotos.contains(livePhotoOf.get(i))) {
                    (undated.get(i) ? last : kept).add(items.get(i));
                }
            }
            Comparator<Item> byTime = Comparator.comparingLong(Item::wallMillis).thenComparing(Item::hash);
            kept.sort(byTime);
            BitSet reset = ResetClocks.of(kept);
            List<Item> numbered = new ArrayList<>(kept.size() + last.size());
            for (int i = 0; i < kept.size(); i++) {
                if (reset.get(i)) {
                    last.add(kept.get(i));
                } else {
                    numbered.add(kept.get(i).at(numbered.size()));
                }
            }
            int dated = numbered.size();
            last.sort(byTime);
            last.forEach(item -> numbered.add(item.at(numbered.size())));
            return new Library(numbered, dated, people, albums(numbered));
        }

        private List<LibraryAlbum> albums(List<Item> numbered) {
            if (albums.isEmpty()) {
                return List.of();
            }
            Map<Long, Item> byId = new HashMap<>();
            numbered.forEach(item -> byId.put(item.id(), item));
            List<LibraryAlbum> told = new ArrayList<>();
            for (AlbumContents contents : albums) {
                List<Item> inside = contents.assets().stream()
                        .map(AlbumAsset::assetId)
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .sorted(Comparator.comparingInt(Item::index))
                        .toList();
                if (!inside.isEmpty()) {
                    Album album = contents.album();
                    told.add(new LibraryAlbum(album.id(), album.source() + " " + album.key(), album.title(), inside));
                }
            }
            return told;
        }
    }
}
