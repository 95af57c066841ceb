package app.keepsake.share;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An account at Mastodon or Pixelfed: the film as media, then a post with it. Source: Mastodon's API documentation,
 * "Media attachments" and "Statuses". The protocol cannot go on with half a file; a medium that arrived is not sent again.
 */
final class MastodonAccount implements Target {
    private static final int LOOKS = 300;

    private final URI instance;
    private final String token;
    private final String visibility;
    private final HttpClient client = Web.client();
    private final Duration pause;

    /** @param visibility "public", "unlisted", "private" (followers) or "direct" */
    MastodonAccount(URI instance, String token, String visibility) {
        this(instance, token, visibility, Duration.ofSeconds(1));
    }

    MastodonAccount(URI instance, String token, String visibility, Duration pause) {
        this.instance = instance;
        this.token = token;
        this.visibility = visibility;
        this.pause = pause;
    }

    @Override
    public Optional<URI> send(Parcel parcel, Delivery delivery) throws IOException, InterruptedException {
        String note = "medium " + parcel.print();
        String medium = delivery.remembered(note).orElse("");
        if (medium.isEmpty()) {
            medium = upload(parcel);
            delivery.remember(note, medium);
        }
        awaitProcessing(medium);
        delivery.arrived(parcel.size());
        HttpResponse<String> posted = Web.succeeded(Web.send(
                client,
                request("/api/v1/statuses")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        // A post that was made before the connection broke is not made twice.
                        .header("Idempotency-Key", parcel.print() + medium)
                        .POST(HttpRequest.BodyPublishers.ofString("%s=%s&status=%s&visibility=%s"
                                .formatted(
                                        Web.encoded("media_ids[]"),
                                        Web.encoded(medium),
                                        Web.encoded(parcel.words()),
                                        Web.encoded(visibility))))
                        .build()));
        delivery.forget(note);
        return Optional.of(Web.json(posted).path("url").asString(""))
                .filter(url -> !url.isEmpty())
                .map(URI::create);
    }

    private String upload(Parcel parcel) throws IOException, InterruptedException {
        String boundary = "keepsake-" + parcel.print();
        byte[] head =
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: video/mp4\r\n\r\n"
                                .formatted(boundary, parcel.name()))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> joined(parcel, head, tail)),
                head.length + parcel.size() + tail.length);
        HttpResponse<String> stored = Web.succeeded(Web.send(
                client,
                request("/api/v2/media")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body)
                        .build()));
        return Web.json(stored).path("id").asString("");
    }

    private static InputStream joined(Parcel parcel, byte[] head, byte[] tail) {
        try {
            return new SequenceInputStream(Collections.enumeration(List.of(
                    new ByteArrayInputStream(head),
                    Files.newInputStream(parcel.file()),
                    new ByteArrayInputStream(tail))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Servers look at films after they have come; a post waits for that. */
    private void awaitProcessing(String medium) throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            HttpResponse<String> state = Web.succeeded(Web.send(
                    client,
                    request("/api/v1/media/" + Web.encoded(medium)).GET().build()));
            // 206 says that it is not ready.
            if (state.statusCode() == 200) {
                return;
            }
            Thread.sleep(pause);
        }
        throw new IOException(instance.getHost() + ": the film came, and the server is still at work on it.");
    }

    private HttpRequest.Builder request(String path) {
        return Web.request(instance.resolve(path)).header("Authorization", "Bearer " + token);
    }
}
