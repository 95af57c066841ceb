package app.keepsake.server.internal.folders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a person looks for photos first: their folders of pictures and clips, by whatever name their desktop gives these
 * (xdg-user-dirs), their home, and disks. Thread-safe.
 */
public final class StartingPlaces {
    private static final Pattern USER_FOLDER = Pattern.compile("^\\s*XDG_(PICTURES|VIDEOS|MUSIC)_DIR=\"(.*)\"\\s*$");
    private static final int MOST_CHARACTERS = 1 << 16;
    private static final List<String> USUAL = List.of("Pictures", "Bilder", "Photos", "Fotos", "DCIM");

    private final Path home;
    private final Path config;
    private final Supplier<List<Path>> mounts;

    /** Those of who runs this service. */
    public StartingPlaces() {
        this(
                Path.of(System.getProperty("user.home")),
                Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                        .filter(named -> !named.isEmpty())
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".config")),
                Mounts::all);
    }

    /**
     * @param config folder of the desktop's settings
     * @param mounts where disks hang
     */
    StartingPlaces(Path home, Path config, Supplier<List<Path>> mounts) {
        this.home = home;
        this.config = config;
        this.mounts = mounts;
    }

    /** The folder of music, if there is one. */
    List<Entry> music() {
        return Stream.concat(
                        Optional.ofNullable(named().get("MUSIC")).stream(),
                        Stream.of("Music", "Musik").map(home::resolve))
                .filter(Files::isDirectory)
                .limit(1)
                .map(folder -> Entry.at(folder, Entry.Sort.MUSIC))
                .toList();
    }

    /** All of them, each once: folders of pictures and clips, the home, disks, and where the tree begins. */
    List<Entry> all() {
        List<Entry> places = new ArrayList<>();
        Map<String, Path> named = named();
        pictures(named).forEach(folder -> places.add(Entry.at(folder, Entry.Sort.PICTURES)));
        Optional.ofNullable(named.get("VIDEOS"))
                .filter(Files::isDirectory)
                .ifPresent(folder -> places.add(Entry.at(folder, Entry.Sort.VIDEOS)));
        places.add(Entry.at(home, Entry.Sort.HOME));
        mounts.get().stream()
                .filter(Mounts::isOfPeople)
                .filter(mount -> places.stream().noneMatch(place -> place.path().equals(mount.toString())))
                .forEach(mount -> places.add(Entry.at(mount, Entry.Sort.DISK)));
        Mounts.roots().stream()
                .filter(root -> root.equals(Path.of("/")))
                .forEach(root -> places.add(Entry.at(root, Entry.Sort.MACHINE)));
        return places;
    }

    /** Folders in the home that are there and may hold pictures; the desktop's own first. */
    public List<Path> pictures() {
        return pictures(named());
    }

    private List<Path> pictures(Map<String, Path> named) {
        return Stream.concat(
                        Optional.ofNullable(named.get("PICTURES")).stream(),
                        USUAL.stream().map(home::resolve))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    private Map<String, Path> named() {
        Path file = config.resolve("user-dirs.dirs");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_CHARACTERS) {
                return Map.of();
            }
            Map<String, Path> named = new HashMap<>();
            Files.readString(file, StandardCharsets.UTF_8).lines().forEach(line -> {
                Matcher told = USER_FOLDER.matcher(line);
                if (told.matches()) {
                    folder(told.group(2)).ifPresent(folder -> named.put(told.group(1), folder));
                }
            });
            return named;
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    /** A folder that is the home itself is none: so the desktop says that there is no such folder. */
    private Optional<Path> folder(String text) {
        try {
            Path folder = text.startsWith("$HOME/") ? home.resolve(text.substring("$HOME/".length())) : Path.of(text);
            return Optional.of(folder.normalize())
                    .filter(Path::isAbsolute)
                    .filter(one -> !one.equals(home.normalize()));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
