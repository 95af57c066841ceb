package app.keepsake.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What another Java process holds; as Linux tells.
 *
 * @param heapKib objects that are alive, after a collection
 */
record Holding(long residentKib, long heapKib, long threads, long files) {
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    static Holding of(Process process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        long resident = 0;
        long threads = 0;
        for (String line : Files.readAllLines(proc.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                resident = number(line);
            } else if (line.startsWith("Threads:")) {
                threads = number(line);
            }
        }
        try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
            return new Holding(resident, 0, threads, open.count());
        }
    }

    /** After a collection of garbage. */
    static Holding alive(Process process) throws IOException, InterruptedException {
        String ignored = jcmd(process, "GC.run");
        long heap = 0;
        for (String line : jcmd(process, "GC.heap_info").lines().toList()) {
            Matcher used = USED.matcher(line);
            if (used.find()) {
                heap += Long.parseLong(used.group(1));
            }
        }
        Holding held = of(process);
        return new Holding(held.residentKib, heap, held.threads, held.files);
    }

    String resident() {
        return "%d MiB".formatted(residentKib >> 10);
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    private static String jcmd(Process process, String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException("jcmd %s failed: %s".formatted(command, said));
        }
        return said;
    }
}
