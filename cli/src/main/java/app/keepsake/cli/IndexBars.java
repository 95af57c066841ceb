package app.keepsake.cli;

import app.keepsake.operations.index.Indexer;
import org.jspecify.annotations.Nullable;

/** The progress of an index run on the terminal: a bar for each folder. */
final class IndexBars implements Indexer.Listener, AutoCloseable {
    private final Runnable paused;
    private @Nullable Progress bar;

    /** @param paused what is done when the run pauses */
    IndexBars(Runnable paused) {
        this.paused = paused;
    }

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
    public void paused() {
        paused.run();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
