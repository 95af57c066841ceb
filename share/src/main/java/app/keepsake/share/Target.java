package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Somewhere that films can be sent to. There is one implementation for each protocol. Whoever opens one closes it, which
 * ends its connections. Not thread-safe.
 */
public interface Target extends AutoCloseable {
    /**
     * Sends a file, and goes on where a former try ended, if the protocol can.
     *
     * @param upload what to send
     * @param progress is told how far it is, and keeps what the next try needs
     * @return where it can be seen, if that is known
     * @throws UploadRefusedException when trying again is of no use
     * @throws IOException when the connection was lost or the other side failed
     */
    Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
