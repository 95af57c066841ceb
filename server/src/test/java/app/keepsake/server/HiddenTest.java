package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of hidden photos to who did not give the password again. */
final class HiddenTest {
    private static final String PASSWORD = "long enough";

    /** By the photos 1 and 3, of which the third is hidden. */
    private static final String EXPLANATION = """
        {"why":"May","shots":[{"asset":1,"reason":"sharp","showable":true}],\
        "notChosen":[{"asset":3,"reason":"It is hidden.","showable":false}]}""";

    @TempDir
    Path folder;

    private TestServer service;
    private String session;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(
                folder,
                new OneScript(
                        new TestServer.Echo(folder.resolve("told.txt")),
                        Program.Part.ERRAND,
                        // Explains, when it was asked.
                        "read -r line; echo '" + EXPLANATION + "'"));
        session = service.lock(PASSWORD);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpResponse<String> get(String path) {
        return service.get(path, "Cookie", session);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void isThatThereAreSomeAmongWhatIsKeptOut() {
        JsonNode before = json(get("/api/kept-out"));
        assertThat(before.get("pictures")).isEmpty();
        assertThat(before.get("total").asInt()).isZero();
        assertThat(before.get("hidden").asInt()).isEqualTo(1);
        assertThat(service.change(
                                "POST",
                                "/api/session/again",
                                "{\"password\":\"%s\"}".formatted(PASSWORD),
                                "Cookie",
                                session)
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> proven = get("/api/kept-out");
        assertThat(json(proven).at("/pictures/0/asset").asLong()).isEqualTo(service.hiddenAsset);
        assertThat(json(proven).get("hidden").asInt()).isZero();
        assertThat(proven.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void isNothingAmongTheReasonsOfAMemory() {
        assertThat(service.hiddenAsset).isEqualTo(3);
        JsonNode told = json(get("/api/memories/" + TestServer.MEMORY + "/explanation"));
        assertThat(told.get("chosen")).hasSize(1);
        assertThat(told.get("notChosen")).isEmpty();
    }
}
