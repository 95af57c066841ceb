package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Choosing among the folders of the service's machine, over a real socket. */
final class FoldersTest {
    private static final String LOOK = "/api/folders/look";

    @TempDir
    Path temporary;

    private Path folder;
    private TestServer service;

    @BeforeEach
    void start() throws IOException {
        folder = temporary.toRealPath();
        service = new TestServer(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static String asked(Path folder, String files) {
        return JsonMapper.shared().writeValueAsString(new Asked(folder.toString(), files));
    }

    private static String counted(Path folder) {
        return JsonMapper.shared().writeValueAsString(Map.of("folder", folder.toString()));
    }

    private record Asked(String folder, String files) {}

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode away() {
        return json(service.get("/api/status")).path("away");
    }

    @Test
    void aFolderThatIsGoneIsToldAndNoFilmOfItIsBegun() throws IOException {
        Path photos = folder.resolve("photos");
        assertThat(service.change("POST", "/api/folders", counted(photos)).statusCode())
                .isEqualTo(200);
        assertThat(away()).isEmpty();
        Path unplugged = Files.move(photos, folder.resolve("unplugged"));
        assertThat(away()).singleElement().satisfies(one -> {
            assertThat(one.path("folder").asString()).isEqualTo(photos.toString());
            assertThat(one.path("standing").asString()).isEqualTo("gone");
        });
        HttpResponse<String> film =
                service.change("POST", "/api/memories/" + TestServer.MEMORY + "/films/gentle/short", "");
        assertThat(film.statusCode()).isEqualTo(409);
        assertThat(film.body()).contains("\"away\"", "Connect the disk").doesNotContain(TestServer.MEMORY);
        Files.createDirectory(photos);
        assertThat(away())
                .as("where a disk was, an empty folder is left")
                .singleElement()
                .satisfies(one -> assertThat(one.path("standing").asString()).isEqualTo("empty"));
        Files.delete(photos);
        Files.move(unplugged, photos);
        assertThat(away()).isEmpty();
    }

    @Test
    void tellsNamesAndKindsAndNothingOfContents() throws IOException {
        Files.writeString(folder.resolve("export.zip"), "what is inside");
        HttpResponse<String> answer = service.change("POST", LOOK, asked(folder, "zip"));
        assertThat(json(answer)
                        .path("entries")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly("library", "photos", "export.zip");
        assertThat(answer.body()).doesNotContain("inside").doesNotContain("told.txt");
        assertThat(json(service.change("POST", "/api/folders/count", counted(folder.resolve("photos"))))
                        .path("pictures")
                        .asInt())
                .isEqualTo(3);
        assertThat(json(service.change("POST", LOOK, "{\"folder\":\"\",\"files\":\"folders\"}"))
                        .path("entries"))
                .isNotEmpty();
        assertThat(service.change("POST", LOOK, asked(folder, "everything")).statusCode())
                .isEqualTo(400);
        assertThat(json(service.change("POST", LOOK, asked(folder.resolve("gone"), "folders")))
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("gone");
    }

    @Test
    void isForTheOwnerAlone() {
        String link = json(service.change(
                        "POST",
                        "/api/shares",
                        "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"password\":\"right\",\"views\":2}"
                                .formatted(TestServer.MEMORY)))
                .path("path")
                .asString()
                .substring("/s/".length());
        String guest = TestServer.cookie(service.change("POST", "/api/shared/" + link, "{\"password\":\"right\"}"));
        String owner = service.lock("a long password");
        Map<String, String> questions = Map.of(LOOK, asked(folder, "folders"), "/api/folders/count", counted(folder));
        questions.forEach((path, body) -> {
            assertThat(service.change("POST", path, body).statusCode()).isEqualTo(401);
            assertThat(service.change("POST", path, body, "Cookie", guest).statusCode())
                    .as("who has a link")
                    .isEqualTo(401);
            assertThat(service.send("POST", path, body, "Cookie", owner).statusCode())
                    .as("another site's page")
                    .isEqualTo(403);
            HttpResponse<String> told = service.change("POST", path, body, "Cookie", owner);
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        });
    }
}
