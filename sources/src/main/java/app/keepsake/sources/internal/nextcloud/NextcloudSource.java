package app.keepsake.sources.internal.nextcloud;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A Nextcloud server. Photos and clips come by its search, by when they were written or uploaded; what may not be shown any
 * more, by reading the list of all. Folders with a file ".nomedia", ".noimage" or ".nomemories" are left out, as its own
 * galleries do. Nothing is written there.
 */
public final class NextcloudSource implements Source {
    private static final Duration GAP = Duration.ofMillis(40);
    private static final String PROGRAM = "nextcloud";
    private static final int LONGEST_TITLE = 200;

    private final Account account;
    private final NextcloudApi api;
    private final String scope;
    private Set<String> leftOut = Set.of();

    /** @throws IllegalArgumentException when the key is not a user's name, a colon and an app password */
    public NextcloudSource(Account account) {
        int colon = account.key().indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "Expected a user's name, a colon and an app password as the key, like anna:xxxxx-xxxxx.");
        }
        this.account = account;
        String user = account.key().substring(0, colon);
        this.api = new NextcloudApi(account.address(), user, account.key().substring(colon + 1), GAP);
        this.scope = "/files/" + NextcloudApi.encoded(user);
    }

    @Override
    public Greeting greet() throws IOException, InterruptedException {
        return api.briefly(this::greeting);
    }

    private Greeting greeting() throws IOException, InterruptedException {
        JsonNode status = api.get("/status.php", Map.of());
        String version = Texts.of(status.path("versionstring"), LONGEST_TITLE);
        if (version.isEmpty()) {
            throw api.another();
        }
        List<Entry> ignored = api.search(Queries.signs(scope, 0));
        return new Greeting("Nextcloud " + version, api.user(), List.of(), List.of());
    }

    @Override
    public Changes changes(String text) throws IOException, InterruptedException {
        Cursor at = Cursor.parse(PROGRAM, text);
        if (at.begun().isEmpty()) {
            at = at.beginning(api.clock("/status.php"));
        }
        if (at.page() == 1 || leftOut.isEmpty()) {
            leftOut = foldersLeftOut();
        }
        List<Entry> found = api.search(Queries.media(scope, at.since(), (at.page() - 1) * Queries.PAGE));
        return at.changes(
                found.stream().filter(this::isShown).map(Answers::asset).toList(),
                found.size() >= Queries.PAGE ? at.page() + 1 : 0);
    }

    private Set<String> foldersLeftOut() throws IOException, InterruptedException {
        Set<String> folders = new HashSet<>();
        int read = Queries.PAGE;
        for (int first = 0; read >= Queries.PAGE; first += Queries.PAGE) {
            List<Entry> signs = api.search(Queries.signs(scope, first));
            read = signs.size();
            signs.forEach(sign ->
                    folders.add(sign.path().substring(0, sign.path().lastIndexOf('/') + 1)));
        }
        return folders;
    }

    private boolean isShown(Entry entry) {
        return Answers.isShown(entry) && leftOut.stream().noneMatch(entry.path()::startsWith);
    }

    @Override
    public Presence presence(Known known) throws IOException, InterruptedException {
        leftOut = foldersLeftOut();
        Map<String, Entry> there = new TreeMap<>();
        int read = Queries.PAGE;
        for (int first = 0; read >= Queries.PAGE; first += Queries.PAGE) {
            List<Entry> page = api.search(Queries.media(scope, Optional.empty(), first));
            read = page.size();
            page.stream().filter(this::isShown).forEach(entry -> there.put(entry.said("fileid"), entry));
        }
        return WholeList.compare(known, there, Answers::asset);
    }

    @Override
    public Optional<SourceAsset> asset(String key) throws IOException, InterruptedException {
        leftOut = foldersLeftOut();
        return file(key).filter(this::isShown).flatMap(Answers::asset);
    }

    private Optional<Entry> file(String key) throws IOException, InterruptedException {
        return Answers.isId(key)
                ? api.search(Queries.file(scope, key)).stream()
                        .filter(entry -> entry.said("fileid").equals(key))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public List<SourceFace> faces(String key) throws IOException, InterruptedException {
        return asset(key).map(SourceAsset::faces).orElse(List.of());
    }

    @Override
    public Map<String, String> people() throws IOException, InterruptedException {
        String home = api.home("recognize") + "/faces/";
        Map<String, String> people = new LinkedHashMap<>();
        // The first entry is the collection itself.
        api.list(home, Queries.properties()).stream()
                .skip(1)
                .map(Entry::name)
                .filter(Answers::isName)
                .forEach(name -> people.put(name, name));
        return people;
    }

    @Override
    public List<String> showing(String person) throws IOException, InterruptedException {
        return ids(api.home("recognize") + "/faces/" + NextcloudApi.encoded(person) + "/");
    }

    private List<String> ids(String collection) throws IOException, InterruptedException {
        return api.list(collection, Queries.properties()).stream()
                .skip(1)
                .map(entry -> entry.said("fileid"))
                .filter(Answers::isId)
                .distinct()
                .toList();
    }

    @Override
    public List<SourceAlbum> albums(Map<String, String> known) throws IOException, InterruptedException {
        List<SourceAlbum> albums = new ArrayList<>();
        note("albums", false, known, albums);
        if (account.sharedAlbums()) {
            note("sharedalbums", true, known, albums);
        }
        return albums;
    }

    private void note(String part, boolean shared, Map<String, String> known, List<SourceAlbum> albums)
            throws IOException, InterruptedException {
        String home = api.home("photos") + "/" + part + "/";
        for (Entry album : api.list(home, Queries.properties()).stream().skip(1).toList()) {
            String key = part + "/" + album.name();
            String version = album.said("nbItems") + " " + album.said("last-photo");
            boolean changed = !version.equals(known.get(key));
            albums.add(new SourceAlbum(
                    key,
                    version,
                    album.name(),
                    "",
                    shared,
                    changed ? Optional.of(ids(home + NextcloudApi.encoded(album.name()) + "/")) : Optional.empty()));
        }
    }

    @Override
    public String download(String key, Rendition rendition, Path file, long most)
            throws IOException, InterruptedException {
        if (rendition == Rendition.PREVIEW) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("fileId", key);
            query.put("x", "2048");
            query.put("y", "2048");
            query.put("a", "1");
            query.put("mimeFallback", "false");
            query.put("forceIcon", "0");
            return api.download("/index.php/core/preview", query, file, most);
        }
        Entry found = file(key).orElseThrow(() -> new SourceException(Kind.GONE, "It is not there any more."));
        return api.download(path(found), Map.of(), file, most);
    }

    /** Never another server's or another user's: only what lies below the user's own files. */
    private String path(Entry found) throws SourceException {
        String home = api.home("files") + "/";
        int at = found.path().indexOf("/files/" + api.user() + "/");
        if (at < 0) {
            throw new SourceException(Kind.GONE, "It is not there any more.");
        }
        String below =
                found.path().substring(at + "/files/".length() + api.user().length() + 1);
        StringBuilder path = new StringBuilder(home);
        for (String part : below.split("/")) {
            if (part.equals("..") || part.equals(".")) {
                throw new SourceException(Kind.ANSWER, "Expected a file's path, found something else.");
            }
            path.append(path.length() == home.length() ? "" : "/").append(NextcloudApi.encoded(part));
        }
        return path.toString();
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
