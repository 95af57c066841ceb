package app.keepsake.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears under its name only when all of it is written. */
final class CompleteFile {
    private CompleteFile() {}

    /** Writes what a file shall hold. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws MediaException {
        try {
            beside(file.toAbsolutePath(), content);
        } catch (IOException e) {
            throw new MediaException(
                    file,
                    "a file that can be written",
                    "the error \"" + e + "\"",
                    "Check that the disk has room and that the folder may be written to.");
        }
    }

    private static void beside(Path target, Content content) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
