package app.keepsake.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long memories of a large simulated library take, all of them and after one changed choice, and their heap. */
@Command(
        name = "memories",
        description = "Tells memories of a large simulated library, then again after one changed choice of each sort.",
        mixinStandardHelpOptions = true)
final class MemoriesBench implements Callable<Integer> {
    @Option(names = "--assets", defaultValue = "500000", description = "Of the library (${DEFAULT-VALUE}).")
    private int assets;

    @Option(names = "--heap", defaultValue = "512", description = "At most, in MiB (${DEFAULT-VALUE}).")
    private int heap;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return start(assets, heap).inheritIO().start().waitFor();
    }

    static ProcessBuilder start(int assets, int heap) {
        return new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                MemoriesProcess.class.getName(),
                Integer.toString(assets)));
    }
}
