package app.keepsake.server.internal.work;

import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when something changes in folders or below them. Where the system cannot watch, the caller has to look itself. All
 * that touches the folders is done by a thread of its own, since their disks may stop to answer.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private @Nullable DirectoryWatcher watcher;
    private List<Path> watched = List.of();
    private int round;

    /** Watches these folders, and no others any more. */
    synchronized void watch(List<Path> folders, Runnable changed) {
        if (folders.equals(watched)) {
            return;
        }
        close();
        watched = folders;
        int mine = round;
        if (!folders.isEmpty()) {
            Thread ignored =
                    Thread.ofPlatform().name("folder watch").daemon().start(() -> follow(folders, changed, mine));
        }
    }

    private void follow(List<Path> folders, Runnable changed, int mine) {
        try {
            DirectoryWatcher made = DirectoryWatcher.builder()
                    .paths(folders)
                    .fileHashing(false)
                    .listener(event -> changed.run())
                    .build();
            if (begins(made, mine)) {
                made.watch();
            } else {
                made.close();
            }
        } catch (IOException tooMany) {
            LOG.warn("Folders cannot be watched; until they change, they are looked into now and then", tooMany);
        } catch (RuntimeException ended) {
            LOG.warn("Watching folders ended; they are looked into now and then", ended);
        }
    }

    /** False when other folders are to be watched by now. */
    private synchronized boolean begins(DirectoryWatcher made, int mine) {
        if (round == mine) {
            watcher = made;
        }
        return round == mine;
    }

    @Override
    public synchronized void close() {
        DirectoryWatcher open = watcher;
        watcher = null;
        watched = List.of();
        round++;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ended) {
                // It holds nothing any more.
            }
        }
    }
}
