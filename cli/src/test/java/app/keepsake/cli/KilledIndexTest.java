package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it indexes loses nothing but the files in hand. */
final class KilledIndexTest {
    private static final int PHOTOS = 60;
    private static final int ENOUGH = 8;
    private static final int ATTEMPTS = 5;

    @TempDir
    Path photos;

    @TempDir
    Path libraries;

    @TempDir
    Path whole;

    @Test
    void theNextRunGoesOnAndEndsWithTheSameCatalog() throws Exception {
        TestPhotos.write(photos, PHOTOS);
        Path killed = libraryOfKilledRun();
        assertThat(run(killed)).isZero();
        assertThat(run(whole)).isZero();
        assertThat(assets(killed)).hasSize(PHOTOS).isEqualTo(assets(whole));
    }

    /** On a busy machine the kill can come after the end; then it is tried again. */
    private Path libraryOfKilledRun() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Path library = Files.createDirectory(libraries.resolve("killed-" + attempt));
            long kept = killWhenSomeAreIndexed(library);
            if (kept < PHOTOS) {
                assertThat(kept).isGreaterThanOrEqualTo(ENOUGH);
                return library;
            }
        }
        throw new AssertionError("Expected one of %d kills to come in the middle of a run".formatted(ATTEMPTS));
    }

    private long killWhenSomeAreIndexed(Path killed) throws IOException, InterruptedException {
        Process process = start(killed);
        try (Catalog catalog = Catalog.open(killed.resolve("catalog.db"))) {
            while (process.isAlive() && catalog.assets().count() < ENOUGH) {
                boolean ignored = process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
            return catalog.assets().count();
        }
    }

    private int run(Path library) throws IOException, InterruptedException {
        return start(library).waitFor();
    }

    private Process start(Path library) throws IOException {
        return TestCommand.start("index", photos.toString(), "--library", library.toString());
    }

    /** All that is known of all assets, but for the order of discovery. */
    private static List<String> assets(Path library) {
        List<String> known = new ArrayList<>();
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            catalog.assets().each(view -> known.add(describe(view)));
        }
        return known;
    }

    private static String describe(AssetView view) {
        return view.asset().hash() + " " + view.asset().facts() + view.files() + view.quality() + view.tags()
                + view.flags() + view.faces().size();
    }
}
