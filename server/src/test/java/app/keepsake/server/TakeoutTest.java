package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Exports of Google Photos on the service's machine, over a real socket. The commands of this service fail. */
final class TakeoutTest {
    @TempDir
    Path folder;

    private TestServer service;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpResponse<String> ask(String path, Object... files) {
        List<String> names = Arrays.stream(files).map(String::valueOf).toList();
        return service.change("POST", path, JsonMapper.shared().writeValueAsString(Map.of("files", names)));
    }

    @Test
    void onlyWhatTheChooserListsIsLookedAt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path link = Files.createSymbolicLink(folder.resolve("link.zip"), secret);
        Path hidden = Files.writeString(
                Files.createDirectory(folder.resolve(".hidden")).resolve("takeout.zip"), "PK");
        for (Path refused : List.of(
                secret, link, hidden, Path.of("takeout.zip"), Path.of("/proc"), folder.resolve("not-there.zip"))) {
            for (String path : List.of("/api/takeout/look", "/api/takeout")) {
                assertThat(ask(path, refused).statusCode()).as("%s", refused).isBetween(400, 422);
            }
        }
        assertThat(ask("/api/takeout/look").statusCode()).isEqualTo(400);
        assertThat(ask("/api/takeout", " ").statusCode()).as("where to begin").isEqualTo(400);
        assertThat(service.told).doesNotExist();
        assertThat(service.send("POST", "/api/takeout", "{\"files\":[]}").statusCode())
                .as("asked by another page")
                .isEqualTo(403);
    }

    @Test
    void aCommandLooksAndAnotherBringsIn() throws Exception {
        Path zip = Files.writeString(folder.resolve("takeout-001.zip"), "PK");
        HttpResponse<String> looked = ask("/api/takeout/look", zip, folder.resolve("photos"));
        assertThat(looked.statusCode()).isEqualTo(422);
        assertThat(looked.body()).contains("no such thing");
        assertThat(Files.readString(service.told))
                .contains(
                        "\"errand\":\"lookattakeout\"",
                        "takeout-001.zip",
                        folder.resolve("photos").toString());
        HttpResponse<String> taken = ask("/api/takeout", zip);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(JsonMapper.shared().readTree(taken.body()).get("kind").asString())
                .isEqualTo("index");
        Patience.until("it is told to", () -> Files.readString(service.told).contains("\"errand\":\"index\""));
    }
}
