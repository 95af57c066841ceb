package app.keepsake.cli;

import app.keepsake.operations.unread.ReadUnread;
import org.jspecify.annotations.Nullable;

/** The progress of what is read of photos one by one. */
final class UnreadBar implements ReadUnread.Listener, AutoCloseable {
    private final String task;
    private @Nullable Progress bar;

    /** @param task what is done */
    UnreadBar(String task) {
        this.task = task;
    }

    @Override
    public void unread(long photos) {
        bar = Progress.of(task, "photos", photos);
    }

    @Override
    public void read() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
