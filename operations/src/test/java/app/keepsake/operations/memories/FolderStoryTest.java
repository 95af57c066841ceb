package app.keepsake.operations.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.simulator.Photo;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderStoryTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 20);

    @TempDir
    Path folder;

    private Catalog catalog;
    private long number;

    @BeforeEach
    void open() {
        catalog = Catalog.open(folder.resolve("catalog.db"));
        try (Indexing indexing = catalog.beginIndexing()) {
            for (LocalDate day = LocalDate.of(2019, 1, 5); day.isBefore(TODAY); day = day.plusWeeks(2)) {
                add(indexing, "Home", Photo.of(0, day.atTime(14, 0)).in(Photo.BERLIN));
            }
            LocalDateTime away = LocalDateTime.of(2024, 5, 7, 10, 0);
            for (int i = 0; i < 24; i++) {
                LocalDateTime at = away.plusDays(i / 8).plusMinutes(30L * (i % 8));
                add(indexing, "IMG 2024", Photo.of(0, at).in(i < 12 ? Photo.LISBON : Photo.SINTRA));
            }
        }
    }

    private void add(Indexing indexing, String in, Photo photo) {
        Path file = folder.resolve(in).resolve("IMG_" + ++number + ".jpg");
        indexing.add(file, new FileStamp(1, 1, 0), Photo.hash(number), photo.facts(), "metadata 1", Findings.NONE);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    /** As the shelf would: with its place, and so with a map. */
    @Test
    void aFolderOfATripIsToldAsTheTrip() {
        Memory memory = new FolderStory(catalog, Locale.US)
                .of(folder.resolve("IMG 2024"), TODAY)
                .orElseThrow();

        assertThat(memory.kind()).isEqualTo("trip");
        assertThat(memory.title()).startsWith("Three days in");
    }

    @Test
    void anyOtherIsToldUnderItsOwnName() {
        Memory memory = new FolderStory(catalog, Locale.US)
                .of(folder.resolve("Home"), TODAY)
                .orElseThrow();

        assertThat(memory.title()).isEqualTo("Home");
    }
}
