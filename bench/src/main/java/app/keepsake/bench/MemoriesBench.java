package app.keepsake.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keepsake bench memories}: a simulated library of known story, in a process of its own for its heap's sake. */
@Command(
        name = "memories",
        description = "Measures how long memories of a large simulated library take, in a heap of 512 MiB,"
                + " and how well they fit the story of smaller ones.",
        mixinStandardHelpOptions = true)
final class MemoriesBench implements Callable<Integer> {
    @Option(
            names = "--assets",
            paramLabel = "N",
            description = "Of the large library (default: ${DEFAULT-VALUE}).",
            defaultValue = "500000")
    private int assets;

    @Option(
            names = "--seeds",
            paramLabel = "SEED",
            split = ",",
            description = "Of the smaller ones (default: ${DEFAULT-VALUE}).",
            defaultValue = "1,2,3")
    private List<Long> seeds = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "app.keepsake.memories.simulator.Scale",
                Integer.toString(assets)));
        seeds.forEach(seed -> command.add(Long.toString(seed)));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
