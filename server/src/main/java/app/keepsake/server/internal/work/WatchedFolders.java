package app.keepsake.server.internal.work;

import app.keepsake.server.internal.disk.Disks;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the folders that are watched are there: their disks may be unplugged or not answer, and they may have been
 * renamed. What is not there is not looked into, so that what is known of it stays. Thread-safe.
 */
final class WatchedFolders {
    private final Disks disks;
    private final Predicate<Path> knowsFilesIn;
    private final Map<Path, FolderStanding> standings = new ConcurrentHashMap<>();

    /** Folders in which nothing is any more, as a person says. */
    private final Set<Path> emptied = ConcurrentHashMap.newKeySet();

    /** @param knowsFilesIn whether the library has files of a folder, by what was last seen there */
    WatchedFolders(Disks disks, Predicate<Path> knowsFilesIn) {
        this.disks = disks;
        this.knowsFilesIn = knowsFilesIn;
    }

    /**
     * Asks the disks.
     *
     * @param there hears of each folder that was not there, and is now
     * @return the folders that are there
     */
    List<Path> look(List<Path> folders, Runnable there) {
        standings.keySet().retainAll(folders);
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            FolderStanding before = standings.get(folder);
            FolderStanding now = standing(folder, before);
            standings.put(folder, now);
            if (now == FolderStanding.THERE) {
                found.add(folder);
                if (before != null && before != FolderStanding.THERE) {
                    there.run();
                }
            }
        }
        return found;
    }

    private FolderStanding standing(Path folder, @Nullable FolderStanding before) {
        try {
            FolderStanding now = disks.ask(folder, () -> seen(folder));
            if (now != FolderStanding.EMPTY) {
                emptied.remove(folder);
                return now;
            }
            // Where a disk was mounted, an empty folder is left.
            boolean meant = emptied.contains(folder) || before != now && !knowsFilesIn.test(folder);
            return meant ? FolderStanding.THERE : now;
        } catch (IOException noAnswer) {
            return FolderStanding.SILENT;
        }
    }

    private static FolderStanding seen(Path folder) {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            return inside.iterator().hasNext() ? FolderStanding.THERE : FolderStanding.EMPTY;
        } catch (IOException unreadable) {
            return Files.isDirectory(folder) ? FolderStanding.THERE : FolderStanding.GONE;
        }
    }

    /** What is empty is meant to be: a person looks at it, and wants it looked into. */
    void believe() {
        standings.forEach((folder, standing) -> {
            if (standing == FolderStanding.EMPTY) {
                emptied.add(folder);
            }
        });
    }

    /** Those that are not there, of these; asked are only those of which nothing is known yet. */
    Map<Path, FolderStanding> away(List<Path> folders) {
        Map<Path, FolderStanding> away = new LinkedHashMap<>();
        for (Path folder : folders) {
            FolderStanding standing = standings.computeIfAbsent(folder, one -> standing(one, null));
            if (standing != FolderStanding.THERE) {
                away.put(folder, standing);
            }
        }
        return away;
    }
}
