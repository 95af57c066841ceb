package app.keepsake.operations.sources;

import app.keepsake.catalog.AlbumFound;
import app.keepsake.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public void bringUpToDate(SavedSource saved) {
        catalog.albums().replace(name(saved.name()), of(saved));
    }

    /** As they were when the source was last read; those that hold nothing the catalog knows are among them. */
    List<AlbumFound> of(SavedSource saved) {
        Map<String, Long> known = known(SourceFolder.pictures(sources.folder(saved)));
        List<AlbumFound> albums = new ArrayList<>();
        for (SourceState.Album album :
                SyncSource.state(sources.folder(saved)).read().albums()) {
            List<Long> ids = album.assets().stream()
                    .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                    .toList();
            if (!album.title().isBlank()) {
                albums.add(new AlbumFound(album.key(), album.title(), album.description(), album.shared(), ids));
            }
        }
        return albums;
    }

    /** The catalog's numbers by the source's keys. */
    private Map<String, Long> known(Path pictures) {
        Map<String, Long> known = new HashMap<>();
        catalog.files().knownUnder(pictures).forEach((file, state) -> {
            if (!state.missing() && state.assetId().isPresent()) {
                SourceFolder.itemOf(pictures, file)
                        .ifPresent(item -> known.put(item.key(), state.assetId().getAsLong()));
            }
        });
        return known;
    }
}
