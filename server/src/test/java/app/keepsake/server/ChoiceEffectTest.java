package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the user says takes effect at once. */
final class ChoiceEffectTest {
    @TempDir
    Path folder;

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void withdrawsTheFilmAndTheMemory() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            int before = json(service.get("/api/kept-out")).get("total").asInt();
            String subject = "photo:" + service.assets.getFirst().hash();
            HttpResponse<String> made = service.change(
                    "POST",
                    "/api/choices",
                    "{\"stance\":\"never\",\"subject\":\"%s\",\"note\":\"\"}".formatted(subject));
            assertThat(made.statusCode()).isEqualTo(200);
            assertThat(service.get(TestServer.FILM).statusCode()).isEqualTo(404);
            assertThat(service.get("/api/memories/" + TestServer.MEMORY).statusCode())
                    .isEqualTo(404);
            assertThat(json(service.get("/api/kept-out")).get("total").asInt()).isEqualTo(before + 1);
            String choice = "/api/choices/" + json(made).get("id").asLong();
            assertThat(service.change("DELETE", choice, "").statusCode()).isEqualTo(204);
            assertThat(json(service.get("/api/kept-out")).get("total").asInt()).isEqualTo(before);
            assertThat(service.change("DELETE", choice, "").statusCode()).isEqualTo(404);
        }
    }
}
