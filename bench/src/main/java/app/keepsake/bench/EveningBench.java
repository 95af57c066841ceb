package app.keepsake.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keepsake bench evening}. */
@Command(
        name = "evening",
        description = "The first evening: how long it takes from the service's start over an empty library, to which a"
                + " folder of new photos is named, until a film of them plays. Ends with 1 where that is longer than the"
                + " bar.")
final class EveningBench implements Callable<Integer> {
    @Option(
            names = "--photos",
            paramLabel = "DIR",
            description = "A folder with photos and clips to take (default: those that the demo makes).")
    private @Nullable Path photos;

    @Option(names = "--count", defaultValue = "50", description = "How many of them, by name (${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--bar", defaultValue = "60", description = "Seconds that it may take (${DEFAULT-VALUE}).")
    private double bar;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Scratch scratch = Scratch.make("keepsake-evening")) {
            Path folder = Files.createDirectory(scratch.resolve("new"));
            List<Path> taken = copy(photos == null ? samples(scratch.resolve("demo")) : photos, folder);
            say("%d files, %d cores", taken.size(), Runtime.getRuntime().availableProcessors());
            try (Evening evening = new Evening(
                    Files.createDirectory(scratch.resolve("library")),
                    (stage, second) -> say("%6.1f s  %s", second, stage))) {
                double plays = evening.play(folder);
                say("%s: %.1f s, the bar is %.0f s", plays <= bar ? "In time" : "Too late", plays, bar);
                return plays <= bar ? 0 : 1;
            }
        }
    }

    private static Path samples(Path folder) throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(
                        System.getProperty("keepsake.command"), "demo", "--only-photos", "--library", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = demo.waitFor();
        if (code != 0) {
            throw new IOException(
                    "The demo's photos could not be made; 'keepsake demo' ended with %d.".formatted(code));
        }
        return folder.resolve("photos");
    }

    /** With their sidecars, which are not counted. */
    private List<Path> copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> media =
                files.stream().filter(file -> !isSidecar(file)).limit(count).toList();
        for (Path file : files) {
            if (media.contains(file) || isSidecar(file)) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return media;
    }

    private static boolean isSidecar(Path file) {
        return file.toString().matches("(?i).*\\.(xmp|json)");
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
