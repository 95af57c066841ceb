package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog's revision tells of each write, however soon it comes after another, and whoever makes it. */
final class RevisionTest {
    /** So many that the log of writes begins anew and does not grow any more. */
    private static final int WRITES = 1200;

    @TempDir
    Path folder;

    @Test
    void changesWithEachWrite() {
        Path file = folder.resolve("photo.jpg");
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                Catalog other = Catalog.open(folder.resolve("catalog.db"));
                Indexing indexing = other.beginIndexing()) {
            for (int i = 0; i < WRITES; i++) {
                String here = catalog.revision();
                String there = other.revision();
                int ignored = indexing.take(file, new FileStamp(i, 0, 0));
                assertThat(catalog.revision()).as("write %d of another", i).isNotEqualTo(here);
                assertThat(other.revision()).as("write %d of its own", i).isNotEqualTo(there);
                assertThat(catalog.revision()).isEqualTo(catalog.revision());
            }
        }
    }
}
