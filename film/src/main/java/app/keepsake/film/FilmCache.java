package app.keepsake.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parts of films that were rendered, so that a film that changes little, or whose rendering was stopped, is not made
 * anew. When it grows over its limit, what was not used for longest is forgotten. It may be deleted at any time.
 * Thread-safe; several processes may share a folder.
 */
public final class FilmCache {
    private final Path folder;
    private final long limit;

    /** What a file is. */
    private record Entry(Path file, long size, FileTime used) {}

    private FilmCache(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * A cache in a folder, which is made when it is first written to.
     *
     * @param limit bytes
     */
    public static FilmCache in(Path folder, long limit) {
        return new FilmCache(folder, limit);
    }

    /** What was kept under a name. */
    public Optional<byte[]> get(String name) {
        Path file = folder.resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps bytes under a name; a disk that is full is no error, since all can be made again. */
    public void put(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name, ".part");
            try {
                Files.write(part, bytes);
                Files.move(
                        part,
                        folder.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            forget();
        } catch (IOException e) {
            // The next render makes it again.
            return;
        }
    }

    private synchronized void forget() throws IOException {
        List<Entry> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.flatMap(FilmCache::entry)
                    .sorted(Comparator.comparing(Entry::used))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        long size = entries.stream().mapToLong(Entry::size).sum();
        for (Entry entry : entries) {
            if (size <= limit) {
                return;
            }
            Files.deleteIfExists(entry.file);
            size -= entry.size;
        }
    }

    private static Stream<Entry> entry(Path file) {
        try {
            return Stream.of(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (NoSuchFileException gone) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
