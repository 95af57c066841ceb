package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.AssetReading;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.index.Indexer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One index run with its progress on the terminal. */
final class IndexRun {
    private IndexRun() {}

    static IndexReport index(Catalog catalog, LibraryFolder home, List<Path> folders, Interruption interruption)
            throws IOException {
        AssetReading.limitMemory();
        try (AssetReading reading = AssetReading.open();
                Bars bars = new Bars()) {
            return new Indexer(
                            catalog, reading, home.root(), Runtime.getRuntime().availableProcessors())
                    .index(folders, interruption::requested, bars);
        }
    }

    /** A progress bar for each folder. */
    private static final class Bars implements Indexer.Listener, AutoCloseable {
        private @Nullable Progress bar;

        @Override
        public synchronized void reading(int files) {
            close();
            bar = Progress.of("Indexing", "photos", files);
        }

        @Override
        public synchronized void read() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public synchronized void close() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }
}
