package app.keepsake.sources.internal.immich;

import app.keepsake.sources.Greeting;
import app.keepsake.sources.SourceException;
import app.keepsake.sources.internal.http.Texts;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a key has to be allowed, by Immich's names. */
final class Permissions {
    private static final String ALL = "all";
    private static final int LONGEST_NAME = 100;

    static final List<String> TO_READ =
            List.of("asset.read", "asset.view", "album.read", "person.read", "face.read", "user.read");
    static final List<String> TO_WRITE = List.of(
            "asset.upload",
            "asset.delete",
            "album.create",
            "albumAsset.create",
            "memory.create",
            "memory.delete",
            "person.update");

    private Permissions() {}

    /** @throws SourceException when the key is not known */
    static Greeting greeting(ImmichApi api, String program) throws IOException, InterruptedException {
        Set<String> allowed = allowed(api);
        String account = allowed.contains(ALL) || allowed.contains("user.read")
                ? Texts.of(api.get("/users/me", Map.of()).path("name"), LONGEST_NAME)
                : "";
        return new Greeting(program, account, missing(TO_READ, allowed), missing(TO_WRITE, allowed));
    }

    /** A key that may not even ask what it may do is taken for one that may do all: what it lacks is told of when it fails. */
    private static Set<String> allowed(ImmichApi api) throws IOException, InterruptedException {
        Set<String> allowed = new HashSet<>();
        try {
            for (JsonNode one : api.get("/api-keys/me", Map.of()).path("permissions")) {
                allowed.add(one.asString(""));
            }
        } catch (SourceException e) {
            if (e.kind() != SourceException.Kind.PERMISSION) {
                throw e;
            }
            allowed.add(ALL);
        }
        return allowed;
    }

    private static List<String> missing(List<String> needed, Set<String> allowed) {
        return allowed.contains(ALL)
                ? List.of()
                : needed.stream().filter(one -> !allowed.contains(one)).toList();
    }
}
