package app.keepsake.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
                "version",
                version,
                Runtime.version().toString(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
    }

    private static Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = system.getTotalMemorySize();
        Finding.Words words = Finding.Words.of(
                "machine",
                Runtime.getRuntime().availableProcessors(),
                all / GIGABYTE,
                system.getFreeMemorySize() / GIGABYTE);
        return all < LEAST_MEMORY_BYTES
                ? Finding.note("machine", "machine.little", words)
                : new Finding("machine", Finding.Health.WELL, words);
    }

    private static Finding disk(Path library) {
        try {
            FileStore store = Files.getFileStore(library);
            long free = store.getUsableSpace();
            Finding.Words words =
                    Finding.Words.of("disk", free / GIGABYTE, store.getTotalSpace() / GIGABYTE, library.toString());
            return free < LEAST_DISK_BYTES
                    ? Finding.ill("disk", "disk.little", words)
                    : new Finding("disk", Finding.Health.WELL, words);
        } catch (IOException e) {
            return Finding.ill("disk", "disk.silent", library.toString(), e.toString());
        }
    }
}
