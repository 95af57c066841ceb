package app.keepsake.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is there for one measurement. */
record Scratch(Path folder) implements AutoCloseable {
    /** @param name with which the folder's begins */
    static Scratch make(String name) throws IOException {
        return new Scratch(Files.createTempDirectory(name));
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Deletes it with all that is in it. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
