package app.keepsake.training.internal.evaluation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An index run in a process of its own, started as the service starts one that nobody waits for. Closing stops it and
 * deletes its library.
 */
public final class IndexBeside implements AutoCloseable {
    private final Process process;
    private final Path library;

    private IndexBeside(Process process, Path library) {
        this.process = process;
        this.library = library;
    }

    /** Starts {@code keepsake index} on a folder and waits until it is at work. */
    public static IndexBeside start(Path folder) throws IOException, InterruptedException {
        Path library = Files.createTempDirectory("keepsake-beside");
        Process process = new ProcessBuilder(
                        "nice",
                        "-n",
                        "19",
                        launcher().toString(),
                        "index",
                        folder.toString(),
                        "--library",
                        library.toString())
                .redirectErrorStream(true)
                .redirectOutput(library.resolve("log").toFile())
                .start();
        Thread.sleep(4000);
        return new IndexBeside(process, library);
    }

    /** The jars lie in {@code training/target/keepsake/lib} of the checkout. */
    private static Path launcher() throws IOException {
        try {
            Path code = Path.of(IndexBeside.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = code.getParent(); folder != null; folder = folder.getParent()) {
                if (Files.isExecutable(folder.resolve("keepsake")) && Files.isRegularFile(folder.resolve("keepsake"))) {
                    return folder.resolve("keepsake");
                }
            }
            throw new IOException("No launcher 'keepsake' was found above %s. Run from a checkout.".formatted(code));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(library)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
