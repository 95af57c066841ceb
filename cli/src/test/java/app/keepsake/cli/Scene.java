package app.keepsake.cli;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Pets;
import app.keepsake.media.JpegWriter;
import app.keepsake.operations.index.FileNameReading;
import app.keepsake.operations.index.Indexer;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.server.KeepsakeServer;
import app.keepsake.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small library on the disk, its catalog, and a service over it; what several hands do to it at once. */
final class Scene implements AutoCloseable {
    /**
     * Two days of two years: three people, alone, together and not at all, a dog with and without
     * them, and a receipt.
     */
    private static final List<String> PHOTOS = List.of(
            "00-A", "01-B", "02-ABd", "03-d", "04-C", "05-AC", "06-B", "07-A", "08-d", "09-BC", "10-A", "11-B", "12-X",
            "13-C", "14-AB", "15-d", "16-Ad", "17-B", "18-ABC", "19-");

    private static final List<String> FOLDERS = List.of("spring", "summer", "walks");
    private static final String PASSWORD = "{\"password\":\"a long one for tests\"}";
    private static final Duration PROVEN = Duration.ofMinutes(5);
    private static final int LATEST = 8;
    private static final Instant FIRST = Instant.parse("2024-05-03T08:00:00Z");

    final Path photos;
    final Path library;
    final Catalog catalog;
    final KeepsakeServer server;
    final HttpClient client = HttpClient.newHttpClient();
    final List<String> questions;
    private final String proven;
    private final String unproven;
    private long provenAt = System.nanoTime();
    final Queue<String> links = new ConcurrentLinkedQueue<>();
    final Queue<Long> jobs = new ConcurrentLinkedQueue<>();
    private final OneProcess program;
    private final Map<String, Boolean> hiddenPhotos = new TreeMap<>();
    private long ticks;

    Scene(Path root) throws IOException {
        photos = Files.createDirectories(root.resolve("photos"));
        library = Files.createDirectories(root.resolve("library"));
        for (int i = 0; i < PHOTOS.size(); i++) {
            String name = FOLDERS.get(i % FOLDERS.size()) + "/" + PHOTOS.get(i) + ".jpg";
            Path file = photos.resolve(name);
            Files.createDirectories(file.getParent());
            JpegWriter.write(TestPhotos.picture(i), file, 0.6f);
            hiddenPhotos.put(name, false);
            writeSidecar(name);
        }
        LibraryFolder folder = LibraryFolder.at(library);
        catalog = Catalog.open(folder.catalog());
        index();
        program = new OneProcess(folder, catalog);
        server = KeepsakeServer.start(new ServerOptions(library, "127.0.0.1", 0, false), program);
        nameEverybody();
        sendAs("", "PUT", "/api/password", PASSWORD);
        proven = comeIn();
        unproven = comeIn();
        prove();
        questions = questions();
    }

    private String comeIn() {
        String cookie = sendAs("", "POST", "/api/session", PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private void prove() {
        if (send("POST", "/api/session/again", PASSWORD).statusCode() >= 300) {
            throw new AssertionError("The password does not prove a session.");
        }
        provenAt = System.nanoTime();
    }

    /** Those who do things may see what is hidden, all the time. */
    void keepProven() {
        if (System.nanoTime() - provenAt > PROVEN.toNanos()) {
            prove();
        }
    }

    /** What the API can be asked for, as it describes itself. */
    private List<String> questions() {
        List<String> paths = new ArrayList<>();
        json("/api/openapi.json").path("paths").properties().forEach(path -> {
            if (path.getValue().has("get")) {
                paths.add(path.getKey());
            }
        });
        return paths;
    }

    private void nameEverybody() {
        List<String> names = List.of("Anna", "Ben", "Clara");
        for (int i = 0; i < names.size(); i++) {
            catalog.people().name(catalog.people().all().get(i).id(), names.get(i));
        }
        long dog = animals().getFirst().faceId();
        Person ignored = catalog.pets().meet(dog, "Rex").pet();
    }

    private void writeSidecar(String name) throws IOException {
        int number = Integer.parseInt(name.substring(name.indexOf('/') + 1, name.indexOf('-')));
        Instant taken = FIRST.plus(Duration.ofDays(number % 2 == 0 ? 0 : 366)).plus(Duration.ofMinutes(17L * number));
        Path sidecar = photos.resolve(name + ".json");
        Files.writeString(sidecar, """
                {"title": "%s", "photoTakenTime": {"timestamp": "%d"}, "archived": %s,
                 "geoData": {"latitude": 45.%d, "longitude": 12.3, "altitude": 0}}
                """.formatted(
                        Path.of(name).getFileName(), taken.getEpochSecond(), hiddenPhotos.get(name), 40 + number));
        // Within one tick of the clock, too, it is another one.
        Files.setLastModifiedTime(sidecar, FileTime.from(FIRST.plusSeconds(++ticks)));
    }

    /** Another program hides a photo or shows it again, or somebody puts a .nomedia into a folder or takes it out. */
    void changeOnDisk(Random random) throws IOException {
        if (random.nextInt(4) == 0) {
            Path closed =
                    photos.resolve(FOLDERS.get(random.nextInt(FOLDERS.size()))).resolve(".nomedia");
            if (!Files.deleteIfExists(closed)) {
                Files.createFile(closed);
            }
            return;
        }
        List<String> hidden =
                hiddenPhotos.keySet().stream().filter(hiddenPhotos::get).toList();
        List<String> all = List.copyOf(hiddenPhotos.keySet());
        boolean show = hidden.size() > 2;
        String name = show ? hidden.get(random.nextInt(hidden.size())) : all.get(random.nextInt(all.size()));
        hiddenPhotos.put(name, !hiddenPhotos.get(name));
        writeSidecar(name);
    }

    void index() throws IOException {
        new Indexer(catalog, new FileNameReading(), library, 2)
                .index(List.of(photos), () -> false, new Indexer.Listener() {
                    @Override
                    public void reading(int files) {}

                    @Override
                    public void read() {}
                });
    }

    /** Photos that must not be seen, as their sidecars and folders say. */
    List<Path> hiddenOnDisk() {
        return hiddenPhotos.keySet().stream()
                .filter(name -> hiddenPhotos.get(name)
                        || Files.exists(photos.resolve(name).resolveSibling(".nomedia")))
                .map(photos::resolve)
                .toList();
    }

    /** The latest are looked at again and again. */
    static <T> void remember(Queue<T> all, T one) {
        all.add(one);
        if (all.size() > LATEST) {
            T ignored = all.remove();
        }
    }

    List<Pets.Animal> animals() {
        return assets().stream()
                .flatMap(asset -> catalog.pets().on(asset.id()).stream())
                .toList();
    }

    List<Asset> assets() {
        List<Asset> all = new ArrayList<>();
        catalog.assets().each(view -> all.add(view.asset()));
        return all;
    }

    /** Asks as one who has come in, and has not given the password again. */
    HttpResponse<String> get(String path) {
        return sendAs(unproven, "GET", path, "");
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        return answer.statusCode() == 200
                ? JsonMapper.shared().readTree(answer.body())
                : JsonMapper.shared().createObjectNode();
    }

    /** Asks as one who may see what is hidden. */
    HttpResponse<String> send(String method, String path, String body) {
        return sendAs(proven, method, path, body);
    }

    HttpResponse<String> sendAs(String cookie, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .timeout(Duration.ofSeconds(60))
                .header("X-Keepsake", "1")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500 || answer.statusCode() == 401) {
                throw new AssertionError(method + " " + path + " " + body + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " " + body, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        program.close();
        client.close();
        catalog.close();
    }
}
