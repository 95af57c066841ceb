package app.keepsake.server.internal.folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where disks hang in the tree of folders. The system tells, from memory: no disk is touched, so that one which does not
 * answer holds nobody. On Linux it is the table of mounts (proc(5)), on macOS what lies in /Volumes, on Windows the drives.
 */
public final class Mounts {
    private static final Path TABLE = Path.of("/proc/self/mounts");
    private static final Path VOLUMES = Path.of("/Volumes");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");

    /** What the system keeps there is nobody's photos. */
    private static final Set<String> OF_SYSTEM = Set.of(
            "bin", "boot", "dev", "efi", "etc", "gnu", "lib", "lib64", "nix", "opt", "proc", "root", "run", "sbin",
            "snap", "srv", "sys", "tmp", "usr", "var", "home");

    private Mounts() {}

    /** All that hang somewhere below the tree's root, whatever they hold. */
    public static List<Path> all() {
        try {
            if (Files.isReadable(TABLE)) {
                return parse(Files.readString(TABLE, StandardCharsets.UTF_8));
            }
            if (Files.isDirectory(VOLUMES)) {
                return children(VOLUMES);
            }
        } catch (IOException | UncheckedIOException untold) {
            return List.of();
        }
        List<Path> roots = roots();
        return roots.size() > 1 || !roots.getFirst().equals(Path.of("/")) ? roots : List.of();
    }

    /** Where trees of folders begin: one on most systems, the drives on Windows. */
    public static List<Path> roots() {
        return StreamSupport.stream(
                        FileSystems.getDefault().getRootDirectories().spliterator(), false)
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(found::add);
        }
        return found;
    }

    /** The second word of each line is a path, in which blanks and the like stand as numbers. */
    static List<Path> parse(String table) {
        return table.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length > 1)
                .flatMap(words -> path(words[1]))
                .distinct()
                .toList();
    }

    private static Stream<Path> path(String word) {
        try {
            return Stream.of(Path.of(OCTAL.matcher(word).replaceAll(Mounts::character)));
        } catch (InvalidPathException untold) {
            return Stream.empty();
        }
    }

    private static String character(MatchResult octal) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(octal.group(1), 8)));
    }

    /** Whether a person would call it a disk that they put in, or that somebody put there for photos. */
    static boolean isOfPeople(Path mount) {
        if (mount.getNameCount() == 0) {
            // A drive of Windows; the one root of other systems is none.
            return !mount.equals(Path.of("/"));
        }
        String first = mount.getName(0).toString();
        boolean plugged = first.equals("run")
                && mount.getNameCount() > 2
                && mount.getName(1).toString().equals("media");
        return plugged || !OF_SYSTEM.contains(first);
    }

    /** Whether a folder is the system's own view of itself, in which there are no files. */
    static boolean isOfSystem(Path folder) {
        return Stream.of("/proc", "/sys", "/dev").anyMatch(folder::startsWith);
    }
}
