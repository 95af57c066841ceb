package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.DoubtFound;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.PersonFound;
import app.keepsake.simulator.Found;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions about people, asked and answered over the API. */
final class PairsTest {
    @TempDir
    Path folder;

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Two people, one in each picture, who may be one. */
    private static void addPeople(TestServer service, Path folder) {
        try (Catalog catalog = Catalog.open(folder.resolve("library").resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            List<Long> faces = new ArrayList<>();
            List<PersonFound> people = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                long asset = service.assets.get(i).id();
                AssetFace face = AssetFace.detected(new Box(0.3, 0.3, 0.2, 0.2), 0.9);
                indexing.update(asset, Found.faces("1", face));
                faces.add(catalog.assets()
                        .view(asset)
                        .orElseThrow()
                        .faces()
                        .getFirst()
                        .id());
                people.add(new PersonFound(OptionalLong.empty(), Optional.empty(), List.of(), List.of(faces.get(i))));
            }
            assertThat(indexing.people(
                            people,
                            List.of(new DoubtFound(faces.get(0), faces.get(1), 0.3)),
                            "1",
                            catalog.choices().revision()))
                    .isTrue();
        }
    }

    private static String said(JsonNode pair, String answer) {
        return "{\"face\":%d,\"other\":%d,\"answer\":\"%s\"}"
                .formatted(
                        pair.get("one").get("face").asLong(),
                        pair.get("other").get("face").asLong(),
                        answer);
    }

    @Test
    void asksAndJoinsWhoIsOne() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addPeople(service, folder);
            JsonNode everybody = json(service.get("/api/people?all=true"));
            assertThat(everybody.get("people")).hasSize(2);
            assertThat(everybody.get("questions").asInt()).isEqualTo(1);
            JsonNode listed = json(service.get("/api/people"));
            assertThat(listed.get("people"))
                    .as("who is seen once is not listed")
                    .isEmpty();
            assertThat(listed.get("passersBy").asInt()).isEqualTo(2);
            JsonNode pair = json(service.get("/api/pairs")).get("pairs").get(0);

            assertThat(service.change("POST", "/api/pairs", said(pair, "perhaps"))
                            .statusCode())
                    .isEqualTo(400);
            HttpResponse<String> answered = service.change("POST", "/api/pairs", said(pair, "yes"));

            assertThat(answered.statusCode()).isEqualTo(200);
            assertThat(json(answered).get("pairs")).isEmpty();
            assertThat(json(service.get("/api/people?all=true")).get("people")).hasSize(1);
            assertThat(service.change("POST", "/api/pairs", said(pair, "no")).statusCode())
                    .as("no longer asked")
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsAnsweredWithUnsureIsNotAskedAgain() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addPeople(service, folder);
            JsonNode pair = json(service.get("/api/pairs")).get("pairs").get(0);
            service.change("POST", "/api/pairs", said(pair, "unsure"));

            assertThat(json(service.get("/api/pairs")).get("pairs")).isEmpty();
            assertThat(json(service.get("/api/people?all=true")).get("people")).hasSize(2);
        }
    }
}
