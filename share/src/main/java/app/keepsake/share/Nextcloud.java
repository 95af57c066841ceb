package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A folder in Nextcloud, by its chunked upload, version 2: parts go into a folder of their own, which is asked at the
 * next try what it has, and are put together by the server. Source: Nextcloud's developer manual, "Chunked file upload".
 */
final class Nextcloud implements Target {
    private static final Pattern FILES = Pattern.compile("(.*/dav/)files/([^/]+)/?(.*)");

    private final URI folder;
    private final String authorization;
    private final HttpClient client;

    /** @param folder as {@code https://host/remote.php/dav/files/USER/Films} */
    Nextcloud(URI folder, String user, String password) throws UploadRefusedException {
        this.folder = folder.getPath().endsWith("/") ? folder : URI.create(folder + "/");
        this.authorization = Web.basic(user, password);
        if (!FILES.matcher(folder.getPath()).matches()) {
            throw new UploadRefusedException(
                    "%s: expected an address like https://host/remote.php/dav/files/USER/FOLDER. Nextcloud shows it in its Files settings, as the WebDAV address."
                            .formatted(folder));
        }
        this.client = Web.client();
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException {
        URI whole = folder.resolve(Web.encoded(upload.name()));
        Matcher path = FILES.matcher(folder.getRawPath());
        if (!path.matches()) {
            throw new IllegalStateException(folder.toString());
        }
        URI uploads =
                folder.resolve("%suploads/%s/keepsake-%s/".formatted(path.group(1), path.group(2), upload.print()));
        int made = make(uploads, whole);
        Map<String, Long> there = made == 405 ? held(uploads) : Map.of();
        int number = 1;
        for (long from = 0; from < upload.size(); from += Upload.PART) {
            String name = "%05d".formatted(number++);
            long length = Math.min(Upload.PART, upload.size() - from);
            if (there.getOrDefault(name, -1L) != length) {
                Web.succeeded(Web.send(
                        client,
                        request(uploads.resolve(name), whole)
                                .header("OC-Total-Length", Long.toString(upload.size()))
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(upload.part(from)))
                                .build()));
            }
            progress.arrived(from + length);
        }
        Web.succeeded(Web.send(
                client,
                request(uploads.resolve(".file"), whole)
                        .header("OC-Total-Length", Long.toString(upload.size()))
                        .header("Overwrite", "T")
                        .method("MOVE", HttpRequest.BodyPublishers.noBody())
                        .build()));
        return Optional.of(whole);
    }

    /** @return 201 when the folder is new, 405 when it was there */
    private int make(URI uploads, URI whole) throws IOException, InterruptedException {
        HttpResponse<String> answer = Web.send(
                client,
                request(uploads, whole)
                        .method("MKCOL", HttpRequest.BodyPublishers.noBody())
                        .build());
        return answer.statusCode() == 405 ? 405 : Web.succeeded(answer).statusCode();
    }

    private Map<String, Long> held(URI uploads) throws IOException, InterruptedException {
        HttpResponse<String> answer = Web.succeeded(Web.send(
                client,
                request(uploads, uploads)
                        .header("Depth", "1")
                        .method("PROPFIND", HttpRequest.BodyPublishers.noBody())
                        .build()));
        Map<String, Long> held = new HashMap<>();
        for (Element response : Xml.all(Xml.read(answer.body()), "response")) {
            String path = Xml.text(response, "href").replaceFirst("/$", "");
            Xml.all(response, "getcontentlength").stream()
                    .findFirst()
                    .ifPresent(length -> held.put(
                            path.substring(path.lastIndexOf('/') + 1), Long.parseLong(length.getTextContent())));
        }
        return held;
    }

    private HttpRequest.Builder request(URI uri, URI whole) {
        return Web.request(uri).header("Authorization", authorization).header("Destination", whole.toString());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
