package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An account at Mastodon or Pixelfed: the film as media, then a post with it. Source: Mastodon's API documentation,
 * "Media attachments" and "Statuses". The protocol cannot go on with half a file; a medium that arrived is not sent again.
 */
final class MastodonAccount implements Target {
    private static final int LOOKS = 300;

    /** What servers answer for a medium that is not there any more, or that they could not make a film of. */
    private static final Set<Integer> GONE = Set.of(404, 410, 422);

    private final URI instance;
    private final String token;
    private final String visibility;
    private final HttpClient client;
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
        this.client = Web.client();
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException {
        checkLimits(upload);
        String note = "medium " + upload.print();
        String medium = progress.remembered(note).orElse("");
        boolean kept = !medium.isEmpty() && isThere(medium);
        if (!kept) {
            medium = upload(upload);
            progress.remember(note, medium);
        }
        awaitProcessing(medium, note, progress);
        progress.arrived(upload.size());
        HttpResponse<String> posted = post(upload, medium);
        if (GONE.contains(posted.statusCode())) {
            // Servers throw media away that no post shows. Then it is sent again; what is new and refused is not.
            progress.forget(note);
            if (kept) {
                throw new IOException(instance.getHost() + ": the film that was sent before is not there any more.");
            }
        }
        Web.succeeded(posted);
        progress.forget(note);
        return Web.address(Web.json(posted).path("url").asString(""));
    }

    /** Refuses what the server would refuse after the whole film has come, where it says what it takes. */
    private void checkLimits(Upload upload) throws IOException, InterruptedException {
        HttpResponse<String> told =
                Web.send(client, request("/api/v2/instance").GET().build());
        if (told.statusCode() != 200) {
            return;
        }
        JsonNode limits = Web.json(told).path("configuration");
        int letters = limits.path("statuses").path("max_characters").asInt(Integer.MAX_VALUE);
        int found = upload.words().codePointCount(0, upload.words().length());
        if (found > letters) {
            throw new UploadRefusedException("%s: expected at most %d letters in a post, found %d. Say it shorter."
                    .formatted(instance.getHost(), letters, found));
        }
        long bytes = limits.path("media_attachments").path("video_size_limit").asLong(Long.MAX_VALUE);
        if (upload.size() > bytes) {
            throw new UploadRefusedException(
                    "%s: expected a film of at most %d MB, found %d MB. Choose a smaller preset."
                            .formatted(instance.getHost(), bytes / 1_000_000, upload.size() / 1_000_000));
        }
    }

    private HttpResponse<String> post(Upload upload, String medium) throws IOException, InterruptedException {
        return Web.send(
                client,
                request("/api/v1/statuses")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        // A post that was made before the connection broke is not made twice.
                        .header("Idempotency-Key", upload.print() + medium)
                        .POST(HttpRequest.BodyPublishers.ofString("%s=%s&status=%s&visibility=%s"
                                .formatted(
                                        Web.encoded("media_ids[]"),
                                        Web.encoded(medium),
                                        Web.encoded(upload.words()),
                                        Web.encoded(visibility))))
                        .build());
    }

    /** Whether the server still has a medium that was sent before. */
    private boolean isThere(String medium) throws IOException, InterruptedException {
        HttpResponse<String> state = look(medium);
        if (GONE.contains(state.statusCode())) {
            return false;
        }
        HttpResponse<String> ignored = Web.succeeded(state);
        return true;
    }

    private HttpResponse<String> look(String medium) throws IOException, InterruptedException {
        return Web.send(
                client, request("/api/v1/media/" + Web.encoded(medium)).GET().build());
    }

    private String upload(Upload upload) throws IOException, InterruptedException {
        String boundary = "keepsake-" + upload.print();
        byte[] head =
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: video/mp4\r\n\r\n"
                                .formatted(boundary, upload.name().replace("\"", "%22")))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> stored;
        try (FilmBody body = new FilmBody()) {
            stored = Web.succeeded(Web.send(
                    client,
                    request("/api/v2/media")
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(body.of(upload, head, tail))
                            .build()));
        }
        String id = Web.json(stored).path("id").asString("");
        if (id.isEmpty()) {
            throw new UploadRefusedException(instance.getHost()
                    + ": expected the number of the film that came, found none. Look at the address of this target.");
        }
        return id;
    }

    /** Servers look at films after they have come; a post waits for that. */
    private void awaitProcessing(String medium, String note, UploadProgress progress)
            throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            HttpResponse<String> state = look(medium);
            if (GONE.contains(state.statusCode())) {
                progress.forget(note);
            }
            // 206 says that it is not ready.
            if (Web.succeeded(state).statusCode() == 200) {
                return;
            }
            Thread.sleep(pause);
        }
        throw new IOException(instance.getHost() + ": the film came, and the server is still at work on it.");
    }

    private HttpRequest.Builder request(String path) {
        return Web.request(instance.resolve(path)).header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
