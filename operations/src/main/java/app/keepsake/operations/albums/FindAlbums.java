package app.keepsake.operations.albums;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumFound;
import app.keepsake.catalog.Catalog;
import app.keepsake.operations.disk.DiskWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Finds albums in the folders of a library: those of which a file of another program tells, and those that have a name
 * of their owner's. To be done when files have been indexed; what is in an album are the files that were there then.
 */
public final class FindAlbums {
    public static final String FOLDERS = "folders";

    /** Fewer pictures under a name are a picture beside other files rather than an album. */
    private static final int FEWEST = 3;

    private final Catalog catalog;
    private final AlbumFiles files;

    public FindAlbums(Catalog catalog, AlbumFiles files) {
        this.catalog = catalog;
        this.files = files;
    }

    /**
     * Brings the catalog's albums up to date.
     *
     * @param places the folders that were indexed; of others the files that tell of albums are not looked at, and what
     *     they told before stays
     * @param disks through which files are looked at
     * @param stop asked between folders; when it says so, albums stay as they were
     */
    public void bringUpToDate(List<Path> places, DiskWatch disks, BooleanSupplier stop) {
        Map<Path, Set<Long>> folders = folders(places);
        Map<String, Album> before = new HashMap<>();
        catalog.albums().list().stream()
                .filter(album -> album.source().equals(files.source()))
                .forEach(album -> before.put(album.key(), album));
        List<AlbumFound> told = new ArrayList<>();
        List<AlbumFound> named = new ArrayList<>();
        for (Map.Entry<Path, Set<Long>> folder : folders.entrySet()) {
            if (stop.getAsBoolean()) {
                return;
            }
            Path path = folder.getKey();
            String key = path.toString();
            List<Long> assets = List.copyOf(folder.getValue());
            Optional<ToldAlbum> own =
                    places.stream().anyMatch(path::startsWith) ? told(path, disks, before) : known(key, before);
            if (own.isPresent()) {
                ToldAlbum album = own.get();
                told.add(new AlbumFound(key, album.title(), album.description(), album.shared(), assets));
            } else if (assets.size() >= FEWEST && path.getFileName() != null) {
                FolderTitle.of(path.getFileName().toString())
                        .ifPresent(title -> named.add(new AlbumFound(key, title, "", false, assets)));
            }
        }
        catalog.albums().replace(files.source(), told);
        catalog.albums().replace(FOLDERS, named);
    }

    private Optional<ToldAlbum> told(Path folder, DiskWatch disks, Map<String, Album> before) {
        try {
            return disks.ask(folder, () -> files.of(folder));
        } catch (IOException notNow) {
            return known(folder.toString(), before);
        }
    }

    private static Optional<ToldAlbum> known(String key, Map<String, Album> before) {
        return Optional.ofNullable(before.get(key))
                .map(album -> new ToldAlbum(album.title(), album.description(), album.shared()));
    }

    /** All folders with photos or clips directly in them, on the file systems of those that were indexed. */
    private Map<Path, Set<Long>> folders(List<Path> places) {
        Set<Path> roots = new HashSet<>();
        places.forEach(place -> roots.add(place.getRoot()));
        Map<Path, Set<Long>> folders = new TreeMap<>();
        for (Path root : roots) {
            catalog.files().knownUnder(root).forEach((file, state) -> {
                if (!state.missing() && state.assetId().isPresent()) {
                    folders.computeIfAbsent(file.getParent(), key -> new TreeSet<>())
                            .add(state.assetId().getAsLong());
                }
            });
        }
        return folders;
    }
}
