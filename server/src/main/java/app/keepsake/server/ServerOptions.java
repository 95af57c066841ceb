package app.keepsake.server;

import java.nio.file.Path;

/**
 * How the service runs.
 *
 * @param root the folder in which Keepsake keeps what it knows and makes
 * @param host address to listen on; another than a loopback address needs a password
 * @param port to listen on, 0 for any that is free
 * @param background whether the service works by itself: watches folders, makes memories and films
 */
public record ServerOptions(Path root, String host, int port, boolean background) {
    /** Where a service is found that was told nothing else. */
    public static final int PORT = 8484;
}
