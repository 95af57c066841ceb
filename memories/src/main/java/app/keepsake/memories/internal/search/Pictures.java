package app.keepsake.memories.internal.search;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Encodings;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Tag;
import app.keepsake.catalog.Taken;
import app.keepsake.catalog.Texts;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Holidays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a search asks of all pictures, by position from the oldest to the newest, those without a date first: some 50
 * bytes a picture. What its owner hid elsewhere is not among them. Immutable.
 */
final class Pictures {
    private static final int UNDATED = Integer.MIN_VALUE;

    private final long[] ids;
    /** The first days on which they may have been taken, and the last; the same where the day is known. */
    private final int[] days;

    private final int[] lastDays;
    /** The moving halves of Live Photos, for which their stills stand. */
    final BitSet halves;

    final Map<Long, Bits> people;
    final Map<String, Bits> tags;
    final Map<Place, Bits> places;
    final Map<String, Bits> cameras;
    /** By words that are written in them, as {@link Token#plain} writes them. */
    final NavigableMap<String, Bits> texts;

    /** What the owner's encoder says of them. */
    final PictureVectors vectors;

    final Map<FileKind, Bits> kinds;
    final Map<String, Bits> feasts;
    /** What holidays are called, by key. */
    final Map<String, Holidays.Feast> knownFeasts;

    private Pictures(Gathering all) {
        this.ids = Arrays.copyOf(all.ids, all.count);
        this.days = Arrays.copyOf(all.days, all.count);
        this.lastDays = Arrays.copyOf(all.lastDays, all.count);
        this.halves = all.halves();
        this.people = trimmed(all.people);
        this.tags = trimmed(all.tags);
        this.places = trimmed(all.places);
        this.cameras = trimmed(all.cameras);
        this.texts = all.texts;
        trimmed(all.texts);
        this.vectors = all.vectors();
        this.kinds = trimmed(all.kinds);
        this.feasts = trimmed(all.feasts);
        this.knownFeasts = Map.copyOf(all.knownFeasts);
    }

    private static <K> Map<K, Bits> trimmed(Map<K, Bits> all) {
        all.values().forEach(Bits::trimmed);
        return Map.copyOf(all);
    }

    int count() {
        return ids.length;
    }

    long id(int position) {
        return ids[position];
    }

    boolean isDated(int position) {
        return days[position] != UNDATED;
    }

    LocalDate day(int position) {
        return LocalDate.ofEpochDay(days[position]);
    }

    LocalDate lastDay(int position) {
        return LocalDate.ofEpochDay(lastDays[position]);
    }

    /** Those surely taken from the first to the last day. */
    void between(long first, long last, BitSet found) {
        for (int i = 0; i < days.length; i++) {
            if (days[i] >= first && lastDays[i] <= last && days[i] != UNDATED) {
                found.set(i);
            }
        }
    }

    /** Gathers pictures in the order of time, those without a date first. */
    static final class Gathering {
        private final Holidays holidays = new Holidays();
        private final String home;
        private final Set<ContentHash> favourites;
        private long[] ids = new long[1024];
        private int[] days = new int[1024];
        private int[] lastDays = new int[1024];
        private int count;
        private final Map<Long, Bits> people = new HashMap<>();
        private final Map<String, Bits> tags = new HashMap<>();
        private final Map<Place, Bits> places = new HashMap<>();
        private final Map<String, Bits> cameras = new HashMap<>();
        private final NavigableMap<String, Bits> texts = new TreeMap<>();
        private final Map<Long, Integer> positions = new HashMap<>();
        private final Map<Integer, byte[]> vectors = new HashMap<>();
        private final Map<FileKind, Bits> kinds = new HashMap<>();
        private final Map<String, Bits> feasts = new HashMap<>();
        private final Map<String, Holidays.Feast> knownFeasts = new TreeMap<>();
        private final Map<String, BitSet> clipsOfLivePhotos = new HashMap<>();
        private final Set<String> stillsOfLivePhotos = new HashSet<>();

