package app.keepsake.operations.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Subject;
import app.keepsake.operations.OneDay;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film in the making ends when what it shows, or tells of, is not to be shown any more. */
final class StillShownTest {
    @TempDir
    Path folder;

    private Catalog catalog;
    private Memory memory;

    @BeforeEach
    void open() throws IOException {
        OneDay.write(folder, 3, 3);
        catalog = Catalog.open(folder.resolve("catalog.db"));
        memory = catalog.memories().find("day").orElseThrow();
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private void assertEndsBy(Subject subject) throws Exception {
        StillShown shown = new StillShown(catalog, memory, Locale.ENGLISH, () -> false);
        assertThat(shown.requested()).isFalse();
        catalog.choices().add(Choice.Stance.NEVER, subject, "");
        Patience.until("the film is stopped", shown::requested);
    }

    @Test
    void byAPhoto() throws Exception {
        assertEndsBy(new Subject.OfAsset(catalog.assets()
                .find(memory.shots().getFirst().assetId())
                .orElseThrow()
                .hash()));
    }

    @Test
    void byItsKind() throws Exception {
        assertEndsBy(new Subject.OfKind(memory.kind()));
    }
}
