package app.keepsake.server.internal.library;

import app.keepsake.operations.library.MediaNames;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.StalledDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where music for films may be taken from by a page: the user's folders of music, and those that are watched. Of all other
 * files nothing is told, not even whether they are there. Thread-safe.
 */
public final class MusicFolders {
    private final List<Path> folders;
    private final Disks disks;

    /** @param watched folders of pictures, absolute */
    public MusicFolders(List<String> watched, Disks disks) {
        this.disks = disks;
        Path home = Path.of(System.getProperty("user.home"));
        this.folders = Stream.concat(
                        Stream.of("Music", "Musik").map(home::resolve),
                        watched.stream().map(Path::of))
                .toList();
    }

    /**
     * A file of music.
     *
     * @throws IllegalArgumentException when there is none of that name in these folders, in the same words whatever else it
     *     is
     * @throws StalledDisk when the disk does not answer that such a file would be on
     */
    public Path find(String text) throws StalledDisk {
        return lookUp(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected the whole path of a music file (%s) in one of these folders: %s; found \"%s\"."
                                .formatted(
                                        String.join(", ", MediaNames.musicEndings()),
                                        String.join(
                                                ", ",
                                                folders.stream()
                                                        .map(Path::toString)
                                                        .toList()),
                                        text)));
    }

    private Optional<Path> lookUp(String text) throws StalledDisk {
        try {
            Path file = Path.of(text).normalize();
            if (!file.isAbsolute() || !isMusic(file)) {
                return Optional.empty();
            }
            for (Path folder : folders) {
                if (file.startsWith(folder)
                        && !isHidden(folder.relativize(file))
                        && disks.ask(file, () -> isInside(file, folder))) {
                    return Optional.of(file);
                }
            }
        } catch (StalledDisk stalled) {
            throw stalled;
        } catch (InvalidPathException | IOException notThere) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isMusic(Path file) {
        return MediaNames.isMusic(String.valueOf(file.getFileName()));
    }

    private static boolean isHidden(Path within) {
        return StreamSupport.stream(within.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    /** Also where links lead. */
    private static boolean isInside(Path file, Path folder) throws IOException {
        Path real = file.toRealPath();
        return real.startsWith(folder.toRealPath())
                && isMusic(real)
                && Files.isRegularFile(real)
                && Files.isReadable(real);
    }
}
