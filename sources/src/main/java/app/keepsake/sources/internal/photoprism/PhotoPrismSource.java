package app.keepsake.sources.internal.photoprism;

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
import app.keepsake.sources.internal.http.Texts;
import app.keepsake.sources.internal.http.WholeList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A PhotoPrism server. Changes come by its search for what was updated, in pages; what may not be shown any more, by reading
 * the list of all that may, since its counts of months lag behind. Private, archived, hidden and doubtful photos are never
 * asked for. Nothing is written there.
 */
public final class PhotoPrismSource implements Source {
    private static final Duration GAP = Duration.ofMillis(40);
    private static final String PROGRAM = "photoprism";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;

    private final PhotoPrismApi api;

    public PhotoPrismSource(Account account) {
        this.api = new PhotoPrismApi(account.address(), account.key(), GAP);
    }

    @Override
    public Greeting greet() throws IOException, InterruptedException {
        return api.briefly(this::greeting);
    }

    private Greeting greeting() throws IOException, InterruptedException {
        JsonNode config = api.get("/config", Map.of());
        String version = Texts.of(config.path("version"), LONGEST_TITLE);
        if (version.isEmpty()) {
            throw api.another();
        }
        // Whoever may search may see; without it the search refuses, and says what is missing.
        JsonNode ignored = Pages.page(api, "/photos", Pages.shown(), 0);
        return new Greeting("PhotoPrism " + version.replaceFirst("-.*", ""), "", List.of(), List.of());
    }

    @Override
    public Changes changes(String text) throws IOException, InterruptedException {
        Cursor at = Cursor.parse(PROGRAM, text);
        if (at.begun().isEmpty()) {
            at = at.beginning(api.clock("/status"));
        }
        Map<String, String> query = Pages.shown();
        at.since().ifPresent(since -> query.put("updated", since.toString()));
        JsonNode found = Pages.page(api, "/photos", query, (at.page() - 1) * Pages.PAGE);
        return at.changes(
                found.valueStream().map(Answers::asset).toList(), found.size() >= Pages.PAGE ? at.page() + 1 : 0);
    }

    @Override
    public Presence presence(Known known) throws IOException, InterruptedException {
        Map<String, JsonNode> there = new TreeMap<>();
        Pages.each(api, "/photos", Pages.shown(), told -> {
            String uid = told.path("UID").asString("");
            if (Answers.isUid(uid)) {
                there.put(uid, told);
            }
        });
        return WholeList.compare(known, there, Answers::asset);
    }

    @Override
    public Optional<SourceAsset> asset(String key) throws IOException, InterruptedException {
        Map<String, String> query = Pages.shown();
        query.put("uid", Answers.photo(key));
        for (JsonNode told : Pages.page(api, "/photos", query, 0)) {
            if (told.path("UID").asString("").equals(Answers.photo(key))) {
                return Answers.asset(told);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<SourceFace> faces(String key) throws IOException, InterruptedException {
        Set<String> seen = people().keySet();
        List<SourceFace> faces = new ArrayList<>();
        for (JsonNode file : photo(key).path("Files")) {
            if (file.path("Primary").asBoolean(false)) {
                for (JsonNode marker : file.path("Markers")) {
                    if (seen.contains(marker.path("SubjUID").asString(""))) {
                        Answers.face(marker).ifPresent(faces::add);
                    }
                }
            }
        }
        return faces;
    }

    private JsonNode photo(String key) throws IOException, InterruptedException {
        return api.get("/photos/" + Answers.photo(key), Map.of());
    }

    @Override
    public Map<String, String> people() throws IOException, InterruptedException {
        Map<String, String> people = new LinkedHashMap<>();
        Pages.each(api, "/subjects", Map.of("type", "person"), subject -> {
            String uid = subject.path("UID").asString("");
            String name = Answers.name(subject);
            if (!name.isEmpty() && Answers.isUid(uid)) {
                people.put(uid, name);
            }
        });
        return people;
    }

    @Override
    public List<String> showing(String person) throws IOException, InterruptedException {
        Map<String, String> query = Pages.shown();
        query.put("subject", person);
        return keys(query);
    }

    private List<String> keys(Map<String, String> query) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        Pages.each(api, "/photos", query, told -> {
            String uid = told.path("UID").asString("");
            if (Answers.isUid(uid)) {
                keys.add(uid);
            }
        });
        return keys;
    }

    @Override
    public List<SourceAlbum> albums(Map<String, String> known) throws IOException, InterruptedException {
        List<SourceAlbum> albums = new ArrayList<>();
        Pages.each(api, "/albums", Map.of("type", "album"), told -> {
            String uid = told.path("UID").asString("");
            if (Answers.isUid(uid) && !told.path("Private").asBoolean(false)) {
                String version = told.path("UpdatedAt").asString("") + " "
                        + told.path("PhotoCount").asInt(0);
                albums.add(new SourceAlbum(
                        uid,
                        version,
                        Texts.of(told.path("Title"), LONGEST_TITLE),
                        Texts.of(told.path("Description"), LONGEST_TEXT),
                        told.path("LinkCount").asInt(0) > 0,
                        version.equals(known.get(uid)) ? Optional.empty() : Optional.of(ofAlbum(uid))));
            }
        });
        return albums;
    }

    private List<String> ofAlbum(String uid) throws IOException, InterruptedException {
        Map<String, String> query = Pages.shown();
        query.put("s", uid);
        return keys(query);
    }

    @Override
    public String download(String key, Rendition rendition, Path file, long most)
            throws IOException, InterruptedException {
        JsonNode photo = photo(key);
        boolean isClip = !key.equals(Answers.photo(key)) || rendition == Rendition.PLAYBACK;
        Optional<String> clip = Answers.clip(photo);
        if (isClip && clip.isPresent()) {
            return read(clip.get(), file, most);
        }
        String original = Answers.original(photo)
                .or(() -> clip)
                .orElseThrow(() -> new SourceException(Kind.GONE, "It is not there any more."));
        if (rendition != Rendition.PREVIEW) {
            return read(clip.filter(own -> isVideo(photo)).orElse(original), file, most);
        }
        for (JsonNode one : photo.path("Files")) {
            String hash = one.path("Hash").asString("");
            if (one.path("Primary").asBoolean(false) && Answers.isHash(hash)) {
                return api.download("/t/" + hash + "/" + api.preview() + "/fit_1920", Map.of(), file, most);
            }
        }
        return read(original, file, most);
    }

    private static boolean isVideo(JsonNode photo) {
        return photo.path("Type").asString("").equals("video");
    }

    private String read(String hash, Path file, long most) throws IOException, InterruptedException {
        return api.download("/dl/" + hash, Map.of("t", api.download()), file, most);
    }

    @Override
    public Optional<WriteBack> writeBack() {
        return Optional.empty();
    }

    @Override
    public void close() {
        api.close();
    }
}