        /**
         * @param home country whose holidays count where none is known
         * @param favourites by what the user said, besides those marked elsewhere
         */
        Gathering(String home, Set<ContentHash> favourites) {
            this.home = home;
            this.favourites = Set.copyOf(favourites);
        }

        void add(AssetView view) {
            AssetFacts facts = view.asset().facts();
            if (view.files().isEmpty()) {
                return;
            }
            if (!facts.clip()) {
                // Also one that is hidden: what moves of it is not shown in its place.
                facts.livePhotoId().ifPresent(stillsOfLivePhotos::add);
            }
            if (facts.hidden()) {
                return;
            }
            int at = count++;
            if (at == ids.length) {
                ids = Arrays.copyOf(ids, at * 2);
                days = Arrays.copyOf(days, at * 2);
                lastDays = Arrays.copyOf(lastDays, at * 2);
            }
            Optional<Taken> taken = facts.knownTaken();
            ids[at] = view.asset().id();
            if (!facts.clip()) {
                positions.put(view.asset().id(), at);
            }
            days[at] = taken.map(when -> (int) Item.firstDay(when)).orElse(UNDATED);
            lastDays[at] = taken.map(when -> (int) Item.lastDay(when)).orElse(UNDATED);
            for (AssetFace face : view.faces()) {
                face.personId().ifPresent(person -> note(people, person, at));
            }
            for (Tag tag : view.tags()) {
                if (tag.confidence() >= Tag.SURE) {
                    note(tags, tag.name(), at);
                }
            }
            facts.place().ifPresent(place -> note(places, place, at));
            facts.camera().ifPresent(camera -> note(cameras, camera, at));
            FileKind.of(view).forEach(kind -> note(kinds, kind, at));
            if (favourites.contains(view.asset().hash())) {
                note(kinds, FileKind.FAVOURITE, at);
            }
            if (facts.clip()) {
                facts.livePhotoId()
                        .ifPresent(live -> clipsOfLivePhotos
                                .computeIfAbsent(live, key -> new BitSet())
                                .set(at));
            }
            if (days[at] != UNDATED && days[at] == lastDays[at]) {
                feasts(
                        facts.place()
                                .map(Place::countryCode)
                                .filter(code -> !code.isEmpty())
                                .orElse(home),
                        at);
            }
        }

        /**
         * What is written in pictures that were added. Positions of a word must come in ascending order.
         *
         * @param texts gives each line to who asks, in any order
         */
        void read(Consumer<Texts.Visitor> texts) {
            Map<String, BitSet> written = new TreeMap<>();
            texts.accept((id, text) -> {
                Integer at = positions.get(id);
                if (at != null) {
                    WrittenWords.of(text)
                            .forEach(word -> written.computeIfAbsent(word, none -> new BitSet())
                                    .set(at));
                }
            });
            written.forEach((word, all) -> all.stream().forEach(at -> note(this.texts, word, at)));
        }

        /** What an encoder says of pictures that were added. @param all gives each vector to who asks */
        void see(Consumer<Encodings.Visitor> all) {
            all.accept((id, vector) -> {
                Integer at = positions.get(id);
                if (at != null) {
                    vectors.put(at, vector);
                }
            });
        }

        private PictureVectors vectors() {
            if (vectors.isEmpty()) {
                return PictureVectors.NONE;
            }
            byte[][] all = new byte[count][];
            vectors.forEach((at, vector) -> all[at] = vector);
            return new PictureVectors(all);
        }

        private void feasts(String country, int at) {
            for (Holidays.Feast feast : holidays.on(country, days[at])) {
                note(feasts, feast.key(), at);
                knownFeasts.putIfAbsent(feast.key(), feast);
            }
        }

        private static <K> void note(Map<K, Bits> map, K key, int at) {
            map.computeIfAbsent(key, none -> new Bits()).add(at);
        }

        private BitSet halves() {
            BitSet halves = new BitSet();
            stillsOfLivePhotos.forEach(id -> halves.or(clipsOfLivePhotos.getOrDefault(id, new BitSet())));
            return halves;
        }

        Pictures pictures() {
            return new Pictures(this);
        }
    }
}
