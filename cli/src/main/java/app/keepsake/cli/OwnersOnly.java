package app.keepsake.cli;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps what is in a library from other accounts of the machine. A library may share its folder with photos: only what
 * Keepsake makes is looked at, and originals stay as they are.
 */
final class OwnersOnly {
    /** What Keepsake keeps in a library, by the beginning of the name. */
    private static final List<String> FILES = List.of(
            "catalog.db",
            "access.json",
            "settings.json",
            "shares.json",
            "targets.json",
            "last.json",
            "keepsake.properties",
            ".files.lock",
            ".service.lock");

    private static final List<String> FOLDERS = List.of("films", "shared", "cache", "targets", "log", "backups");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final int OTHERS_BITS = 0077;

    private OwnersOnly() {}

    /** From now on, what this process makes is its owner's alone, and so is what its children make. */
    static void fromNowOn() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("umask").ifPresent(address -> {
            MethodHandle umask =
                    linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            try {
                int ignored = (int) umask.invokeExact(OTHERS_BITS);
            } catch (Throwable impossible) {
                throw new IllegalStateException("The system's umask cannot be set.", impossible);
            }
        });
    }

    /** Makes a library's folder, and mends one that others may look into. Systems without such rights are left as they are. */
    static void make(Path root) throws IOException {
        if (!Files.getFileStore(existing(root)).supportsFileAttributeView("posix")) {
            Files.createDirectories(root);
            return;
        }
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root.toAbsolutePath().getParent());
            Files.createDirectories(root, PosixFilePermissions.asFileAttribute(FOLDER));
            return;
        }
        boolean open = isOpen(root);
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = entry.getFileName().toString();
                if (FILES.stream().anyMatch(name::startsWith)) {
                    close(entry);
                } else if (open && FOLDERS.contains(name)) {
                    closeAll(entry);
                }
            }
        }
        // Last, for it says that all below was looked at.
        if (open && !isEverybodys(root)) {
            close(root);
        }
    }

    /** Keeps a film for its owner, if it lies in the library and not where the owner asked for it. */
    static void keep(Path file, Path root) {
        if (file.toAbsolutePath().normalize().startsWith(root)) {
            close(file);
        }
    }

    private static Path existing(Path root) {
        Path there = root.toAbsolutePath();
        while (!Files.exists(there)) {
            there = Optional.ofNullable(there.getParent()).orElseThrow();
        }
        return there;
    }

    private static boolean isOpen(Path path) throws IOException {
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        return !FOLDER.containsAll(now);
    }

    /** A folder such as /tmp is none of ours, even if a library was put there. */
    private static boolean isEverybodys(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
                || folder.toAbsolutePath().normalize().equals(Path.of(System.getProperty("user.home")))
                || folder.toAbsolutePath().normalize().getParent() == null;
    }

    private static void closeAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Iterator<Path> each = all.iterator();
            while (each.hasNext()) {
                close(each.next());
            }
        }
    }

    /** Takes from others what they may; what belongs to another account stays as it is. */
    private static void close(Path path) {
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(path) && isOpen(path)) {
                Set<PosixFilePermission> now = EnumSet.copyOf(Files.isDirectory(path) ? FOLDER : FILE);
                now.retainAll(Files.getPosixFilePermissions(path));
                Files.setPosixFilePermissions(path, now);
            }
        } catch (IOException | UnsupportedOperationException othersOwn) {
            return;
        }
    }
}
