package app.keepsake.operations.sources;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.sources.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Reads a source and looks at what is new of it, some hundreds at a time: what is fetched is looked at before more is, so
 * that the first memories need not wait for the last picture.
 */
public final class LookIntoSources {
    private static final int AT_ONCE = 1000;

    private final Catalog catalog;
    private final SavedSources sources;
    private final Aftermath aftermath;
    private final Listener listener;

    /** Looks at a folder, as an index run does. */
    public interface Looking {
        IndexReport index(Path folder) throws IOException;
    }

    /** Hears how far the reading is. */
    public interface Listener {
        /** Something was read, of all that is read by now. */
        void read(SavedSource source, SyncReport report);

        /** A folder of it was looked at. */
        void looked(IndexReport report);
    }

    /** @param aftermath of names that are known then */
    public LookIntoSources(Catalog catalog, SavedSources sources, Aftermath aftermath, Listener listener) {
        this.catalog = catalog;
        this.sources = sources;
        this.aftermath = aftermath;
        this.listener = listener;
    }

    /**
     * Brings one source up to date. What was read stays, whatever ends it.
     *
     * @param stop asked often
     * @return what was read in all
     * @throws app.keepsake.sources.SourceException when the source cannot be read, saying what to do
     */
    public SyncReport look(SavedSource saved, Looking looking, BooleanSupplier stop)
            throws IOException, InterruptedException {
        Path root = sources.folder(saved);
        try (Source source = sources.open(saved)) {
            SourceFolder folder = SourceFolder.open(root, saved.kind(), saved.favourites());
            SyncReport all = new SyncSource(catalog, source, folder, SyncSource.state(root)).facts(stop);
            listener.read(saved, all);
            boolean more = !stop.getAsBoolean();
            while (more) {
                FetchPictures fetching = new FetchPictures(source, folder);
                int before = all.left();
                all = all.and(fetching.fetch(AT_ONCE, stop));
                listener.read(saved, all);
                listener.looked(looking.index(folder.pictures()));
                // What is gone since it was told of stays without a picture until the next run.
                more = all.left() > 0 && all.left() < before && !stop.getAsBoolean();
            }
            if (!stop.getAsBoolean()) {
                int ignored = new TakeNames(catalog, aftermath).from(folder, saved.kind(), SyncSource.state(root));
            }
            return all;
        }
    }
}
