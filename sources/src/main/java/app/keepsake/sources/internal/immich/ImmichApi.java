package app.keepsake.sources.internal.immich;

import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import app.keepsake.sources.internal.http.SourceApi;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Requests to an Immich server. Not thread-safe. */
final class ImmichApi extends SourceApi {
    private final String key;

    /** @param gap between two requests */
    ImmichApi(URI server, String key, Duration gap) {
        super(server, "Immich", "/api", gap);
        this.key = key;
    }

    @Override
    protected Map<String, String> pass() {
        return Map.of("x-api-key", key);
    }

    @Override
    protected SourceException refused(int status, byte[] body) {
        return status == 401
                ? new SourceException(
                        Kind.KEY,
                        "%s: Immich does not know this key. Make one in Immich, under Account Settings, API Keys, and add the source again."
                                .formatted(server()))
                : new SourceException(
                        Kind.PERMISSION,
                        "%s: the key may not do this; it needs the permission %s. Allow it in Immich, under Account Settings, API Keys."
                                .formatted(server(), Refusals.permission(body)));
    }
}
