package app.keepsake.operations.sources;

import app.keepsake.catalog.AlbumFound;
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

    /** What the catalog calls a source that tells of albums. */
    static String name(String source) {
        return "source " + source;
    }

    /** Brings the catalog's albums of a source up to date with what was last read of it. */
    public void bringUpToDate(SavedSource saved) throws IOException {
        catalog.albums().replace(name(saved.name()), of(saved));
    }

    /** As they were when the source was last read; those that hold nothing the catalog knows are among them. */
    List<AlbumFound> of(SavedSource saved) throws IOException {
        Path root = sources.folder(saved);
        SourceFolder folder = SourceFolder.open(root, saved.kind(), saved.favourites());
        Map<Path, FileState> known = catalog.files().knownUnder(folder.pictures());
        List<AlbumFound> albums = new ArrayList<>();
        for (SourceState.Album album : SyncSource.state(root).read().albums()) {
            List<Long> ids = new ArrayList<>();
            for (String key : album.assets()) {
                folder.find(key)
                        .flatMap(folder::picture)
                        .map(known::get)
                        .filter(file -> !file.missing())
                        .ifPresent(file -> file.assetId().ifPresent(ids::add));
            }
            if (!album.title().isBlank()) {
                albums.add(new AlbumFound(album.key(), album.title(), album.description(), album.shared(), ids));
            }
        }
        return albums;
    }
}
