package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done with many pictures at once. */
final class SelectionTest {
    @TempDir
    Path folder;

    private TestServer service;
    private long first;
    private long second;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        first = service.assets.getFirst().id();
        second = service.assets.getLast().id();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpResponse<String> choose(String assets, String stance, boolean wanted, String... headers) {
        return service.change(
                "POST",
                "/api/selection/choices",
                "{\"assets\":%s,\"stance\":\"%s\",\"wanted\":%s}".formatted(assets, stance, wanted),
                headers);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private List<Choice> choices() {
        try (Catalog catalog = Catalog.open(folder.resolve("library").resolve("catalog.db"))) {
            return catalog.choices().all();
        }
    }

    private String both() {
        return "[%d,%d]".formatted(first, second);
    }

    @Test
    void aChoiceAboutManyIsMadeAtOnceAndUndone() {
        assertThat(json(choose("[%d]".formatted(first), "favourite", true))
                        .get("assets")
                        .toString())
                .isEqualTo("[%d]".formatted(first));
        JsonNode changed = json(choose(both(), "favourite", true)).get("assets");
        assertThat(changed.toString()).as("the first was one before").isEqualTo("[%d]".formatted(second));
        assertThat(choices()).hasSize(2);
        assertThat(json(choose(changed.toString(), "favourite", false))
                        .get("assets")
                        .toString())
                .isEqualTo(changed.toString());
        assertThat(choices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.stance()).isEqualTo(Choice.Stance.FAVOURITE));
        assertThat(json(choose(both(), "never", false)).get("assets")).isEmpty();
    }

    @Test
    void whatIsNeverShownLeavesMemoriesAtOnceAndMayBeToldAgain() {
        String memory = "/api/memories/" + TestServer.MEMORY;
        assertThat(json(service.get(memory)).get("shots")).hasSize(2);
        JsonNode changed = json(choose("[%d]".formatted(first), "never", true)).get("assets");
        assertThat(service.get(memory).statusCode()).as("one shot is no memory").isEqualTo(404);
        String hash = service.assets.getFirst().hash().toString();
        assertThat(service.get("/api/kept-out").body()).contains(hash);
        assertThat(json(choose(changed.toString(), "never", false)).get("assets"))
                .hasSize(1);
        assertThat(service.get("/api/kept-out").body()).doesNotContain(hash);
    }

    @Test
    void badRequestsAreRefusedWholeInWords() {
        assertThat(choose("[]", "never", true).statusCode()).isEqualTo(400);
        assertThat(choose("[null]", "never", true).statusCode()).isEqualTo(400);
        assertThat(choose("[%d,4711]".formatted(first), "never", true).statusCode())
                .isEqualTo(404);
        HttpResponse<String> stance = choose("[%d]".formatted(first), "sometimes", true);
        assertThat(stance.statusCode()).isEqualTo(400);
        assertThat(stance.body()).contains("less, never, favourite");
        assertThat(choices()).isEmpty();
    }

    @Test
    void whatIsHiddenIsNeitherChosenNorSentBeforeThePasswordIsGivenAgain() {
        String session = service.lock("long enough");
        String hidden = "[%d,%d]".formatted(first, service.hiddenAsset);
        assertThat(choose(hidden, "never", true, "Cookie", session).statusCode())
                .isEqualTo(403);
        assertThat(choices()).isEmpty();
        assertThat(service.change(
                                "POST",
                                "/api/selection/downloads",
                                "{\"assets\":%s}".formatted(hidden),
                                "Cookie",
                                session)
                        .statusCode())
                .isEqualTo(403);
    }

    private String prepare(String assets, String... headers) {
        JsonNode prepared =
                json(service.change("POST", "/api/selection/downloads", "{\"assets\":%s}".formatted(assets), headers));
        return prepared.get("path").asString();
    }

    private HttpResponse<byte[]> fetch(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + service.server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return service.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private Map<String, String> archive(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = fetch(path, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void originalsComeInOneArchiveAsTheyAre() throws Exception {
        assertThat(archive(prepare(both())))
                .containsExactly(Map.entry("0.jpg", "photo 0"), Map.entry("1.jpg", "photo 1"));
    }

    @Test
    void anArchiveIsAskedForAtEachReadingWhatMayBeSeen() throws Exception {
        String session = service.lock("long enough");
        String path = prepare(both(), "Cookie", session);
        service.hide(0);
        assertThat(archive(path, "Cookie", session)).containsOnlyKeys("1.jpg");
        assertThat(fetch(path).statusCode()).as("of who did not come in").isEqualTo(401);
        assertThat(fetch("/api/selection/downloads/1", "Cookie", session).statusCode())
                .as("a name that nobody gave")
                .isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsToldInTheArchive() throws Exception {
        String path = prepare(both());
        Files.delete(folder.resolve("photos").resolve("0.jpg"));
        Map<String, String> files = archive(path);
        assertThat(files).containsOnlyKeys("1.jpg", "not-included.txt");
        assertThat(files.get("not-included.txt")).contains("is not there");
    }
}
