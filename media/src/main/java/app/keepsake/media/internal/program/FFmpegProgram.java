package app.keepsake.media.internal.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the system has FFmpeg's program. */
public final class FFmpegProgram {
    private static final String NAME =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? "ffmpeg.exe" : "ffmpeg";

    private FFmpegProgram() {}

    /** The first one in the folders of this process's {@code PATH}, of which those that are relative do not count. */
    public static Optional<Path> onPath() {
        return in(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    static Optional<Path> in(String folders) {
        return Stream.of(folders.split(File.pathSeparator, -1))
                .flatMap(folder -> path(folder).stream())
                .filter(Path::isAbsolute)
                .map(folder -> folder.resolve(NAME))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Path> path(String folder) {
        try {
            return Optional.of(Path.of(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
