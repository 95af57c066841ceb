package app.keepsake.operations.sources;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.sources.Source;
import app.keepsake.sources.SourceException;
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
     * Reads what changed in a source, and takes away here at once what may not be shown there any more. No pictures are
     * fetched.
     *
     * @param stop asked often
     * @throws app.keepsake.sources.SourceException when the source cannot be read, saying what to do
     */
    public SyncReport facts(SavedSource saved, BooleanSupplier stop) throws IOException, InterruptedException {
        try (Source source = sources.open(saved)) {
            return facts(saved, source, folder(saved), stop);
        }
    }

    private SyncReport facts(SavedSource saved, Source source, SourceFolder folder, BooleanSupplier stop)
            throws IOException, InterruptedException {
        SyncReport report =
                new SyncSource(catalog, source, folder, SyncSource.state(sources.folder(saved))).facts(stop);
        read(saved, report);
        return report;
    }

    private void read(SavedSource saved, SyncReport report) {
        sources.notes(saved).note(before -> before.reached(report));
        listener.read(saved, report);
    }

    private SourceFolder folder(SavedSource saved) throws IOException {
        return SourceFolder.open(sources.folder(saved), saved.kind(), saved.favourites());
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
        try {
            SyncReport report = lookInto(saved, looking, stop);
            if (!report.interrupted()) {
                sources.notes(saved).note(before -> before.readAt(System.currentTimeMillis()));
            }
            return report;
        } catch (IOException e) {
            sources.notes(saved).note(before -> before.failed(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private SyncReport lookInto(SavedSource saved, Looking looking, BooleanSupplier stop)
            throws IOException, InterruptedException {
        SourceFolder folder = folder(saved);
        try (Source source = sources.open(saved)) {
            SyncReport all = facts(saved, source, folder, stop);
            boolean more = !stop.getAsBoolean();
            while (more) {
                int before = all.left();
                try {
                    all = all.and(new FetchPictures(source, folder).fetch(AT_ONCE, stop));
                } catch (SourceException cut) {
                    // What was fetched before is looked at now: the next run may be long in coming.
                    listener.looked(looking.index(folder.pictures()));
                    throw cut;
                }
                read(saved, all);
                listener.looked(looking.index(folder.pictures()));
                // What is gone since it was told of stays without a picture until the next run.
                more = all.left() > 0 && all.left() < before && !stop.getAsBoolean();
            }
            if (!stop.getAsBoolean()) {
                new AlbumsOfSources(catalog, sources).bringUpToDate(saved);
                int ignored = new TakeNames(catalog, aftermath)
                        .from(folder, saved.kind(), SyncSource.state(sources.folder(saved)));
            }
            return stop.getAsBoolean() ? all.stopped() : all;
        }
    }
}
