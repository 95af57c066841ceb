package app.keepsake.server;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Withdrawal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A service over a small library: two photos, a memory of them, and its film; and a photo that is hidden. */
final class TestServer implements AutoCloseable {
    static final String MEMORY = "2024-05-lisbon-3f2a";
    static final String FILM = "/api/memories/" + MEMORY + "/films/gentle/medium";
    static final byte[] FILM_BYTES = "0123456789abcdefghij".getBytes(StandardCharsets.UTF_8);

    KeepsakeServer server;
    final HttpClient client = HttpClient.newHttpClient();
    final List<Asset> assets = new ArrayList<>();
    final long hiddenAsset;
    private final Path library;
    private final Program program;

    /** What commands were told, a line each. */
    final Path told;

    TestServer(Path root) throws IOException {
        this(root, new Echo(root.resolve("told.txt")));
    }

    /** @param program what commands are */
    TestServer(Path root, Program program) throws IOException {
        told = root.resolve("told.txt");
        this.program = program;
        Path photos = Files.createDirectories(root.resolve("photos"));
        Path library = Files.createDirectories(root.resolve("library"));
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            try (Indexing indexing = catalog.beginIndexing()) {
                for (int i = 0; i < 2; i++) {
                    Path file = Files.writeString(photos.resolve(i + ".jpg"), "photo " + i);
                    assets.add(indexing.add(
                            file, stamp(file), ContentHash.of(file), facts(i, false), "metadata 1", findings()));
                }
                Path hidden = Files.writeString(photos.resolve("hidden.jpg"), "hidden photo");
                hiddenAsset = indexing.add(
                                hidden, stamp(hidden), ContentHash.of(hidden), facts(2, true), "metadata 1", findings())
                        .id();
            }
            // A memory tells its pictures in an order of its own.
            List<Shot> shots = assets.reversed().stream()
                    .map(asset -> new Shot(asset.id(), Shot.Role.BODY, "it is sharp"))
                    .toList();
            LocalDate day = LocalDate.of(2024, 5, 3);
            Memory memory = new Memory(MEMORY, "trip", "Lisbon", "May 2024", day, day, 1, 0.5, shots, "1");
            catalog.memories().put(List.of(memory), catalog.choices().revision());
            catalog.memories().shown(LocalDate.now(), List.of(memory));
            Path film = Files.createDirectories(library.resolve("films")).resolve(MEMORY + ".gentle.medium.mp4");
            Files.write(film, FILM_BYTES);
            Optional<Film> ignored = catalog.memories()
                    .rendered(
                            film,
                            memory,
                            List.of(
                                    new Chapter("3 May", Duration.ZERO, Duration.ofMillis(2500)),
                                    new Chapter("4 May", Duration.ofMillis(2500), Duration.ofSeconds(6))),
                            Optional.empty(),
                            catalog.choices().revision());
        }
        server = KeepsakeServer.start(new ServerOptions(library, "127.0.0.1", 0, false), program);
        this.library = library;
    }

    /** Ends the service, and starts it anew over the same library. */
    void startAgain(String host, String... trustedProxies) throws IOException {
        server.close();
        server = KeepsakeServer.start(new ServerOptions(library, host, 0, false, List.of(trustedProxies)), program);
    }

    /** The same by other commands. */
    void startAgain(Program other) throws IOException {
        server.close();
        server = KeepsakeServer.start(new ServerOptions(library, "127.0.0.1", 0, false), other);
    }

    /** Renders the memory's film anew as a command does, as it is edited now. */
    void render(String bytes) throws IOException {
        Path film = library.resolve("films").resolve(MEMORY + ".gentle.medium.mp4");
        Path part = Files.writeString(film.resolveSibling("part"), bytes);
        Files.move(part, film, StandardCopyOption.ATOMIC_MOVE);
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            Memory memory = new Retelling(catalog, () -> Locale.ENGLISH, new MayShow(catalog, Locale.ENGLISH))
                    .find(MEMORY)
                    .orElseThrow();
            Film ignored = Withdrawal.rendered(catalog, film, memory, List.of(), Locale.ENGLISH);
        }
    }

    /** Names of the files that are kept for links. */
    List<String> keptForLinks() throws IOException {
        try (Stream<Path> files = Files.list(library.resolve("shared"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Edits the memory as a command does, in a process of its own. */
    void edit(Edit edit) {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            catalog.edits().put(MEMORY, edit);
        }
    }

    /** Finds that a photo was marked as hidden, as the command index does. */
    void hide(int photo) {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            indexing.updateFacts(assets.get(photo).id(), facts(photo, true), "metadata 2");
        }
    }

    /** Puts a small picture where the service keeps those that it made. */
    void keepThumbnail(int photo) throws IOException {
        keepSmall(photo, "400");
    }

    /** The same of a picture that fills the window. */
    void keepView(int photo) throws IOException {
        keepSmall(photo, "1600");
    }

    /** The same of a face, whose box begins at so many ten thousandths of width and height. */
    void keepFace(int photo, int x, int y) throws IOException {
        keepSmall(photo, "256-%d-%d".formatted(x, y));
    }

    private void keepSmall(int photo, String name) throws IOException {
        String hash = assets.get(photo).hash().toString();
        Path folder =
                Files.createDirectories(library.resolve("cache/thumbnails").resolve(hash.substring(0, 2)));
        Files.writeString(folder.resolve(hash + "-" + name + ".webp"), "small photo");
    }

    /** Sets the first password, and gives the cookie of the session that begins with it. */
    String lock(String password) {
        return cookie(change("PUT", "/api/password", "{\"password\":\"%s\"}".formatted(password)));
    }

    /** Comes in by password, and gives the session's cookie. */
    String enter(String password) {
        return cookie(change("POST", "/api/session", "{\"password\":\"%s\"}".formatted(password)));
    }

    /** The cookie that an answer sets, as a browser sends it. */
    static String cookie(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static FileStamp stamp(Path file) throws IOException {
        return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis(), 0);
    }

    private static AssetFacts facts(int day, boolean hidden) {
        return AssetFacts.photo("JPEG", 4000, 3000)
                .takenAt(LocalDateTime.of(2024, 5, 3 + day, 12, 0), "EXIF")
                .takenIn(new Location(38.71, -9.14), new Place("Lisbon", "Lisbon", "PT"))
                .marked(false, hidden);
    }

    private static Findings findings() {
        return new Findings(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of());
    }

    /** Commands that note what they were told and fail, and one that writes films of six letters, three of them at once, and never ends. */
    record Echo(Path told) implements Program {
        private static final String PLAY = """
            while read -r line; do
                printf '%s\\n' "$line" >>"$0"
                id=$(echo "$line" | sed 's/.*"id":\\([0-9]*\\).*/\\1/')
                growing=$(echo "$line" | sed 's/.*"growing":"\\([^"]*\\)".*/\\1/')
                case $line in
                *'"stop":true'*) echo "{\\"id\\":$id,\\"state\\":\\"stopped\\"}" ;;
                *)
                    printf abc >"$growing"
                    echo "{\\"id\\":$id,\\"state\\":\\"playable\\",\\"chapters\\":[{\\"name\\":\\"Day one\\",\\"start\\":0,\\"end\\":1500}]}"
                    sleep 0.2
                    printf def >>"$growing"
                    echo "{\\"id\\":$id,\\"state\\":\\"rendering\\",\\"done\\":1,\\"total\\":4}"
                    ;;
                esac
            done
            """;

        private static final String FAIL =
                "read -r line; printf '%s\\n' \"$line\" >>\"$0\"; echo 'keepsake: no such thing'; exit 1";

        @Override
        public List<String> command(String language, Part part) {
            return part == Part.PLAY
                    ? List.of("sh", "-c", PLAY, told.toString())
                    : List.of("sh", "-c", FAIL, told.toString());
        }

        @Override
        public List<String> moods() {
            return List.of("gentle", "happy");
        }

        @Override
        public String moodFor(Memory memory) {
            return "gentle";
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** A change as Keepsake's own pages make it. */
    HttpResponse<String> change(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-Keepsake", "1"));
        return send(method, path, body, all.toArray(String[]::new));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return once(request.build());
        } catch (IOException closed) {
            // Jetty closes a connection on which it left a refused body unread; a client sees it at its next request.
            try {
                return once(request.build());
            } catch (IOException e) {
                throw new UncheckedIOException(method + " " + path, e);
            }
        }
    }

    private HttpResponse<String> once(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
