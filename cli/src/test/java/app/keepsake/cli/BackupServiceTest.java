package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Subject;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.backup.Backup;
import app.keepsake.server.KeepsakeServer;
import app.keepsake.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backup is taken and brought back while the service runs. */
final class BackupServiceTest {
    private static final String MEMORIES = "/api/memories";

    @TempDir
    Path root;

    private Path library;
    private KeepsakeServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        library = Files.createDirectories(root.resolve("library"));
        OneDay.write(library, 3, 2);
        server = KeepsakeServer.start(
                new ServerOptions(library, "127.0.0.1", 0, false), new OwnProcess(LibraryFolder.at(library)));
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<String> ask(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .header("X-Keepsake", "1")
                        .timeout(Duration.ofMinutes(2))
                        .method(method, body)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                ask("POST", path, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String memories() throws IOException, InterruptedException {
        return ask("GET", MEMORIES, BodyPublishers.noBody()).body();
    }

    /** A backup from elsewhere, which says never to show the first photo. */
    private Path hiding() throws IOException {
        ContentHash photo = ContentHash.ofContent("photo 0".getBytes(StandardCharsets.UTF_8));
        Said said = new Said(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Choice(0, Choice.Stance.NEVER, new Subject.OfAsset(photo), "", Instant.EPOCH)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Path file = root.resolve("hiding.zip");
        new Backup(
                        Instant.now(),
                        "0.1.0",
                        false,
                        said,
                        Map.of("folders", List.of("/there/photos"), "thumbnailMegabytes", 300),
                        List.of(),
                        List.of())
                .write(file);
        return file;
    }

    @Test
    void isTakenAndFetched() throws IOException, InterruptedException {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            Choice ignored = catalog.choices().add(Choice.Stance.LESS, new Subject.OfTag("food"), "");
        }
        JsonNode taken = post("/api/backups", Map.of("secrets", false));
        assertThat(taken.path("holds").path("choices").asInt()).isEqualTo(1);
        HttpResponse<String> file =
                ask("GET", "/api/backups/" + taken.path("name").asString(), BodyPublishers.noBody());
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        Path fetched = root.resolve("fetched.zip");
        Files.write(fetched, file.body().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Backup.read(fetched).said().choices()).hasSize(1);
        for (String other : List.of("..%2Fcatalog.db", "catalog.db", "hiding.zip")) {
            assertThat(ask("GET", "/api/backups/" + other, BodyPublishers.noBody())
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void whatItHidesIsWithdrawnAtOnce() throws IOException, InterruptedException {
        assertThat(memories()).contains("\"id\":\"day\"");
        assertThat(ask("PUT", "/api/backups/uploaded", BodyPublishers.ofFile(hiding()))
                        .statusCode())
                .isEqualTo(204);
        Map<String, Object> wanted =
                Map.of("name", "uploaded.zip", "replace", false, "folders", Map.of("/there", "/here"));

        JsonNode looked = post("/api/backups/look", wanted);
        assertThat(looked.path("outcome").path("said").path("choices").asInt()).isEqualTo(1);
        assertThat(looked.path("folders").toString()).as("where they lay").isEqualTo("[\"/there/photos\"]");
        assertThat(memories()).contains("\"id\":\"day\"");

        post("/api/backups/restore", wanted);
        assertThat(memories()).doesNotContain("\"id\":\"day\"");
        assertThat(ask("GET", "/api/settings", BodyPublishers.noBody()).body())
                .contains("/here/photos", "300")
                .doesNotContain("/there");
        assertThat(ask("GET", "/api/backups", BodyPublishers.noBody()).body()).contains("\"uploaded\":false");
    }

    @Test
    void aFileThatIsNoneIsRefusedInWords() throws IOException, InterruptedException {
        assertThat(ask("PUT", "/api/backups/uploaded", BodyPublishers.ofString("a photo"))
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> refused = ask(
                "POST",
                "/api/backups/restore",
                BodyPublishers.ofString("{\"name\":\"uploaded.zip\",\"replace\":true,\"folders\":{}}"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("expected a backup that Keepsake made");
        assertThat(memories()).contains("\"id\":\"day\"");
    }

    @Test
    void nobodyGetsOneWithoutThePassword() throws IOException, InterruptedException {
        post("/api/backups", Map.of("secrets", true));
        HttpResponse<String> set =
                ask("PUT", "/api/password", BodyPublishers.ofString("{\"old\":\"\",\"password\":\"a long password\"}"));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(204);
        assertThat(ask("GET", "/api/backups/asked.zip", BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
        assertThat(ask("PUT", "/api/backups/uploaded", BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(401);
    }
}
