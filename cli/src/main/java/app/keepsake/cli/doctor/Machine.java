package app.keepsake.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The program, the machine that it runs on, and the disk that the library is on. */
final class Machine {
    private static final long LEAST_DISK_BYTES = 2L << 30;
    private static final long LEAST_MEMORY_BYTES = 2L << 30;
    private static final double GIGABYTE = 1L << 30;

    private Machine() {}

    static List<Finding> look(Path library, String version) {
        return List.of(version(version), memory(), disk(library));
    }

    private static Finding version(String version) {
        return Finding.well(
                "version",
                "Keepsake %s, by Java %s, on %s %s (%s)."
                        .formatted(
                                version,
                                Runtime.version(),
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")));
    }

    private static Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = system.getTotalMemorySize();
        String words = "%d cores, %s GB of memory, of which %s GB are free."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        gigabytes(all),
                        gigabytes(system.getFreeMemorySize()));
        return all < LEAST_MEMORY_BYTES
                ? Finding.note("machine", words + " That is little: large photos may not fit.")
                : Finding.well("machine", words);
    }

    private static Finding disk(Path library) {
        try {
            FileStore store = Files.getFileStore(library);
            long free = store.getUsableSpace();
            String words = "%s GB of %s GB are free on the disk with the library %s."
                    .formatted(gigabytes(free), gigabytes(store.getTotalSpace()), library);
            return free < LEAST_DISK_BYTES
                    ? Finding.ill("disk", words + " Below 2 GB nothing is done in the background. Make room.")
                    : Finding.well("disk", words);
        } catch (IOException e) {
            return Finding.ill("disk", "The disk with the library %s does not answer: %s.".formatted(library, e));
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIGABYTE);
    }
}
