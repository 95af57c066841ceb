package app.keepsake.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code index} in a process of its own, started as the launcher starts it. */
final class IndexProcess {
    private IndexProcess() {}

    static Map<String, Object> measure(Path photos, Path library) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + options("jvm.options"),
                "@" + options("index.options")));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "app.keepsake.cli.Main",
                "index",
                "--json",
                "--library",
                library.toString(),
                photos.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, readPeak(process));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("coldProcess", output.strip());
        result.put("peakRssMiB", peak / 1048576);
        return result;
    }

    private static long readPeak(Process process) {
        try {
            return ArenaMemory.peakRss(Long.toString(process.pid()));
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The launcher's options lie in the checkout that this is run from. */
    private static Path options(String name) throws IOException {
        Path options = Path.of("cli", "src", "main", "launcher", name);
        if (!java.nio.file.Files.exists(options)) {
            throw new IOException(options.toAbsolutePath()
                    + ": expected the launcher's options, found nothing. Run it in the checkout.");
        }
        return options;
    }
}
