package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.DoubtFound;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.Indexing;
import app.keepsake.simulator.Found;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pets: named on a picture, asked about, told of and forgotten over the API. */
final class PetsTest {
    private static final AssetFace DOG =
            AssetFace.animal("dog", new Box(0.2, 0.3, 0.5, 0.6), 0.8, new Embedding("1", new float[] {1}));

    @TempDir
    Path folder;

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private Catalog catalog() {
        return Catalog.open(folder.resolve("library").resolve("catalog.db"));
    }

    /** A dog in each of the first two pictures. */
    private void addDogs(TestServer service) throws IOException {
        try (Catalog catalog = catalog();
                Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < 2; i++) {
                indexing.update(service.assets.get(i).id(), Found.animals("1", DOG));
                service.keepFace(i, 2000, 3000);
            }
        }
    }

    private JsonNode animals(TestServer service, int picture) throws IOException {
        return json(service.get(
                "/api/assets/%d/animals".formatted(service.assets.get(picture).id())));
    }

    private JsonNode meet(TestServer service, int picture, String name) throws IOException {
        long face = animals(service, picture).at("/animals/0/face").asLong();
        return json(service.change("POST", "/api/pets", "{\"face\":%d,\"name\":\"%s\"}".formatted(face, name)));
    }

    /** As grouping does, when a pet is known. */
    private void askAbout(TestServer service) throws IOException {
        long known = animals(service, 0).at("/animals/0/face").asLong();
        long unknown = animals(service, 1).at("/animals/0/face").asLong();
        try (Catalog catalog = catalog();
                Indexing indexing = catalog.beginIndexing()) {
            assertThat(indexing.people(
                            List.of(),
                            List.of(new DoubtFound(known, unknown, 0.9)),
                            "1",
                            catalog.choices().revision()))
                    .isTrue();
        }
    }

    @Test
    void anAnimalGetsANameAndLosesItAgain() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addDogs(service);
            assertThat(animals(service, 0).at("/animals/0/kind").asString()).isEqualTo("dog");
            assertThat(animals(service, 0).get("pets")).isEmpty();

            JsonNode met = meet(service, 0, "Rex");

            JsonNode animal = animals(service, 0).at("/animals/0");
            assertThat(animal.get("name").asString()).isEqualTo("Rex");
            assertThat(animal.get("pet").asLong()).isEqualTo(met.get("id").asLong());
            assertThat(animals(service, 1).at("/pets/0").asString()).isEqualTo("Rex");
            JsonNode rex = json(service.get("/api/people")).at("/people/0");
            assertThat(rex.get("pet").asBoolean()).isTrue();
            assertThat(rex.get("pictures").asInt()).isEqualTo(1);
            assertThat(service.get("/api/people/%d/face".formatted(met.get("id").asLong()))
                            .statusCode())
                    .isEqualTo(200);
            String back = "{\"undo\":\"%s\"}".formatted(met.get("undo").asString());
            assertThat(service.change("POST", "/api/people/undo", back).statusCode())
                    .isEqualTo(204);
            assertThat(animals(service, 0).at("/animals/0/name").asString()).isEmpty();
        }
    }

    @Test
    void whatIsNoAnimalOrNoNameIsRefused() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addDogs(service);
            assertThat(service.change("POST", "/api/pets", "{\"face\":999,\"name\":\"Rex\"}")
                            .statusCode())
                    .isEqualTo(404);
            long face = animals(service, 0).at("/animals/0/face").asLong();
            for (String name : List.of("", "  ", "x".repeat(101))) {
                assertThat(service.change("POST", "/api/pets", "{\"face\":%d,\"name\":\"%s\"}".formatted(face, name))
                                .statusCode())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void isAskedAboutAmongPeople() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addDogs(service);
            long rex = meet(service, 0, "Rex").get("id").asLong();
            askAbout(service);
            JsonNode pair = json(service.get("/api/pairs")).at("/pairs/0");
            assertThat(pair.get("pet").asBoolean()).isTrue();
            assertThat(pair.at("/one/name").asString()).isEqualTo("Rex");
            assertThat(pair.at("/other/person").asLong()).isZero();
            assertThat(json(service.get("/api/people")).get("questions").asInt())
                    .isEqualTo(1);
            assertThat(service.get("/api/faces/" + pair.at("/other/face").asLong())
                            .statusCode())
                    .isEqualTo(200);

            JsonNode answered = json(service.change(
                    "POST",
                    "/api/pairs",
                    "{\"face\":%d,\"other\":%d,\"answer\":\"yes\"}"
                            .formatted(
                                    pair.at("/one/face").asLong(),
                                    pair.at("/other/face").asLong())));

            assertThat(answered.get("pairs")).isEmpty();
            assertThat(json(service.get("/api/people/" + rex)).get("assets")).hasSize(2);
            String back = "{\"undo\":\"%s\"}".formatted(answered.get("undo").asString());
            assertThat(service.change("POST", "/api/people/undo", back).statusCode())
                    .isEqualTo(204);
            assertThat(json(service.get("/api/people/" + rex)).get("assets")).hasSize(1);
            assertThat(json(service.get("/api/pairs")).get("pairs")).hasSize(1);
        }
    }

    @Test
    void whatDoesNotShowItIsNobodysAgain() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addDogs(service);
            long rex = meet(service, 0, "Rex").get("id").asLong();
            meet(service, 1, "Rex");
            String second = "{\"assets\":[%d]}".formatted(service.assets.get(1).id());
            JsonNode left = json(service.change("POST", "/api/people/%d/split".formatted(rex), second));
            assertThat(left.get("id").asLong()).isEqualTo(rex);
            assertThat(left.get("pictures").asInt()).isEqualTo(1);
            assertThat(json(service.get("/api/people?all=true")).get("people")).hasSize(1);
        }
    }

    @Test
    void aPetIsForgottenAndNoPersonIs() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addDogs(service);
            long rex = meet(service, 0, "Rex").get("id").asLong();
            long anna;
            try (Catalog catalog = catalog()) {
                anna = catalog.people().create(false).id();
                catalog.people().name(anna, "Anna");
            }
            assertThat(service.change("POST", "/api/people/%d/forget".formatted(anna), "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(service.change("POST", "/api/people/%d/merge".formatted(anna), "{\"other\":%d}".formatted(rex))
                            .statusCode())
                    .as("a pet is no person")
                    .isEqualTo(400);
            JsonNode forgotten = json(service.change("POST", "/api/people/%d/forget".formatted(rex), ""));
            assertThat(animals(service, 0).at("/animals/0/name").asString()).isEmpty();
            assertThat(animals(service, 0).get("pets")).isEmpty();
            service.change(
                    "POST",
                    "/api/people/undo",
                    "{\"undo\":\"%s\"}".formatted(forgotten.get("undo").asString()));
            assertThat(animals(service, 0).at("/animals/0/name").asString()).isEqualTo("Rex");
        }
    }

    @Test
    void whoIsHiddenIsNeitherSeenNorNamed() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            addDogs(service);
            long rex = meet(service, 0, "Rex").get("id").asLong();
            askAbout(service);
            long unknown = animals(service, 1).at("/animals/0/face").asLong();
            service.change("PATCH", "/api/people/" + rex, "{\"hidden\":true}");
            String session = service.lock("long enough");
            String first = "/api/assets/" + service.assets.getFirst().id();
            for (String path : List.of(first + "/animals", first, first + "/thumbnail", "/api/people/" + rex)) {
                assertThat(service.get(path, "Cookie", session).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
            for (String path : List.of(
                    "/api/pairs",
                    "/api/people?all=true",
                    "/api/assets/%d/animals".formatted(service.assets.get(1).id()))) {
                assertThat(service.get(path, "Cookie", session).body()).as(path).doesNotContain("\"Rex");
            }
            assertThat(service.change(
                                    "POST",
                                    "/api/pets",
                                    "{\"face\":%d,\"name\":\"Rex\"}".formatted(unknown),
                                    "Cookie",
                                    session)
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
