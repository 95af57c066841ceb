package app.keepsake.sources.internal.photoprism;

import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import app.keepsake.sources.internal.http.SourceApi;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Requests to a PhotoPrism server, which gives words with its answers that let one see pictures. Not thread-safe. */
final class PhotoPrismApi extends SourceApi {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final String password;
    private String preview = "public";
    private String download = "public";

    /** @param gap between two requests */
    PhotoPrismApi(URI server, String password, Duration gap) {
        super(server, "PhotoPrism", "/api/v1", gap);
        this.password = password;
    }

    /** Lets one see pictures, as the last answer gave it. */
    String preview() {
        return preview;
    }

    /** Lets one read files, as the last answer gave it. */
    String download() {
        return download;
    }

    @Override
    protected Map<String, String> pass() {
        return Map.of("X-Auth-Token", password);
    }

    @Override
    protected void heard(HttpResponse<?> answer) {
        note(answer, "X-Preview-Token", token -> preview = token);
        note(answer, "X-Download-Token", token -> download = token);
    }

    private static void note(HttpResponse<?> answer, String header, Consumer<String> to) {
        answer.headers()
                .firstValue(header)
                .filter(token -> TOKEN.matcher(token).matches())
                .ifPresent(to);
    }

    @Override
    protected SourceException refused(int status, byte[] body) {
        return status == 401
                ? new SourceException(
                        Kind.KEY,
                        "%s: PhotoPrism does not know this app password. Make one in PhotoPrism, under Settings, Account, Apps and Devices, and add the source again."
                                .formatted(server()))
                : new SourceException(
                        Kind.PERMISSION,
                        "%s: this app password may not do this; it needs the scope \"photos albums files people\", or all. Make another in PhotoPrism, under Settings, Account, Apps and Devices."
                                .formatted(server()));
    }
}
