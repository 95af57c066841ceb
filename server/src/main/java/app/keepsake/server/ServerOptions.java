package app.keepsake.server;

import java.nio.file.Path;
import java.util.List;

/**
 * How the service runs.
 *
 * @param root the folder in which Keepsake keeps what it knows and makes
 * @param host address to listen on; another than a loopback address needs a password
 * @param port to listen on, 0 for any that is free
 * @param background whether the service works by itself: watches folders, makes memories and films
 * @param trustedProxies addresses or networks ("10.0.0.0/8") of proxies that say for whom they ask; naming one needs a
 *     password
 */
public record ServerOptions(Path root, String host, int port, boolean background, List<String> trustedProxies) {
    /** Where a service is found that was told nothing else. */
    public static final int PORT = 8484;

    public ServerOptions {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** A service behind no proxy. */
    public ServerOptions(Path root, String host, int port, boolean background) {
        this(root, host, port, background, List.of());
    }
}
