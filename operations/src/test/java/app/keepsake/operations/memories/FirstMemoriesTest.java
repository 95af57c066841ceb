package app.keepsake.operations.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.media.JpegWriter;
import app.keepsake.operations.index.FileNameReading;
import app.keepsake.operations.index.Indexer;
import app.keepsake.operations.index.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that is new: what is told while the rest of it is looked at. */
final class FirstMemoriesTest {
    @TempDir
    Path folder;

    @TempDir
    Path home;

    private Catalog catalog;
    private FirstMemories first;
    private final List<Long> paused = new ArrayList<>();

    @BeforeEach
    void open() {
        catalog = Catalog.open(home.resolve("catalog.db"));
        first = new FirstMemories(catalog, Locale.ENGLISH, 3);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    /** Somebody on each, one photo a day, so that no day is an event. */
    private void write(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Path photo = folder.resolve("%03d-A.jpg".formatted(i));
            JpegWriter.write(TestPhotos.picture(i), photo, 0.6f);
            Instant taken = Instant.parse("2024-01-03T12:00:00Z").plus(Duration.ofDays(i));
            Files.writeString(
                    folder.resolve(photo.getFileName() + ".json"),
                    "{\"title\": \"%s\", \"photoTakenTime\": {\"timestamp\": \"%d\"}}"
                            .formatted(photo.getFileName(), taken.getEpochSecond()));
        }
    }

    private void index() throws IOException {
        new Indexer(catalog, new FileNameReading(), home, 2)
                .index(List.of(folder), () -> false, new Indexer.Listener() {
                    @Override
                    public void reading(int files) {}

                    @Override
                    public void read() {}

                    @Override
                    public void paused() {
                        paused.add(catalog.assets().count());
                        if (paused.size() == 1) {
                            assertThat(catalog.people().all())
                                    .as("who is on the first pictures")
                                    .hasSize(1);
                            first.tell();
                            assertThat(told()).isNotEmpty();
                        }
                    }
                });
    }

    private List<?> told() {
        return catalog.memories().shownSince(LocalDate.now());
    }

    @Test
    void areThereWhenFortyPicturesAreLookedAt() throws IOException {
        write(0, 100);
        index();
        assertThat(paused).containsExactly(40L, 80L);
        paused.clear();
        write(100, 120);
        index();
        assertThat(paused).as("it is new no more").isEmpty();
    }

    @Test
    void twentyPicturesAreEnough() throws IOException {
        write(0, 20);
        index();
        assertThat(paused).isEmpty();
        assertThat(told()).isEmpty();
        first.tellIfNone();
        assertThat(told()).isNotEmpty();
    }

    @Test
    void nothingIsToldWhereNobodyAsks() throws IOException {
        write(0, 20);
        index();
        new FirstMemories(catalog, Locale.ENGLISH, 0).tellIfNone();
        assertThat(told()).isEmpty();
    }
}
