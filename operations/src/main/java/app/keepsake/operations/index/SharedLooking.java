package app.keepsake.operations.index;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.IndexTask;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Sharing;
import app.keepsake.operations.disk.DiskWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Looks at files that another Keepsake hands out, perhaps on another machine. */
public final class SharedLooking implements AutoCloseable {
    private final Indexing indexing;
    private final Sharing.Taking taking;
    private final DiskWatch disks;

    /** Hears what became of files. Called by several threads. */
    public interface Listener {
        void looked(IndexTask.Outcome outcome, Path here);
    }

    private SharedLooking(Indexing indexing, Sharing.Taking taking, DiskWatch disks) {
        this.indexing = indexing;
        this.taking = taking;
        this.disks = disks;
    }

    /**
     * Begins to look, until this is closed.
     *
     * @param folders from folders as the catalog knows them to where they lie here; others lie where the catalog says
     * @param threads files that are looked at at the same time
     * @throws CatalogException when the catalog is not one that is shared
     */
    public static SharedLooking begin(
            Catalog catalog, FileReading reading, Map<Path, Path> folders, int threads, Listener listener) {
        Sharing sharing = catalog.sharing()
                .orElseThrow(
                        () -> new CatalogException(
                                "Expected a catalog that several machines share, found one in a file. Write the line"
                                        + " \"catalog = jdbc:postgresql://host/database\" into keepsake.properties in the library's folder."));
        Indexing indexing = sharing.join();
        DiskWatch disks = new DiskWatch(List.copyOf(folders.values()), reading::lost);
        FileLook look = new FileLook(catalog, indexing, reading, disks, file -> here(file, folders));
        Sharing.Work work = new Sharing.Work() {
            @Override
            public IndexTask.Outcome look(IndexTask task) {
                Path here = here(task.file(), folders);
                IndexTask.Outcome outcome = isThere(here, disks) ? look.look(task) : IndexTask.Outcome.UNSEEN;
                listener.looked(outcome, here);
                return outcome;
            }

            @Override
            public IndexTask.Outcome giveUp(IndexTask task, int attempts) {
                return look.giveUp(task, attempts);
            }
        };
        return new SharedLooking(indexing, sharing.take(FileLook.kind(reading), threads, work), disks);
    }

    private static boolean isThere(Path here, DiskWatch disks) {
        try {
            return disks.ask(here, () -> Files.exists(here));
        } catch (IOException noAnswer) {
            return false;
        }
    }

    public static Path here(Path file, Map<Path, Path> folders) {
        for (Map.Entry<Path, Path> folder : folders.entrySet()) {
            Path there = folder.getKey().toAbsolutePath().normalize();
            if (file.startsWith(there)) {
                return folder.getValue().toAbsolutePath().resolve(there.relativize(file));
            }
        }
        return file;
    }

    /** Waits for the files in hand. */
    @Override
    public void close() {
        taking.close();
        indexing.close();
        disks.close();
    }
}
