package app.keepsake.sources.internal.nextcloud;

import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import app.keepsake.sources.internal.http.SourceApi;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Requests to a Nextcloud server. Not thread-safe. */
final class NextcloudApi extends SourceApi {
    private static final String DAV = "/remote.php/dav";
    private static final Map<String, String> XML = Map.of("Content-Type", "text/xml; charset=utf-8");

    private final String user;
    private final String authorization;

    /** @param gap between two requests */
    NextcloudApi(URI server, String user, String password, Duration gap) {
        super(server, "Nextcloud", "", gap);
        this.user = user;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String user() {
        return user;
    }

    /** The path of a user's part, such as "files". */
    String home(String part) {
        return DAV + "/" + part + "/" + encoded(user);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    List<Entry> search(String body) throws IOException, InterruptedException {
        return Entry.read(ask("SEARCH", DAV + "/", XML, body));
    }

    /** What is in a collection, and itself; empty where there is no such app. */
    List<Entry> list(String path, String body) throws IOException, InterruptedException {
        try {
            return Entry.read(ask(
                    "PROPFIND",
                    path,
                    Map.of("Depth", "1", "Content-Type", XML.getOrDefault("Content-Type", "")),
                    body));
        } catch (SourceException e) {
            if (e.kind() == Kind.GONE) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    protected Map<String, String> pass() {
        return Map.of("Authorization", authorization, "OCS-APIRequest", "true");
    }

    @Override
    protected SourceException refused(int status, byte[] body) {
        return new SourceException(
                status == 401 ? Kind.KEY : Kind.PERMISSION,
                "%s: Nextcloud does not let in with this name and app password. Make an app password in Nextcloud, under Settings, Security, and add the source again with NAME:PASSWORD as the key."
                        .formatted(server()));
    }
}
