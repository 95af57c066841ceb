package app.keepsake.operations.sources;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.GoneFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Forgets a source. Nothing is changed there. */
public final class RemoveSource {
    private final Catalog catalog;
    private final SavedSources sources;

    public RemoveSource(Catalog catalog, SavedSources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /**
     * Forgets a source with all that was read of it, which nothing shows from this moment on.
     *
     * @return whether there was one
     * @throws IOException when an index run is at work, and nothing was forgotten
     */
    public boolean remove(String name) throws IOException {
        Optional<SavedSource> saved = sources.find(name);
        if (saved.isPresent()
                && !GoneFiles.note(catalog, SourceFolder.pictures(sources.folder(saved.get())), Set.of())) {
            throw new IOException(
                    "%s: an index run is at work, which still looks at its photos. Remove it when that is done."
                            .formatted(name));
        }
        catalog.albums().replace(AlbumsOfSources.name(name), List.of());
        return sources.remove(name);
    }
}
