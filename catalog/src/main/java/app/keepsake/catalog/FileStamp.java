package app.keepsake.catalog;

import java.time.Duration;

/**
 * What tells that a file has not changed since it was read.
 *
 * @param size bytes
 * @param modifiedMillis last modification, milliseconds since 1970 UTC
 * @param sidecarMillis last modification of the newest sidecar read with it, 0 without one
 * @param fresh whether it was modified so shortly before it was found that a change behind the reading may have the same time
 */
public record FileStamp(long size, long modifiedMillis, long sidecarMillis, boolean fresh) {
    /** Of all file systems that are in use, FAT counts in the longest steps. */
    private static final long TICK_MILLIS = Duration.ofSeconds(2).toMillis();

    /** A stamp of a file that was modified long before it is read. */
    public FileStamp(long size, long modifiedMillis, long sidecarMillis) {
        this(size, modifiedMillis, sidecarMillis, false);
    }

    /** The stamp of a file that is found now and read later, given milliseconds since 1970 UTC. */
    public FileStamp asFoundAt(long now) {
        return new FileStamp(
                size, modifiedMillis, sidecarMillis, isNear(modifiedMillis, now) || isNear(sidecarMillis, now));
    }

    private static boolean isNear(long millis, long now) {
        return Math.abs(now - millis) <= TICK_MILLIS;
    }

    /** Whether a file looks as it did. */
    public boolean isLike(FileStamp other) {
        return size == other.size && modifiedMillis == other.modifiedMillis && sidecarMillis == other.sidecarMillis;
    }
}
