package app.keepsake.operations.index;

import app.keepsake.catalog.AlreadyIndexingException;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Indexing;
import java.nio.file.Path;
import java.util.Set;

/** Notes that files are gone without looking at the others, so that nothing shows them from this moment on. */
public final class GoneFiles {
    private GoneFiles() {}

    /**
     * @param there all files of the folder that are there
     * @return false when an index run is at work, and nothing was noted: it does so where it comes to the folder, or the
     *     next does
     */
    public static boolean note(Catalog catalog, Path folder, Set<Path> there) {
        try (Indexing indexing = catalog.beginIndexing();
                TakingEffect effect = new TakingEffect(catalog)) {
            int ignored = indexing.reconcile(folder, there);
            return true;
        } catch (AlreadyIndexingException atWork) {
            return false;
        }
    }
}
