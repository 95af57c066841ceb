package app.keepsake.sources.internal.immich;

import app.keepsake.sources.SourceAlbum;
import app.keepsake.sources.internal.http.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Immich's albums. Version 3 asks for the owner's and the shared ones by other names than version 2. */
final class ImmichAlbums {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;

    private final ImmichApi api;
    private final ImmichTimeline timeline;
    private final boolean shared;

    /** @param shared whether those of others are read, too */
    ImmichAlbums(ImmichApi api, ImmichTimeline timeline, boolean shared) {
        this.api = api;
        this.timeline = timeline;
        this.shared = shared;
    }

    List<SourceAlbum> read(Map<String, String> known) throws IOException, InterruptedException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        note(owned(api), found);
        if (shared) {
            note(api.get("/albums", Map.of(isNewer(api) ? "isShared" : "shared", "true")), found);
        }
        List<SourceAlbum> albums = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : found.entrySet()) {
            albums.add(album(one.getKey(), one.getValue(), known));
        }
        return albums;
    }

    static boolean isNewer(ImmichApi api) throws IOException, InterruptedException {
        return api.get("/server/version", Map.of()).path("major").asInt(0) >= 3;
    }

    /** The owner's own. */
    static JsonNode owned(ImmichApi api) throws IOException, InterruptedException {
        return api.get("/albums", isNewer(api) ? Map.of("isOwned", "true") : Map.of());
    }

    private static void note(JsonNode albums, Map<String, JsonNode> found) {
        for (JsonNode album : albums) {
            String id = album.path("id").asString("");
            if (Answers.isId(id)) {
                found.put(id, album);
            }
        }
    }

    private SourceAlbum album(String id, JsonNode told, Map<String, String> known)
            throws IOException, InterruptedException {
        String version = told.path("updatedAt").asString("") + " "
                + told.path("lastModifiedAssetTimestamp").asString("") + " "
                + told.path("assetCount").asInt(0);
        // What others hide of their photos changes no album; what the owner hides is gone by itself, and may come back.
        boolean others = told.path("shared").asBoolean(false);
        boolean changed = others || !version.equals(known.get(id));
        return new SourceAlbum(
                id,
                version,
                Texts.of(told.path("albumName"), LONGEST_TITLE),
                Texts.of(told.path("description"), LONGEST_TEXT),
                others,
                changed ? Optional.of(timeline.ofAlbum(id, others)) : Optional.empty());
    }
}
