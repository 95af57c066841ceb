package app.keepsake.operations.sources;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.FileState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The albums of sources, of what the catalog knows. */
public final class AlbumsOfSources {
    private final Catalog catalog;
    private final SavedSources sources;

    public AlbumsOfSources(Catalog catalog, SavedSources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /**
     * An album with those of its assets that have been looked at.
     *
     * @param key of the source's own
     * @param shared whether others see it there
     * @param assetIds the catalog's
     */
    public record Album(String key, String title, String description, boolean shared, List<Long> assetIds) {
        public Album {
            assetIds = List.copyOf(assetIds);
        }
    }

    /** As they were when the source was last read; those that hold nothing the catalog knows are among them. */
    public List<Album> of(SavedSource saved) throws IOException {
        Path root = sources.folder(saved);
        SourceFolder folder = SourceFolder.open(root, saved.kind(), saved.favourites());
        Map<Path, FileState> known = catalog.files().knownUnder(folder.pictures());
        List<Album> albums = new ArrayList<>();
        for (SourceState.Album album : SyncSource.state(root).read().albums()) {
            List<Long> ids = new ArrayList<>();
            for (String key : album.assets()) {
                folder.find(key)
                        .flatMap(folder::picture)
                        .map(known::get)
                        .filter(file -> !file.missing())
                        .ifPresent(file -> file.assetId().ifPresent(ids::add));
            }
            albums.add(new Album(album.key(), album.title(), album.description(), album.shared(), ids));
        }
        return albums;
    }
}
