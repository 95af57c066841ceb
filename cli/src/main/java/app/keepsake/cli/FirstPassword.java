package app.keepsake.cli;

import app.keepsake.server.KeepsakeServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The password to begin with, from a file: how one is given to a service that nobody sits in front of. */
final class FirstPassword {
    private static final int LONGEST = 1024;

    private FirstPassword() {}

    /**
     * Sets it, where the library has none yet.
     *
     * @throws IOException when the file cannot be read, or its first line is no password
     */
    static void set(Path library, Path file) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new IOException("%s: expected a file with a password, found none.".formatted(file), e);
        }
        String line = text.lines().findFirst().orElse("").strip();
        try {
            KeepsakeServer.beginWithPassword(library, line);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: %s. Write a longer one into its first line.".formatted(file, e.getMessage()), e);
        }
    }
}
