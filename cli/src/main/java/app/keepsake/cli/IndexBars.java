package app.keepsake.cli;

import app.keepsake.operations.index.Indexer;
import org.jspecify.annotations.Nullable;

/** The progress of an index run on the terminal: a bar for each folder. */
final class IndexBars implements Indexer.Listener, AutoCloseable {
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
