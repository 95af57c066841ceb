package app.keepsake.sources.internal.immich;

import app.keepsake.sources.Account;
import app.keepsake.sources.Changes;
import app.keepsake.sources.Greeting;
import app.keepsake.sources.Known;
import app.keepsake.sources.Presence;
import app.keepsake.sources.Rendition;
import app.keepsake.sources.Source;
import app.keepsake.sources.SourceAlbum;
import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import app.keepsake.sources.SourceFace;
import app.keepsake.sources.WriteBack;
import app.keepsake.sources.internal.http.Cursor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An Immich server, versions 2 and 3. Changes come by its search for what was updated, in pages; what may not be shown any
 * more, by comparing its timeline's months. Its stream of changes is not used: what it has sent, it remembers for a key,
 * so that two who share one would miss changes.
 */
public final class ImmichSource implements Source {
    private static final Duration GAP = Duration.ofMillis(40);
    private static final int PAGE = 1000;
    private static final int OLDEST = 2;

    private final Account account;
    private final ImmichApi api;
    private final ImmichTimeline timeline;
    private String owner = "";

    public ImmichSource(Account account) {
        this.account = account;
        this.api = new ImmichApi(account.address(), account.key(), GAP);
        this.timeline = new ImmichTimeline(api, account.partners());
    }

    @Override
    public Greeting greet() throws IOException, InterruptedException {
        return api.briefly(() -> Permissions.greeting(api, program()));
    }

    private String program() throws IOException, InterruptedException {
        JsonNode version = api.get("/server/version", Map.of());
        int major = version.path("major").asInt(-1);
        if (major < 0) {
            throw api.another();
        }
        String program = "Immich %d.%d.%d"
                .formatted(
                        major,
                        version.path("minor").asInt(0),
                        version.path("patch").asInt(0));
        if (major < OLDEST) {
            throw new SourceException(
                    Kind.VERSION,
                    "%s: expected Immich %d or newer, found %s. Update Immich."
                            .formatted(account.address(), OLDEST, program));
        }
        return program;
    }

    @Override
    public Changes changes(String cursor) throws IOException, InterruptedException {
        Cursor at = Cursor.parse("immich", cursor);
        if (at.begun().isEmpty()) {
            at = at.beginning(api.clock("/server/version"));
        }
        Map<String, Object> wanted = new LinkedHashMap<>();
        at.since().ifPresent(since -> wanted.put("updatedAfter", since.toString()));
        wanted.put("page", at.page());
        wanted.put("size", PAGE);
        wanted.put("order", "asc");
        wanted.put("visibility", "timeline");
        wanted.put("withExif", true);
        wanted.put("withPeople", true);
        JsonNode found = api.ask("/search/metadata", wanted).path("assets");
        List<Optional<SourceAsset>> assets = new ArrayList<>();
        for (JsonNode told : found.path("items")) {
            if (Answers.isShown(told) && isWanted(told)) {
                assets.add(Answers.asset(told));
            }
        }
        return at.changes(assets, found.path("nextPage").asInt(0));
    }

    /** Searching also finds what partners share. */
    private boolean isWanted(JsonNode told) throws IOException, InterruptedException {
        if (account.partners()) {
            return true;
        }
        if (owner.isEmpty()) {
            owner = api.get("/users/me", Map.of()).path("id").asString("");
        }
        return told.path("ownerId").asString("").equals(owner);
    }

    @Override
    public Presence presence(Known known) throws IOException, InterruptedException {
        ImmichTimeline.Difference difference = timeline.compare(known);
        List<SourceAsset> missed = new ArrayList<>();
        for (String key : difference.missed()) {
            asset(key).ifPresent(missed::add);
        }
        return new Presence(difference.gone(), missed);
    }

    @Override
    public Optional<SourceAsset> asset(String key) throws IOException, InterruptedException {
        try {
            JsonNode told = api.get("/assets/" + key, Map.of());
            return Answers.isShown(told) ? Answers.asset(told) : Optional.empty();
        } catch (SourceException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<SourceFace> faces(String key) throws IOException, InterruptedException {
        List<SourceFace> faces = new ArrayList<>();
        for (JsonNode face : api.get("/faces", Map.of("id", key))) {
            String name = Answers.name(face.path("person"));
            if (!name.isEmpty()) {
                Answers.face(name, face).ifPresent(faces::add);
            }
        }
        return faces;
    }

    @Override
    public Map<String, String> people() throws IOException, InterruptedException {
        Map<String, String> people = new LinkedHashMap<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            JsonNode answer =
                    api.get("/people", Map.of("withHidden", "false", "size", "500", "page", Integer.toString(page)));
            for (JsonNode person : answer.path("people")) {
                String name = Answers.name(person);
                String id = person.path("id").asString("");
                if (!name.isEmpty() && Answers.isId(id)) {
                    people.put(id, name);
                }
            }
            more = answer.path("hasNextPage").asBoolean(false);
        }
        return people;
    }

    @Override
    public List<String> showing(String person) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        int page = 1;
        while (page > 0) {
            Map<String, Object> wanted = Map.of(
                    "personIds", List.of(person), "page", page, "size", PAGE, "order", "asc", "visibility", "timeline");
            JsonNode found = api.ask("/search/metadata", wanted).path("assets");
            for (JsonNode told : found.path("items")) {
                if (Answers.isId(told.path("id").asString(""))) {
                    keys.add(told.path("id").asString(""));
                }
            }
            int next = found.path("nextPage").asInt(0);
            page = next > page ? next : 0;
        }
        return keys;
    }

    @Override
    public List<SourceAlbum> albums(Map<String, String> known) throws IOException, InterruptedException {
        return new ImmichAlbums(api, timeline, account.sharedAlbums()).read(known);
    }

    @Override
    public String download(String key, Rendition rendition, Path file, long most)
            throws IOException, InterruptedException {
        String asset = "/assets/" + key;
        return switch (rendition) {
            case PREVIEW -> api.download(asset + "/thumbnail", Map.of("size", "preview"), file, most);
            case PLAYBACK -> api.download(asset + "/video/playback", Map.of(), file, most);
            case ORIGINAL -> api.download(asset + "/original", Map.of(), file, most);
        };
    }

    @Override
    public Optional<WriteBack> writeBack() {
        return Optional.of(new ImmichWriteBack(api));
    }

    @Override
    public void close() {
        api.close();
    }
}
