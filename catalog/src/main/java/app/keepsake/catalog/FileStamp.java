package app.keepsake.catalog;

/**
 * What tells that a file has not changed since it was read.
 *
 * @param size bytes
 * @param modifiedMillis last modification, milliseconds since 1970 UTC
 * @param sidecarMillis last modification of the newest sidecar read with it, 0 without one
 */
public record FileStamp(long size, long modifiedMillis, long sidecarMillis) {}
