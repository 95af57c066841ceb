package app.keepsake.catalog.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where backups of what the user said lie, to be named when they are needed. */
final class Backups {
    /** In the library's folder. */
    static final String FOLDER = "backups";

    private Backups() {}

    /** What to do after a damaged catalog was moved away. */
    static String advice(Path folder) {
        return newest(folder)
                .map(backup ->
                        ", and run \"keepsake restore %s\": it is the newest backup of what you said".formatted(backup))
                .orElse(" to begin a new one, and run \"keepsake restore FILE\" if you have a backup elsewhere");
    }

    private static Optional<Path> newest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".zip"))
                    .max(Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                            .thenComparing(Comparator.naturalOrder()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
