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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void tellsWhatIsNeededToAnswer() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addPeople(service, folder);
            JsonNode one = json(service.get("/api/pairs")).at("/pairs/0/one");
            assertThat(one.get("asset").asLong())
                    .isEqualTo(service.assets.getFirst().id());
            assertThat(one.get("box").valueStream().map(JsonNode::asDouble)).containsExactly(0.3, 0.3, 0.2, 0.2);
            assertThat(one.get("takenAt").asString()).startsWith("2024-05-0");
            assertThat(one.get("pictures").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "unsure"})
    void anAnswerIsTakenBackOnce(String answer) throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addPeople(service, folder);
            JsonNode pair = json(service.get("/api/pairs")).get("pairs").get(0);
            JsonNode answered = json(service.change("POST", "/api/pairs", said(pair, answer)));
            assertThat(answered.get("pairs")).isEmpty();
            String back = "{\"undo\":\"%s\"}".formatted(answered.get("undo").asString());

            assertThat(service.change("POST", "/api/people/undo", back).statusCode())
                    .isEqualTo(204);
            assertThat(json(service.get("/api/pairs")).get("pairs").get(0)).isEqualTo(pair);
            assertThat(json(service.get("/api/people?all=true")).get("people")).hasSize(2);
            assertThat(service.change("POST", "/api/people/undo", back).statusCode())
                    .as("once")
                    .isEqualTo(404);
        }
    }

    @Test
    void doesNotAskByAPictureOnWhichSomebodyElseIsHidden() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addPeople(service, folder);
            assertThat(json(service.get("/api/pairs")).get("pairs")).hasSize(1);
            try (Catalog catalog = Catalog.open(folder.resolve("library").resolve("catalog.db"));
                    Indexing indexing = catalog.beginIndexing()) {
                long asset = service.assets.getFirst().id();
                List<AssetFace> faces = new ArrayList<>(
                        catalog.assets().view(asset).orElseThrow().faces());
                faces.add(AssetFace.detected(new Box(0.7, 0.3, 0.2, 0.2), 0.9));
                indexing.update(asset, Found.faces("1", faces.toArray(AssetFace[]::new)));
                long ben = catalog.people().create(false).id();
                catalog.people()
                        .assign(Map.of(
                                catalog.assets()
                                        .view(asset)
                                        .orElseThrow()
                                        .faces()
                                        .getLast()
                                        .id(),
                                ben));
                catalog.people().hide(ben, true);
            }
            assertThat(json(service.get("/api/pairs")).get("pairs")).isEmpty();
            assertThat(json(service.get("/api/people")).get("questions").asInt())
                    .isZero();
        }
    }

    @Test
    void severalAreJoinedAtOnceAndPartedAgain() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addPeople(service, folder);
            JsonNode people = json(service.get("/api/people?all=true")).get("people");
            long one = people.get(0).get("id").asLong();
            long other = people.get(1).get("id").asLong();
            String merge = "/api/people/%d/merge".formatted(one);
            for (String wrong : List.of(
                    "{}",
                    "{\"others\":[]}",
                    "{\"others\":[%d]}".formatted(one),
                    "{\"others\":[%d,999]}".formatted(other))) {
                assertThat(service.change("POST", merge, wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(400);
            }
            JsonNode joined = json(service.change("POST", merge, "{\"others\":[%d]}".formatted(other)));
            assertThat(joined.get("pictures").asInt()).isEqualTo(2);
            assertThat(service.change(
                                    "POST",
                                    "/api/people/undo",
                                    "{\"undo\":\"%s\"}"
                                            .formatted(joined.get("undo").asString()))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(json(service.get("/api/people?all=true")).get("people")).isEqualTo(people);
        }
    }

    @Test
    void whatIsAnsweredWithUnsureIsNotAskedAgainAtOnce() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addPeople(service, folder);
            JsonNode pair = json(service.get("/api/pairs")).get("pairs").get(0);
            service.change("POST", "/api/pairs", said(pair, "unsure"));

            assertThat(json(service.get("/api/pairs")).get("pairs")).isEmpty();
            assertThat(json(service.get("/api/people?all=true")).get("people")).hasSize(2);
        }
    }
}
