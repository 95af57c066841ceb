package app.keepsake.operations.sources;

import app.keepsake.catalog.ContentHash;
import app.keepsake.sources.Known;
import app.keepsake.sources.SourceAsset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one source's assets, which are also the list of what is known of it: a folder for each month, and in it of
 * each asset a sidecar with what the source tells, and beside it its picture once that is fetched. The version of the
 * pixels is part of their names, so that a picture that was changed there is another file. What a killed process was
 * writing is not there. Not thread-safe.
 */
final class SourceFolder implements Known {
    /** In place of a month, for what is there for an album of somebody else's alone. */
    static final String SHARED = "shared";

    private static final int VERSION_DIGITS = 8;
    private static final String SIDECAR = "xmp";
    /** Of what is not fetched, since it is too large. */
    private static final String LEFT = "left";

    /** Of what is being fetched. */
    private static final String PART = "part";

    private static final Pattern NAME = Pattern.compile("\\.?(.{1,80})-([0-9a-f]{8})\\.([a-z0-9]{2,5})");

    private final Path pictures;
    private final OriginalsFolder originals;
    private final String kind;
    private final boolean favourites;
    private final Map<String, Item> items = new HashMap<>();

    /**
     * An asset's files.
     *
     * @param place a month, or {@link #SHARED}
     * @param version of its pixels
     * @param ending of its picture's name; null while it is not fetched
     * @param left whether it is too large to be fetched
     */
    record Item(
            String key,
            String place,
            String version,
            @Nullable String ending,
            boolean left) {
        /** What its files' names begin with. */
        String stem() {
            return key + "-" + version;
        }
    }

    private SourceFolder(Path pictures, OriginalsFolder originals, String kind, boolean favourites) {
        this.pictures = pictures;
        this.originals = originals;
        this.kind = kind;
        this.favourites = favourites;
    }

    /** @param folder of the source; made when it is not there */
    static SourceFolder open(Path folder, String kind, boolean favourites) throws IOException {
        SourceFolder opened = new SourceFolder(
                Files.createDirectories(pictures(folder)),
                new OriginalsFolder(folder, OriginalsFolder.LIMIT, Clock.systemUTC()),
                kind,
                favourites);
        opened.list();
        // Where a process died before it had taken away what belongs to a picture.
        opened.originals.keepOnly(opened.fetched().stream().map(Item::stem).collect(Collectors.toSet()));
        return opened;
    }

