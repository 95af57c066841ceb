package app.keepsake.server.internal.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Small pictures that could not be made: beside where each would stand lies a file with the reason. The names of small
 * pictures hold the content's hash, so that a file that changes is tried again by itself.
 */
final class Failures {
    private static final String ENDING = ".failed";
    private static final String FOR_GOOD = "file";
    private static final Duration FOR_NOW = Duration.ofDays(1);

    private Failures() {}

    static void remember(Path picture, Failure failure) throws IOException {
        if (failure.kind() != Failure.Kind.OWN) {
            String kept = failure.kind() == Failure.Kind.FILE ? FOR_GOOD : "passing";
            Files.writeString(noteOf(picture), kept + "\n" + failure.reason());
        }
    }

    /** Why the picture is not to be tried; empty when it is. */
    static Optional<String> of(Path picture) throws IOException {
        Path note = noteOf(picture);
        try {
            // Damage to this file itself is no reason to fail at the picture.
            String[] lines = new String(Files.readAllBytes(note), StandardCharsets.UTF_8).split("\n", 2);
            Instant since = Files.getLastModifiedTime(note).toInstant();
            boolean holds = lines[0].equals(FOR_GOOD) || since.plus(FOR_NOW).isAfter(Instant.now());
            return lines.length == 2 && holds ? Optional.of(lines[1]) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static Path noteOf(Path picture) {
        return picture.resolveSibling(picture.getFileName() + ENDING);
    }
}
