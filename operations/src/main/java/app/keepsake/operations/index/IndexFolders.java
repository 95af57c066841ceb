package app.keepsake.operations.index;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Looks at what is new in folders of photos and clips, in this process, with all of its processors. */
public final class IndexFolders {
    private final Catalog catalog;
    private final Path root;

    /** @param root the library's folder */
    public IndexFolders(Catalog catalog, Path root) {
        this.catalog = catalog;
        this.root = root;
    }

    /**
     * Limits what decoding may take of this process's memory, for good.
     *
     * @param stop asked often; what was looked at stays
     * @param listener hears of each file
     */
    public IndexReport index(List<Path> folders, BooleanSupplier stop, Indexer.Listener listener) throws IOException {
        AssetReading.limitMemory();
        try (AssetReading reading = AssetReading.open()) {
            return new Indexer(catalog, reading, root, Runtime.getRuntime().availableProcessors())
                    .index(folders, stop, listener);
        }
    }
}
