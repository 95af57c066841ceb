package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Stage;
import app.keepsake.media.JpegWriter;
import app.keepsake.testbed.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index run goes on when a disk stops to answer. A pipe that nobody writes into holds whoever opens it, as such a disk
 * does.
 */
final class StalledDiskTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final int PHOTOS = 6;

    @TempDir
    Path root;

    private Catalog catalog;
    private Path gone;
    private Path there;

    @BeforeEach
    void takePhotos() throws IOException {
        catalog = Catalog.open(root.resolve("catalog.db"));
        gone = Files.createDirectory(root.resolve("gone"));
        there = Files.createDirectory(root.resolve("there"));
        for (int i = 0; i < 2 * PHOTOS; i++) {
            write((i < PHOTOS ? gone : there).resolve(i + ".jpg"), i);
        }
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private static void write(Path file, long seed) throws IOException {
        JpegWriter.write(TestPhotos.picture(seed), file, 0.9f);
    }

    /** Tells facts, and finds nothing. */
    private static class Plain implements FileReading {
        @Override
        public Map<Stage, String> versions() {
            return Map.of(Stage.METADATA, "1");
        }

        @Override
        public AssetFacts facts(Path file) throws IOException {
            return new FileNameReading().facts(file);
        }

        @Override
        public Findings findings(Path file, AssetFacts facts) throws IOException {
            return new Findings(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), versions());
        }
    }

    /** Reads with a disk that stops to answer at its third photo. */
    private final class Stalling extends Plain {
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        @Override
        public AssetFacts facts(Path file) throws IOException {
            if (file.startsWith(gone) && read.incrementAndGet() > 2) {
                Path pipe = file.resolveSibling("pipe");
                synchronized (this) {
                    if (!Files.exists(pipe)) {
                        Path ignored = Pipes.make(pipe);
                    }
                }
                Files.delete(file);
                Files.createLink(file, pipe);
                Files.newInputStream(file).close();
                ended.incrementAndGet();
            }
            return super.facts(file);
        }

        @Override
        public void lost(Thread thread) {
            lost.incrementAndGet();
        }
    }

    private IndexReport index(FileReading reading) throws IOException {
        return new Indexer(catalog, reading, root.resolve("own"), 2, DEADLINE)
                .index(List.of(gone, there), () -> false, new Indexer.Listener() {
                    @Override
                    public void reading(int files) {}

                    @Override
                    public void read() {}
                });
    }

    @Test
    void aFolderThatStallsIsLeftForTheNextRunAndTheOthersAreNot() throws IOException {
        Stalling stalling = new Stalling();
        IndexReport report = index(stalling);
        assertThat(report.silent()).containsExactly(gone);
        assertThat(report.unreached()).isEqualTo(PHOTOS - 2);
        assertThat(report.analysed()).isEqualTo(2 + PHOTOS);
        assertThat(report.problems()).as("nothing is wrong with the files").isEmpty();
        assertThat(stalling.lost.get()).isBetween(1, 2);
        assertThat(stalling.ended).hasValue(0);
        try (Indexing indexing = catalog.beginIndexing()) {
            assertThat(indexing.taken(gone)).as("no process died").isEmpty();
        }
        for (int i = 0; i < PHOTOS; i++) {
            Files.deleteIfExists(gone.resolve(i + ".jpg"));
            write(gone.resolve(i + ".jpg"), i);
        }
        IndexReport next = index(new Plain());
        assertThat(next.silent()).isEmpty();
        assertThat(catalog.assets().count()).isEqualTo(2 * PHOTOS);
    }

    @Test
    void whatTakesLongOnADiskThatAnswersIsWaitedFor() throws IOException {
        IndexReport report = index(new Plain() {
            @Override
            public Findings findings(Path file, AssetFacts facts) throws IOException {
                if (file.endsWith("3.jpg")) {
                    try {
                        boolean ignored = new CountDownLatch(1).await(3 * DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                return super.findings(file, facts);
            }
        });
        assertThat(report.silent()).isEmpty();
        assertThat(report.analysed()).isEqualTo(2 * PHOTOS);
    }
}
