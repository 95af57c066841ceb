package app.keepsake.operations.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Originals of one source that films show, up to a limit: what was not used for longest makes room. When a file was last
 * used is its time of access, since films know their pictures by the time of change. Nothing looks here for photos, and it
 * may be deleted at any time. Several processes may share it.
 */
final class OriginalsFolder {
    /** Bytes for each source: some four hundred photos, or a film's. */
    static final long LIMIT = 2L << 30;

    /** So long a film may still be made of what it found. */
    private static final Duration IN_USE = Duration.ofHours(2);

    /** No more is fetched for so long. */
    private static final Duration DEAD = Duration.ofDays(1);

    private static final String PART = ".part";
    private static final String LEFT = ".left";

    /** A stem, which is an asset's key with its version, and an ending. */
    private static final Pattern NAME = Pattern.compile("\\.?(.{1,80}-[0-9a-f]{8})\\.[a-z0-9.-]{1,60}");

    private final Path folder;
    private final long limit;
    private final Clock clock;

    private record Entry(Path file, long size, Instant used, Instant changed) {
        boolean isPart() {
            return file.getFileName().toString().endsWith(PART);
        }

        Optional<String> stem() {
            Matcher name = NAME.matcher(file.getFileName().toString());
            return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
        }
    }

    /**
     * @param source the source's folder
     * @param limit bytes
     */
    OriginalsFolder(Path source, long limit, Clock clock) {
        this.folder = source.resolve("originals");
        this.limit = limit;
        this.clock = clock;
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try {
                    BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
                    entries.add(new Entry(
                            file,
                            its.size(),
                            its.lastAccessTime().toInstant(),
                            its.lastModifiedTime().toInstant()));
                } catch (NoSuchFileException gone) {
                    continue;
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return entries;
    }

    /** What is kept of an asset, which counts as used now. */
    Optional<Path> find(String stem) throws IOException {
        Optional<Path> found = of(stem).stream()
                .filter(entry -> !entry.isPart() && !entry.file.endsWith(stem + LEFT))
                .map(Entry::file)
                .findFirst();
        if (found.isPresent()) {
            use(found.get());
        }
        return found;
    }

    private List<Entry> of(String stem) throws IOException {
        return entries().stream()
                .filter(entry -> entry.stem().filter(stem::equals).isPresent())
                .toList();
    }

    private void use(Path file) throws IOException {
        Files.getFileAttributeView(file, BasicFileAttributeView.class)
                .setTimes(null, FileTime.from(clock.instant()), null);
    }

    private boolean isInUse(Entry entry) {
        return entry.isPart() || entry.used.isAfter(clock.instant().minus(IN_USE));
    }

    /** Bytes that there is room for, now or after forgetting what is not in use. */
    long room() throws IOException {
        return limit
                - entries().stream()
                        .filter(this::isInUse)
                        .mapToLong(Entry::size)
                        .sum();
    }

    /** Where an asset's original is fetched to, before {@link #keep}. */
    Path incoming(String stem) throws IOException {
        return Files.createDirectories(folder).resolve(stem + "." + UUID.randomUUID() + PART);
    }

    /** @return where it is now; empty where it has no room, and is deleted */
    Optional<Path> keep(Path incoming, String stem, String ending) throws IOException {
        List<Entry> others = entries().stream()
                .filter(entry -> !entry.file.equals(incoming))
                .sorted(Comparator.comparing(Entry::used))
                .toList();
        long size =
                Files.size(incoming) + others.stream().mapToLong(Entry::size).sum();
        for (Entry other : others) {
            if (size > limit && !isInUse(other) && other.size > 0) {
                Files.deleteIfExists(other.file);
                size -= other.size;
            }
        }
        if (size > limit) {
            Files.deleteIfExists(incoming);
            return Optional.empty();
        }
        Path kept = folder.resolve(stem + "." + ending);
        Files.move(incoming, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        use(kept);
        return Optional.of(kept);
    }

    /** Notes that an asset's original cannot be used, in this version. */
    void leave(String stem) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve(stem + LEFT), "");
    }

    boolean isLeft(String stem) {
        return Files.exists(folder.resolve(stem + LEFT));
    }

    /** Forgets an asset. */
    void remove(String stem) throws IOException {
        for (Entry entry : of(stem)) {
            Files.deleteIfExists(entry.file);
        }
    }

    /** Forgets all others, and what was being fetched when a process died. */
    void keepOnly(Set<String> stems) throws IOException {
        for (Entry entry : entries()) {
            boolean dead =
                    entry.isPart() && entry.changed.isBefore(clock.instant().minus(DEAD));
            if (dead || entry.stem().filter(stems::contains).isEmpty()) {
                Files.deleteIfExists(entry.file);
            }
        }
    }
}
