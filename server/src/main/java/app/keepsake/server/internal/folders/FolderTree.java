package app.keepsake.server.internal.folders;

import app.keepsake.operations.library.MediaNames;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.StalledDisk;
import app.keepsake.server.internal.wire.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The folders of this machine, a folder at a time: names and kinds, never what is in a file. Hidden ones are left out.
 * Each disk has threads and a deadline of its own, so that one which does not answer holds back no other. Thread-safe.
 */
public final class FolderTree implements AutoCloseable {
    /** How many entries are listed at most. */
    static final int MOST = 1000;

    /** How many are looked at at most: in a folder of so many nobody chooses by name. */
    private static final int MOST_SEEN = 50_000;

    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);

    private final StartingPlaces places;
    private final Disks disks;
    private final Path home;

    public FolderTree() {
        this(new StartingPlaces(), Mounts::all, Path.of(System.getProperty("user.home")), DEADLINE);
    }

    /** @param mounts where disks hang, each of which may fail to answer alone */
    FolderTree(StartingPlaces places, Supplier<List<Path>> mounts, Path home, Duration deadline) {
        this.places = places;
        this.disks = new Disks(mounts, deadline, LEFT_ALONE);
        this.home = home;
    }

    /**
     * What lies in a folder.
     *
     * @param text the folder's whole path, or one from the user's home ({@code ~/}); empty for where to begin
     * @param wanted which files are listed, too
     * @throws Problem of the codes invalid, gone, file, unreadable, system
     * @throws StalledDisk when its disk does not answer
     */
    public Listing list(String text, Wanted wanted) throws IOException {
        if (text.isBlank()) {
            List<Entry> first = wanted == Wanted.MUSIC ? places.music() : List.of();
            return new Listing(
                    "",
                    "",
                    "",
                    Stream.concat(first.stream(), places.all().stream()).toList(),
                    false);
        }
        Path asked = path(text);
        Path real = real(asked);
        Found found = ask(real, () -> look(real, wanted));
        List<Entry> entries = Stream.concat(
                        found.entries.stream(), found.links.stream().flatMap(link -> behind(link, wanted)))
                .sorted(Comparator.comparing((Entry one) -> one.sort() == Entry.Sort.FILE)
                        .thenComparing(Entry::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Entry::name))
                .toList();
        return new Listing(
                real.toString(),
                real.equals(asked) ? "" : asked.toString(),
                Optional.ofNullable(real.getParent()).map(Path::toString).orElse(""),
                entries.subList(0, Math.min(MOST, entries.size())),
                found.more || entries.size() > MOST);
    }

    /**
     * A file as it would be listed, behind all links.
     *
     * @throws Problem when it would not be: it is not there, hidden, no file, or of another kind
     */
    public Path file(String text, Wanted wanted) throws IOException {
        Path asked = path(text);
        Path real = real(asked);
        boolean listed = Stream.of(asked, real)
                .allMatch(path -> wanted.takes(String.valueOf(path.getFileName())) && !isHidden(path));
        if (!listed || !ask(real, () -> Files.isRegularFile(real) && Files.isReadable(real))) {
            throw Problem.invalid("Expected a file of another kind, found \"%s\". Choose another one.".formatted(text));
        }
        return real;
    }

    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    /**
     * Roughly how many photos and clips lie in a folder and below it, as {@link #list} names it.
     *
     * @throws Problem as {@link #list} does
     */
    public PictureCount count(String text) throws IOException {
        Path real = real(path(text));
        return ask(real, () -> PictureCount.of(real));
    }

    /** What a folder holds, and links in it that are not followed yet: they may lead to another disk. */
    private record Found(List<Entry> entries, List<Path> links, boolean more) {}

    private static Found look(Path folder, Wanted wanted) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Path> links = new ArrayList<>();
        int seen = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                if (++seen > MOST_SEEN || entries.size() + links.size() > MOST) {
                    return new Found(entries, links, true);
                }
                String name = one.getFileName().toString();
                if (name.startsWith(".") || MediaNames.isPhotoOrClip(name) || Mounts.isOfSystem(one)) {
                    continue;
                }
                attributes(one).ifPresent(is -> {
                    if (is.isSymbolicLink()) {
                        links.add(one);
                    } else if (is.isDirectory() && !Files.exists(one.resolve(".nomedia"), LinkOption.NOFOLLOW_LINKS)) {
                        entries.add(Entry.at(one, Entry.Sort.FOLDER));
                    } else if (is.isRegularFile() && wanted.takes(name)) {
                        entries.add(Entry.at(one, Entry.Sort.FILE));
                    }
                });
            }
        } catch (DirectoryIteratorException broken) {
            throw Objects.requireNonNull(broken.getCause());
        }
        return new Found(entries, links, false);
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** A link with where it leads to, if that is a folder, or a wanted file; its own disk is asked. */
    private Stream<Entry> behind(Path link, Wanted wanted) {
        try {
            Path next = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
            if (Mounts.isOfSystem(next)) {
                return Stream.empty();
            }
            Path real = disks.ask(next, next::toRealPath);
            Entry.Sort sort = disks.ask(real, () -> Files.isDirectory(real)) ? Entry.Sort.FOLDER : Entry.Sort.FILE;
            boolean shown =
                    sort == Entry.Sort.FOLDER || wanted.takes(link.getFileName().toString());
            return shown && !Mounts.isOfSystem(real)
                    ? Stream.of(new Entry(link.getFileName().toString(), link.toString(), sort, real.toString()))
                    : Stream.empty();
        } catch (IOException leadsNowhere) {
            return Stream.empty();
        }
    }

    private Path path(String text) {
        try {
            String whole = text.strip();
            Path path = (whole.equals("~") || whole.startsWith("~/")
                            ? Path.of(home + whole.substring(1))
                            : Path.of(whole))
                    .normalize();
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException none) {
            // Said below.
        }
        throw Problem.invalid(
                "Expected a folder by its whole path, such as /home/anna/Pictures, found \"%s\".".formatted(text));
    }

    /** The folder itself, behind all links. */
    private Path real(Path asked) throws IOException {
        refuseSystem(asked);
        Path real = ask(asked, asked::toRealPath);
        refuseSystem(real);
        return real;
    }

    private static void refuseSystem(Path folder) {
        if (Mounts.isOfSystem(folder)) {
            throw new Problem(
                    403,
                    "system",
                    "%s belongs to the system, and holds no photos. Choose another folder.".formatted(folder));
        }
    }

    /** A question to a disk. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws Exception;
    }

    <T> T ask(Path folder, Question<T> question) throws IOException {
        try {
            return disks.ask(folder, question::ask);
        } catch (NoSuchFileException gone) {
            throw new Problem(
                    404, "gone", "%s is not there. Connect its disk, or choose another folder.".formatted(folder));
        } catch (NotDirectoryException file) {
            throw new Problem(422, "file", "%s is a file. Choose the folder that it lies in.".formatted(folder));
        } catch (AccessDeniedException denied) {
            throw unreadable(folder, null);
        } catch (StalledDisk stalled) {
            throw stalled;
        } catch (IOException broken) {
            throw unreadable(folder, broken.getMessage());
        }
    }

    private static Problem unreadable(Path folder, @Nullable String why) {
        return new Problem(
                403,
                "unreadable",
                "%s cannot be read%s. Allow the account that Keepsake runs under to read it, or choose another folder."
                        .formatted(folder, why == null ? "" : " (" + why + ")"));
    }

    /** Waits for no disk. */
    @Override
    public void close() {
        disks.close();
    }
}
