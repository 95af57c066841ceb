package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A folder on a WebDAV server (RFC 4918). Parts are written with Content-Range (RFC 9110, section 14.5) where the server
 * can, so that an upload goes on where it was cut; others get the file whole. It stands under its name when it is
 * complete.
 */
final class WebDav implements Target {
    /** What servers answer that have no partial PUT. */
    private static final Set<Integer> CANNOT = Set.of(400, 405, 415, 416, 501);

    private final URI folder;
    private final String authorization;
    private final HttpClient client;

    WebDav(URI folder, String user, String password) {
        this.folder = folder.getPath().endsWith("/") ? folder : URI.create(folder + "/");
        this.authorization = Web.basic(user, password);
        this.client = Web.client();
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException {
        URI part = folder.resolve(Web.encoded(upload.name() + "-" + upload.print() + ".part"));
        URI whole = folder.resolve(Web.encoded(upload.name()));
        if (!inParts(upload, part, progress)) {
            try (FilmBody body = new FilmBody()) {
                Web.succeeded(put(part, body.of(upload, new byte[0], new byte[0]), ""));
            }
        }
        long there = length(part).orElse(0);
        if (there != upload.size()) {
            throw new IOException("%s: expected %d bytes to have arrived, found %d."
                    .formatted(folder.getHost(), upload.size(), there));
        }
        progress.arrived(there);
        Web.succeeded(Web.send(
                client,
                request(part)
                        .method("MOVE", HttpRequest.BodyPublishers.noBody())
                        .header("Destination", whole.toString())
                        .header("Overwrite", "T")
                        .build()));
        return Optional.of(whole);
    }

    /** @return whether the server can */
    private boolean inParts(Upload upload, URI part, UploadProgress progress) throws IOException, InterruptedException {
        long have = length(part).orElse(0);
        have = have > upload.size() ? 0 : have;
        while (have < upload.size()) {
            byte[] bytes = upload.part(have);
            String range = have == 0 ? "" : "bytes %d-%d/%d".formatted(have, have + bytes.length - 1, upload.size());
            HttpResponse<String> answer = put(part, HttpRequest.BodyPublishers.ofByteArray(bytes), range);
            if (!range.isEmpty() && CANNOT.contains(answer.statusCode())) {
                return false;
            }
            Web.succeeded(answer);
            have += bytes.length;
            if (length(part).orElse(-1) != have) {
                return false;
            }
            progress.arrived(have);
        }
        return true;
    }

    private HttpResponse<String> put(URI uri, HttpRequest.BodyPublisher body, String range)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(uri).PUT(body).header("Content-Type", "video/mp4");
        return Web.send(client, (range.isEmpty() ? request : request.header("Content-Range", range)).build());
    }

    private OptionalLong length(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> answer = Web.send(client, request(uri).HEAD().build());
        return answer.statusCode() == 404
                ? OptionalLong.empty()
                : Web.succeeded(answer).headers().firstValueAsLong("Content-Length");
    }

    private HttpRequest.Builder request(URI uri) {
        return Web.request(uri).header("Authorization", authorization);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
