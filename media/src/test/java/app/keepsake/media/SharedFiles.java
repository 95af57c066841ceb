package app.keepsake.media;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Camera files beside the checkout, which not everyone has. */
final class SharedFiles {
    private static final List<String> ENDINGS =
            List.of(".jpg", ".jpeg", ".heic", ".heif", ".png", ".webp", ".gif", ".tif", ".tiff", ".mov", ".mp4");

    private SharedFiles() {}

    /** The folder, or a skipped test. */
    static Path folder() {
        return folder("data/files");
    }

    /** Small files that were once read wrongly. */
    static Path cases() {
        return folder("data/cases");
    }

    private static Path folder(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path files = at.resolveSibling("shared").resolve(name);
            if (Files.isDirectory(files)) {
                return files;
            }
        }
        return Assumptions.abort("The folder shared/" + name + " with camera files is not beside this checkout.");
    }

    static Path file(String name) {
        Path file = folder().resolve(name);
        Needs.data(Files.exists(file), name + " is not among the shared camera files.");
        return file;
    }

    /** All photos and clips, in the order of their names. */
    static List<Path> media() {
        try (Stream<Path> tree = Files.walk(folder())) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
