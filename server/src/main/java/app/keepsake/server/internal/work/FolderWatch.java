package app.keepsake.server.internal.work;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when something changes in folders or below them. Where the system cannot watch, the caller has to look itself. */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private @Nullable DirectoryWatcher watcher;
    private List<Path> watched = List.of();

    /** Watches these folders, and no others any more. Those that are not there are left out. */
    synchronized void watch(List<Path> folders, Runnable changed) {
        List<Path> there = folders.stream().filter(Files::isDirectory).toList();
        if (there.equals(watched)) {
            return;
        }
        close();
        watched = there;
        if (there.isEmpty()) {
            return;
        }
        try {
            DirectoryWatcher made = DirectoryWatcher.builder()
                    .paths(there)
                    .fileHashing(false)
                    .listener(event -> changed.run())
                    .build();
            watcher = made;
            Thread.ofPlatform().name("folder watch").daemon().start(() -> follow(made));
        } catch (IOException tooMany) {
            LOG.warn("Folders cannot be watched; they are looked into now and then", tooMany);
            watched = List.of();
        }
    }

    private static void follow(DirectoryWatcher made) {
        try {
            made.watch();
        } catch (RuntimeException ended) {
            LOG.warn("Watching folders ended; they are looked into now and then", ended);
        }
    }

    @Override
    public synchronized void close() {
        DirectoryWatcher open = watcher;
        watcher = null;
        watched = List.of();
        if (open != null) {
            try {
                open.close();
            } catch (IOException ended) {
                // It holds nothing any more.
            }
        }
    }
}
