package app.keepsake.operations.index;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A limit to what a process that opens users' files may take, where the system can hold it to one. */
public final class LimitedMemory {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final long LEAST = 256L << 20;
    private static final long MOST = 1600L << 20;

    /** The process goes first when memory runs out, whoever took it; and it may only take so many KiB of data. */
    private static final String LIMITED =
            "echo 1000 2>/dev/null >/proc/self/oom_score_adj; ulimit -d \"$0\" 2>/dev/null; exec \"$@\"";

    private LimitedMemory() {}

    /** Half of what the machine has, or the group of processes, in bytes; enough for the largest pictures at most. */
    public static long ofMachine() {
        long all =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.clamp(all / 2, LEAST, MOST);
    }

    /**
     * The words that go before those of a command.
     *
     * @param bytes of data: the heap, and what is outside of it
     */
    public static List<String> words(long bytes) {
        return Files.isExecutable(SHELL)
                ? List.of(SHELL.toString(), "-c", LIMITED, Long.toString(bytes >> 10))
                : List.of();
    }

    /** Java's option for the heap within such a limit: what is decoded lies outside of it. */
    public static String heapOption(long bytes) {
        return "-Xmx" + (bytes * 2 / 5 >> 20) + "m";
    }
}