    private void list() throws IOException {
        for (Path place : children(pictures)) {
            if (Files.isDirectory(place)) {
                Map<String, List<Path>> byName = new TreeMap<>();
                for (Path file : children(place)) {
                    Matcher name = NAME.matcher(file.getFileName().toString());
                    if (name.matches() && !name.group(3).equals(PART) && SourceAsset.isKey(name.group(1))) {
                        byName.computeIfAbsent(name.group(1) + "-" + name.group(2), stem -> new ArrayList<>())
                                .add(file);
                    } else {
                        // What a process was writing when it died.
                        Files.deleteIfExists(file);
                    }
                }
                for (Map.Entry<String, List<Path>> one : byName.entrySet()) {
                    note(place.getFileName().toString(), one.getKey(), one.getValue());
                }
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private void note(String place, String stem, List<Path> files) throws IOException {
        int dash = stem.length() - VERSION_DIGITS - 1;
        String key = stem.substring(0, dash);
        boolean told = false;
        boolean left = false;
        String ending = null;
        for (Path file : files) {
            String name = file.getFileName().toString();
            String its = name.substring(name.lastIndexOf('.') + 1);
            if (its.equals(SIDECAR)) {
                // A power cut may leave the name alone.
                told = Files.readAttributes(file, BasicFileAttributes.class).size() > 0;
            } else if (its.equals(LEFT)) {
                left = true;
            } else {
                ending = its;
            }
        }
        Item item = new Item(key, place, stem.substring(dash + 1), ending, left);
        Item other = items.get(key);
        if (!told || (other != null && other.ending() != null)) {
            // Of two, a process died between them: the one that was there before is read again with its page.
            delete(item);
            return;
        }
        if (other != null) {
            delete(other);
        }
        items.put(key, item);
    }

    /** The folder that is looked into, of a source's folder. */
    static Path pictures(Path folder) {
        return folder.resolve("pictures");
    }

    /**
     * The asset that a picture is of, by its name.
     *
     * @param pictures the folder that is looked into
     */
    static Optional<Item> itemOf(Path pictures, Path picture) {
        if (!picture.startsWith(pictures) || picture.getNameCount() != pictures.getNameCount() + 2) {
            return Optional.empty();
        }
        Path below = pictures.relativize(picture);
        Matcher name = NAME.matcher(below.getName(1).toString());
        return name.matches() && SourceAsset.isKey(name.group(1))
                ? Optional.of(new Item(name.group(1), below.getName(0).toString(), name.group(2), name.group(3), false))
                : Optional.empty();
    }

    /** What its source tells of it. */
    static Path sidecarOf(Path picture, Item item) {
        return picture.resolveSibling(item.stem() + "." + SIDECAR);
    }

    /** The folder that is looked into. */
    Path pictures() {
        return pictures;
    }

    int size() {
        return items.size();
    }

    boolean contains(String key) {
        return items.containsKey(key);
    }

    Optional<Item> find(String key) {
        return Optional.ofNullable(items.get(key));
    }

    /** The newest months first. */
    List<Item> withoutPicture() {
        return items.values().stream()
                .filter(item -> item.ending() == null && !item.left())
                .sorted((a, b) -> {
                    int later = b.place().compareTo(a.place());
                    return later != 0 ? later : a.key().compareTo(b.key());
                })
                .toList();
    }

    /** Those that have a picture. */
    List<Item> fetched() {
        return items.values().stream().filter(item -> item.ending() != null).toList();
    }

    /** All pictures that are there. */
    Set<Path> files() {
        Set<Path> files = new HashSet<>();
        fetched().forEach(item -> picture(item).ifPresent(files::add));
        return files;
    }

    Path sidecar(Item item) {
        return path(item, SIDECAR);
    }

    Optional<Path> picture(Item item) {
        return Optional.ofNullable(item.ending()).map(ending -> path(item, ending));
    }

    private Path path(Item item, String ending) {
        return pictures.resolve(item.place()).resolve(item.stem() + "." + ending);
    }

    /**
     * Notes what the source tells of an asset.
     *
     * @param shared whether it is there for an album of somebody else's alone
     * @return whether anything is different now
     */
    boolean put(SourceAsset asset, boolean shared) throws IOException {
        String place = shared ? SHARED : asset.month().toString();
        String text = SidecarText.of(asset, kind, favourites);
        Item bare = new Item(asset.key(), place, digits(asset.version()), null, false);
        Item before = items.get(asset.key());
        return before == null ? begin(bare, text) : change(before, bare, text);
    }

    private boolean begin(Item item, String text) throws IOException {
        Files.createDirectories(pictures.resolve(item.place()));
        write(sidecar(item), text);
        items.put(item.key(), item);
        return true;
    }

    private boolean change(Item before, Item bare, String text) throws IOException {
        if (!before.version().equals(bare.version())) {
            boolean changed = begin(bare, text);
            forget(before);
            return changed;
        }
        Item item = new Item(before.key(), bare.place(), before.version(), before.ending(), before.left());
        if (item.equals(before)) {
            return !text.equals(SidecarText.read(sidecar(before))) && begin(item, text);
        }
        // Moved rather than fetched again: only its date is another one.
        Files.createDirectories(pictures.resolve(item.place()));
        if (before.ending() != null) {
            Files.move(path(before, before.ending()), path(item, before.ending()), StandardCopyOption.ATOMIC_MOVE);
        }
        boolean changed = begin(item, text);
        delete(before);
        return changed;
    }

    private static String digits(String version) {
        return ContentHash.ofContent(version.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, VERSION_DIGITS);
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where a picture is fetched to, before {@link #fetched(Item, Path, String)}. */
    Path incoming(Item item) {
        return path(item, PART);
    }

    /** Notes that a picture is fetched. */
    Item fetched(Item item, Path incoming, String ending) throws IOException {
        Item now = new Item(item.key(), item.place(), item.version(), ending, false);
        Files.move(incoming, path(item, ending), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        items.put(item.key(), now);
        return now;
    }

    /** Notes that a picture is too large to be fetched, in this version. */
    void leave(Item item) throws IOException {
        Files.writeString(left(item), "");
        items.put(item.key(), new Item(item.key(), item.place(), item.version(), null, true));
    }

    private Path left(Item item) {
        return pictures.resolve(item.place()).resolve("." + item.stem() + "." + LEFT);
    }

    /** @return whether it was there */
    boolean remove(String key) throws IOException {
        Item item = items.remove(key);
        if (item != null) {
            forget(item);
        }
        return item != null;
    }

    /** The original last: who fetches it looks afterwards whether the picture is still there. */
    private void forget(Item item) throws IOException {
        delete(item);
        originals.remove(item.stem());
    }

    /** The picture first: one without its sidecar would tell nothing of itself. */
    private void delete(Item item) throws IOException {
        if (item.ending() != null) {
            Files.deleteIfExists(path(item, item.ending()));
        }
        Files.deleteIfExists(left(item));
        Files.deleteIfExists(sidecar(item));
    }

    @Override
    public Map<YearMonth, Integer> months() {
        Map<YearMonth, Integer> months = new HashMap<>();
        for (Item item : items.values()) {
            month(item).ifPresent(month -> months.merge(month, 1, Integer::sum));
        }
        return months;
    }

    @Override
    public Set<String> keys(YearMonth month) {
        Set<String> keys = new HashSet<>();
        for (Item item : items.values()) {
            if (item.place().equals(month.toString())) {
                keys.add(item.key());
            }
        }
        return keys;
    }

    /** Keys of what is there for albums of others alone. */
    Set<String> shared() {
        Set<String> keys = new HashSet<>();
        for (Item item : items.values()) {
            if (item.place().equals(SHARED)) {
                keys.add(item.key());
            }
        }
        return keys;
    }

    private static Optional<YearMonth> month(Item item) {
        try {
            return Optional.of(YearMonth.parse(item.place()));
        } catch (DateTimeParseException shared) {
            return Optional.empty();
        }
    }
}
