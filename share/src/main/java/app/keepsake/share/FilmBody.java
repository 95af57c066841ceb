package app.keepsake.share;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A film's file as the body of a request. Closing it closes what was opened to send it, which nobody else does when the
 * connection breaks on the way. Thread-safe.
 */
final class FilmBody implements AutoCloseable {
    private final List<InputStream> opened = new CopyOnWriteArrayList<>();

    /**
     * Opens the file when the body is sent.
     *
     * @param head goes before the file, {@code tail} behind it
     */
    HttpRequest.BodyPublisher of(Upload upload, byte[] head, byte[] tail) {
        return HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> joined(upload, head, tail)),
                head.length + upload.size() + tail.length);
    }

    private InputStream joined(Upload upload, byte[] head, byte[] tail) {
        try {
            InputStream film = Files.newInputStream(upload.file());
            opened.add(film);
            return new SequenceInputStream(Collections.enumeration(
                    List.of(new ByteArrayInputStream(head), film, new ByteArrayInputStream(tail))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (InputStream film : opened) {
            film.close();
        }
    }
}
