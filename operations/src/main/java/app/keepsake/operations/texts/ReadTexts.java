package app.keepsake.operations.texts;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.WrittenLine;
import app.keepsake.operations.unread.ReadUnread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads the writing in photos that were not read yet; see {@link ReadUnread}. */
public final class ReadTexts {
    private final ReadUnread all;

    public ReadTexts(Catalog catalog, TextReading reading) {
        all = new ReadUnread(catalog, catalog.texts(), reading.version(), new ReadUnread.Reading() {
            @Override
            public BooleanSupplier read(long asset, Path file) throws IOException {
                List<WrittenLine> lines = reading.lines(file);
                return () -> write(asset, lines);
            }

            @Override
            public void blank(long asset) {
                boolean ignored = write(asset, List.of());
            }

            private boolean write(long asset, List<WrittenLine> lines) {
                catalog.texts().write(asset, lines, reading.version());
                return !lines.isEmpty();
            }
        });
    }

    /** See {@link ReadUnread#run}. */
    public ReadUnread.Report run(Duration atMost, BooleanSupplier stop, ReadUnread.Listener listener) {
        return all.run(atMost, stop, listener);
    }
}
