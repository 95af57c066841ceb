package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog's file that a disk or a copy has harmed. */
final class DamagedCatalogTest {
    private static final int PHOTOS = 300;
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("catalog.db");
        try (Catalog catalog = Catalog.open(file)) {
            List<Shot> shots = new ArrayList<>();
            try (Indexing indexing = catalog.beginIndexing()) {
                for (int i = 0; i < PHOTOS; i++) {
                    Asset asset = Samples.add(
                            indexing,
                            folder.resolve(i + ".jpg"),
                            Samples.NOON.plusMinutes(i),
                            List.of(Samples.face(0.1)));
                    shots.add(new Shot(asset.id(), Shot.Role.BODY, "it is sharp"));
                }
            }
            LocalDate day = LocalDate.of(2024, 5, 3);
            Memory memory = new Memory("m", "trip", "Lisbon", "May", day, day, 1, 0.5, shots, "1");
            assertThat(catalog.memories().put(List.of(memory), catalog.choices().revision()))
                    .isTrue();
            assertThat(catalog.memories()
                            .rendered(
                                    folder.resolve("m.mp4"),
                                    memory,
                                    List.of(),
                                    Optional.empty(),
                                    catalog.choices().revision()))
                    .isPresent();
            for (int i = 0; i < 50; i++) {
                catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("tag " + i), "note");
                catalog.people().name(catalog.people().create(false).id(), "Somebody " + i);
            }
        }
        whole = Files.readAllBytes(file);
        assertThat(Files.exists(folder.resolve("catalog.db-wal"))).isFalse();
    }

    private static void readAll(Catalog catalog) {
        catalog.assets().each(view -> {});
        catalog.assets().views(List.of(1L, 2L, 200L)).forEach(AssetView::files);
        catalog.files().problems();
        catalog.people().all();
        catalog.people().corrections();
        catalog.memories().all();
        catalog.memories().films();
        catalog.choices().inForce();
        catalog.edits().all();
        catalog.choices().add(Choice.Stance.LESS, new Subject.OfTag("another"), "");
    }

    /** Opens and uses the catalog: either all is well, or one sentence says what is wrong and what to do. */
    private Optional<String> used(String what) {
        return messageOf(what, () -> {
            try (Catalog catalog = Catalog.open(file)) {
                readAll(catalog);
            }
        });
    }

    private Optional<String> messageOf(String what, Runnable use) {
        Throwable failure = catchThrowable(use::run);
        if (failure == null) {
            return Optional.empty();
        }
        assertThat(failure).as(what).isInstanceOf(CatalogException.class);
        assertThat(failure.getMessage()).as(what).contains(file.toString()).doesNotContain("[SQLITE");
        return Optional.of(failure.getMessage());
    }

    @Test
    void flippedBytesAreToldAsDamage() throws IOException {
        Random random = new Random(20261130);
        int harmed = 0;
        for (int i = 0; i < 120; i++) {
            byte[] changed = whole.clone();
            int page = random.nextInt(whole.length / PAGE) * PAGE;
            for (int j = 0; j < 60; j++) {
                changed[page + random.nextInt(PAGE)] ^= (byte) (1 + random.nextInt(255));
            }
            overwrite(changed);
            Optional<String> told = used("page at " + page);
            if (told.isPresent()) {
                harmed++;
                assertThat(told.get()).as("page at %d", page).contains("damaged", "restore");
            }
        }
        assertThat(harmed).as("of 120; the other pages are free or not read").isGreaterThan(30);
    }

    @Test
    void aCutFileIsToldAsDamage() throws IOException {
        for (int part = 1; part < 10; part++) {
            overwrite(java.util.Arrays.copyOf(whole, whole.length * part / 10));
            assertThat(used("cut to tenths: " + part))
                    .hasValueSatisfying(told -> assertThat(told).contains("damaged", "restore"));
        }
    }

    @Test
    void theNewestBackupIsNamed() throws IOException {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        for (String name : List.of("a-new.zip", "b-old.zip", "notes.txt")) {
            Files.writeString(backups.resolve(name), name);
        }
        assertThat(backups.resolve("b-old.zip").toFile().setLastModified(1_000_000_000_000L))
                .isTrue();
        overwrite(java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(used("cut"))
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("keepsake restore " + backups.resolve("a-new.zip"))
                        .doesNotContain("b-old"));
    }

    @Test
    void whatIsOfAnEmptyFileOrOfALostJournalIsNotBegunAnewInSilence() throws IOException {
        overwrite(new byte[0]);
        Files.writeString(folder.resolve("catalog.db.lock"), "1");
        assertThat(used("empty")).hasValueSatisfying(told -> assertThat(told).contains("empty", "restore"));
    }

    /** The advice is followed: the file is moved away, what lies beside it stays. */
    @Test
    void anotherBeginsWhereADamagedOneWasMovedAway() throws IOException {
        Said said;
        try (Catalog catalog = Catalog.open(file)) {
            said = catalog.said();
        }
        for (byte[] damaged : List.of(new byte[0], java.util.Arrays.copyOf(whole, whole.length / 2))) {
            overwrite(damaged);
            assertThat(used("damaged"))
                    .hasValueSatisfying(told -> assertThat(told).contains("move it away"));
            Files.move(file, folder.resolve("moved " + damaged.length));
            assertThat(Files.exists(folder.resolve("catalog.db.lock"))).isTrue();
            for (int start = 0; start < 2; start++) {
                assertThat(used("begun anew")).isEmpty();
            }
            try (Catalog catalog = Catalog.open(file)) {
                assertThat(catalog.restore(said, Restored.Way.REPLACE, () -> {}).choices())
                        .isEqualTo(50);
            }
        }
    }

    @Test
    void aLostJournalLosesTheLastWordsAndNoMore() throws IOException {
        Consumer<Catalog> last = catalog -> catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("last"), "");
        byte[] before;
        try (Catalog catalog = Catalog.open(file)) {
            last.accept(catalog);
            before = Files.readAllBytes(file);
        }
        overwrite(before);
        Optional<String> told = used("without its journal");
        assertThat(told.filter(words -> !words.contains("damaged"))).isEmpty();
    }

    private void overwrite(byte[] content) throws IOException {
        for (String end : List.of("-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("catalog.db" + end));
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(0);
            out.write(content);
        }
    }
}
