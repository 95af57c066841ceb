package app.keepsake.server.internal.folders;

import app.keepsake.operations.library.MediaNames;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Roughly how many photos and clips lie in a folder and below it, by their names.
 *
 * @param more whether there are others, which nobody waited for
 */
public record PictureCount(int pictures, boolean more) {
    private static final int MOST_SEEN = 20_000;
    private static final long PATIENCE_NANOS = Duration.ofMillis(800).toNanos();

    /** Looks at so many names, or for so long, and follows no link. */
    static PictureCount of(Path folder) throws IOException {
        return of(folder, MOST_SEEN, PATIENCE_NANOS);
    }

    static PictureCount of(Path folder, int most, long nanos) throws IOException {
        long end = System.nanoTime() + nanos;
        Deque<Path> left = new ArrayDeque<>();
        left.add(folder);
        int seen = 0;
        int pictures = 0;
        while (!left.isEmpty()) {
            Path next = left.remove();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(next)) {
                for (Path one : all) {
                    if (++seen > most || System.nanoTime() > end) {
                        return new PictureCount(pictures, true);
                    }
                    String name = one.getFileName().toString();
                    if (name.startsWith(".")) {
                        continue;
                    }
                    if (MediaNames.isPhotoOrClip(name)) {
                        pictures++;
                    } else if (isLookedInto(one)) {
                        left.add(one);
                    }
                }
            } catch (DirectoryIteratorException broken) {
                throw Objects.requireNonNull(broken.getCause());
            } catch (IOException unreadable) {
                if (next.equals(folder)) {
                    throw unreadable;
                }
            }
        }
        return new PictureCount(pictures, false);
    }

    /** As an index run does. */
    private static boolean isLookedInto(Path one) {
        return Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(one.resolve(".nomedia"), LinkOption.NOFOLLOW_LINKS)
                && !Mounts.isOfSystem(one);
    }
}
