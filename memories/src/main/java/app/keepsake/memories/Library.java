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
import app.keepsake.catalog.Taken;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All assets of a catalog, in memory. Of a Live Photo only the still is an item, of a shot that a camera wrote twice only
 * the finished picture. Immutable, safe for use by several threads.
 */
public final class Library {
    /** Faces of which the detector is less sure are often none. */
    private static final double SURE_FACE = 0.6;

    /** Whose word is not doubted. */
    private static final String USER = "you";

    /** Pictures with a longer side of fewer pixels are worth less, down to a share. */
    private static final double SHARP_PIXELS = 1600;

    private static final double LEAST_RESOLVED = 0.6;

    /** Before, no camera at home had a clock, and what is dated so was printed. */
    private static final int FIRST_CLOCKS = 1995;

    /** Until then, what is known only roughly was a print. */
    private static final int LAST_FILMS = 2005;

    /** Less colourful is black and white. */
    private static final double GREY = 0.03;

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

    /**
     * Those of which it is known when they were taken, if only roughly, in order of time, then of content. What is known
     * roughly stands at noon of the first day on which it may have been taken.
     */
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
        private final Set<Long> saidByUser = new HashSet<>();
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
                undated.set(items.size(), facts.knownTaken().isEmpty());
                if (facts.timeSource().equals(Optional.of(USER))) {
                    saidByUser.add(view.asset().id());
                }
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

        /** Dated or not, a scan is a print; and so is what was taken before there was anything else. */
        private static boolean isPrint(AssetFacts facts, @Nullable Quality quality) {
            Optional<Taken> taken = facts.knownTaken();
            if (facts.dating().scanned() || taken.isEmpty()) {
                return facts.dating().scanned();
            }
            int year = taken.get().lastDay().getYear();
            boolean isGrey = quality != null && quality.colourfulness() < GREY;
            return year < FIRST_CLOCKS || (!taken.get().isOfOneDay() && (year < LAST_FILMS || isGrey));
        }

        private Item item(AssetView view, AssetFacts facts) {
            Optional<Taken> taken = facts.taken();
            long time =
                    facts.capturedAt().orElse(UNKNOWN).toInstant(ZoneOffset.UTC).toEpochMilli();
            Asset asset = view.asset();
            Quality quality = view.quality().orElse(null);
            Path folder = view.files().getFirst().getParent();
            Flag mundane = likeliest(view.flags(), false);
            Flag sensitive = likeliest(view.flags(), true);
            return new Item(
                    0,
                    asset.id(),
                    asset.hash(),
                    time,
                    taken.map(Item::lastDay).orElse(Item.epochDay(time)),
                    taken.filter(Taken::isTimed).isPresent(),
                    isPrint(facts, quality),
                    facts.location().orElse(null),
                    facts.place().map(this::share).orElse(null),
                    share(folder == null ? "" : folder.toString()),
                    facts.clip(),
                    facts.height() == 0 ? 1 : (float) facts.width() / facts.height(),
                    facts.duration().toMillis() / 1000f,
                    (float) (resolved(facts) * (quality == null ? 0.5 : quality.overall())),
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
                    kind(mundane, sensitive));
        }

        /** A small picture is worth less: it fills no screen sharply. */
        private static double resolved(AssetFacts facts) {
            int longSide = Math.max(facts.width(), facts.height());
            boolean known = longSide > 0 && !facts.clip();
            return known ? Math.min(1, LEAST_RESOLVED + (1 - LEAST_RESOLVED) * longSide / SHARP_PIXELS) : 1;
        }

        private static @Nullable Flag likeliest(List<Flag> flags, boolean sensitive) {
            return flags.stream()
                    .filter(flag -> flag.kind().isSensitive() == sensitive)
                    .max(Comparator.comparingDouble(Flag::probability))
                    .orElse(null);
        }

        private static Flag.@Nullable Kind kind(@Nullable Flag mundane, @Nullable Flag sensitive) {
            return Stream.of(Optional.ofNullable(mundane), Optional.ofNullable(sensitive))
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingDouble(Flag::probability))
                    .map(Flag::kind)
                    .orElse(null);
        }

        private static Stream<AssetFace> sureFaces(List<AssetFace> faces) {
            return faces.stream()
                    .filter(face -> face.animal().isEmpty())
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
                    .filter(tag -> tag.confidence() >= Tag.SURE)
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
            Set<Long> reset = resetClocks(kept);
            List<Item> numbered = new ArrayList<>(kept.size() + last.size());
            for (Item item : kept) {
                if (reset.contains(item.id())) {
                    last.add(item);
                } else {
                    numbered.add(item.at(numbered.size()));
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

        /** Only a camera's clock is doubted: no day or year that somebody wrote, or said here. */
        private Set<Long> resetClocks(List<Item> dated) {
            List<Item> clocked = dated.stream()
                    .filter(item -> item.timed() && !saidByUser.contains(item.id()))
                    .toList();
            BitSet reset = ResetClocks.of(clocked);
            return reset.stream().mapToObj(i -> clocked.get(i).id()).collect(Collectors.toUnmodifiableSet());
        }
    }
}
