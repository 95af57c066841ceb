package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.sources.Source;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads what a large Immich tells, which is simulated, without its pictures, and says how long that took and how much
 * memory it held. The property {@code keepsake.assets} says of how many.
 */
final class ManyAssetsTest {
    private static final int ASSETS = Integer.getInteger("keepsake.assets", 50_000);

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    @Tag("slow")
    void areReadAndReadAgain(int major) throws Exception {
        try (TestSource library = new TestSource(root, major)) {
            library.immich.addMany(ASSETS);
            Duration first = read(library, ASSETS);
            Duration second = read(library, 0);
            System.out.printf(
                    "Immich %d (simulated), %d assets: first reading %.1f s, second %.1f s, heap at most %d MiB of %d.%n",
                    major,
                    ASSETS,
                    first.toMillis() / 1000.0,
                    second.toMillis() / 1000.0,
                    held() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static long held() {
        return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Duration read(TestSource library, int changed) throws Exception {
        long start = System.nanoTime();
        try (Source source = library.sources.open(library.saved)) {
            SyncReport report = KilledReadingTest.Reading.read(library.catalog, library.sources, library.saved, source);
            assertThat(report.known()).isEqualTo(ASSETS);
            assertThat(report.changed()).isEqualTo(changed);
            assertThat(report.gone()).isZero();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
