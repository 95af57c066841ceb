package app.keepsake.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The backups that Keepsake makes by itself, in the library's folder "backups": one a night on which something is new,
 * of which the newest are kept; and one before each restoring, so that it can be taken back.
 */
public final class BackupFolder {
    /** So many nights are kept, and as many restorings. */
    public static final int KEPT = 14;

    private static final Pattern NIGHTLY = Pattern.compile("keepsake-\\d{4}-\\d\\d-\\d\\d\\.zip");
    private static final Pattern BEFORE = Pattern.compile("before-\\d{8}-\\d{6}\\.zip");
    private static final String ASKED = "asked.zip";
    private static final String UPLOADED = "uploaded.zip";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;

    /** @param root the library's folder */
    public BackupFolder(Path root) {
        this.folder = root.resolve("backups");
    }

    /** The newest first. */
    public List<Path> nightly() throws IOException {
        return named(folder, NIGHTLY);
    }

    /** Whether there is one of a day. */
    public boolean isKept(LocalDate day) throws IOException {
        return nightly().contains(nightly(day));
    }

    private Path nightly(LocalDate day) {
        return folder.resolve("keepsake-" + day + ".zip");
    }

    /**
     * Keeps a backup of tonight, if something in it is new.
     *
     * @return where it is; empty when the newest one holds the same, or there is nothing to keep
     */
    public Optional<Path> keep(Backup backup, LocalDate today) throws IOException {
        Optional<Path> newest = nightly().stream().findFirst();
        if (backup.isEmpty() || newest.filter(backup::isSameAs).isPresent()) {
            return Optional.empty();
        }
        Path ignored = made(folder);
        backup.write(nightly(today));
        forgetOld(folder, NIGHTLY);
        return Optional.of(nightly(today));
    }

    /** Keeps what is there before something else takes its place; empty when there is nothing to keep. */
    public Optional<Path> keepBefore(Backup backup, LocalDateTime now) throws IOException {
        if (backup.isEmpty()) {
            return Optional.empty();
        }
        Path before = made(made(folder).resolve("before-restore"));
        Path file = before.resolve("before-" + SECOND.format(now) + ".zip");
        backup.write(file);
        forgetOld(before, BEFORE);
        return Optional.of(file);
    }

    /** Where a backup is written that was asked for, until it was sent. */
    public Path asked() throws IOException {
        return made(folder).resolve(ASKED);
    }

    /** Forgets the backup that was asked for, if it is the one of this name. */
    public void forgetAsked(String name) throws IOException {
        if (name.equals(ASKED)) {
            Files.deleteIfExists(folder.resolve(ASKED));
        }
    }

    /** Where a backup is that was sent here. */
    public Path uploaded() {
        return folder.resolve("uploaded").resolve(UPLOADED);
    }

    /** Keeps a backup that was sent here, until it was brought back or another comes. */
    public void upload(PrivateFile.Content content) throws IOException {
        Path ignored = made(made(folder).resolve("uploaded"));
        PrivateFile.write(uploaded(), content);
    }

    public void forgetUploaded() throws IOException {
        Files.deleteIfExists(uploaded());
    }

    /** A nightly one, the one that was asked for, or the one that was sent here, if it is there. */
    public Optional<Path> named(String name) throws IOException {
        List<Path> all = new ArrayList<>(nightly());
        all.add(folder.resolve(ASKED));
        all.add(uploaded());
        return all.stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static void forgetOld(Path folder, Pattern names) throws IOException {
        List<Path> all = named(folder, names);
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static List<Path> named(Path folder, Pattern names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static Path made(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        boolean posix = Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        return Files.createDirectories(folder, attributes);
    }
}
