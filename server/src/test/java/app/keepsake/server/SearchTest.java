package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.WrittenLine;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finding pictures, keeping what was looked for, and deleting what was made of it. */
final class SearchTest {
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

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode find(String words) {
        return json(service.get("/api/search?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }

    private static List<Long> pictures(JsonNode found) {
        List<Long> ids = new ArrayList<>();
        found.get("pictures").forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    private long photo(int number) {
        return service.assets.get(number).id();
    }

    @Test
    void whatIsWrittenInAPictureIsFoundAndToldWithIt() throws Exception {
        try (Catalog catalog = catalog()) {
            catalog.texts()
                    .write(
                            photo(1),
                            List.of(
                                    new WrittenLine("Café Central", 0.9, new Box(0.1, 0.1, 0.5, 0.1)),
                                    new WrittenLine("Menü 12,50", 0.8, new Box(0.1, 0.3, 0.5, 0.1))),
                            "1");
        }
        Patience.until("the text is found", () -> pictures(find("cafe central")).equals(List.of(photo(1))));
        JsonNode found = find("MENU");
        assertThat(pictures(found)).containsExactly(photo(1));
        assertThat(found.at("/parts/0/sort").asString()).isEqualTo("text");
        assertThat(found.at("/parts/0/label").asString()).isEqualTo("MENU");
        JsonNode typing = json(service.get("/api/search?typing=true&words=centr"));
        assertThat(pictures(typing)).containsExactly(photo(1));
        JsonNode told = json(service.get("/api/assets/" + photo(1) + "/about"));
        assertThat(told.at("/text/0").asString()).isEqualTo("Café Central");
        assertThat(told.get("text").size()).isEqualTo(2);
    }

    private Catalog catalog() {
        return Catalog.open(folder.resolve("library").resolve("catalog.db"));
    }

    @Test
    void picturesAreFoundTheNewestFirstAndNothingIsKept() {
        JsonNode found = find("Lisbon 2024");
        assertThat(pictures(found)).containsExactly(photo(1), photo(0));
        assertThat(found.get("total").asInt()).isEqualTo(2);
        assertThat(found.at("/parts/0/sort").asString()).isEqualTo("place");
        assertThat(find("Lissabon am 3. Mai").get("total").asInt()).isEqualTo(1);
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().all()).extracting(Memory::id).containsExactly(TestServer.MEMORY);
            assertThat(catalog.memories().requests()).isEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodIsSaid() throws Exception {
        Patience.until(
                "meanings are given up, which no command tells here",
                () -> !find("xyzzy Lisbon").get("waits").asBoolean());
        JsonNode found = find("xyzzy Lisbon");
        assertThat(found.at("/unknown/0").asString()).isEqualTo("xyzzy");
        assertThat(found.get("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsHiddenIsNotFoundFromThatMomentOn() {
        assertThat(pictures(find("Lisbon"))).doesNotContain(service.hiddenAsset).hasSize(2);
        service.hide(1);
        JsonNode found = find("Lisbon");
        assertThat(pictures(found)).containsExactly(photo(0));
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(json(service.get("/api/search?words=&typing=true"))
                        .get("suggestions")
                        .valueStream()
                        .filter(one -> one.get("label").asString().equals("Lisbon"))
                        .map(one -> one.get("count").asInt()))
                .containsExactly(1);
    }

    @Test
    void memoriesFitOfWhichMostFitsOrThatAreCalledSo() {
        assertThat(json(service.get("/api/search/memories?words=Lisbon"))
                        .at("/memories/0/id")
                        .asString())
                .isEqualTo(TestServer.MEMORY);
        assertThat(json(service.get("/api/search/memories?words=2023")).get("memories"))
                .isEmpty();
        assertThat(json(service.get("/api/search/people?words=Lisbon")).get("people"))
                .isEmpty();
    }

    @Test
    void aSearchIsKeptAnsweredAnewAndForgotten() {
        JsonNode kept = json(service.change("POST", "/api/searches", "{\"words\":\"  Lisbon   2024 \"}"));
        assertThat(kept.get("total").asInt()).isEqualTo(2);
        assertThat(json(service.change("POST", "/api/searches", "{\"words\":\"lisbon 2024\"}"))
                        .get("id"))
                .as("the same is kept once")
                .isEqualTo(kept.get("id"));
        service.hide(1);
        JsonNode all = json(service.get("/api/searches")).get("searches");
        assertThat(all).hasSize(1);
        assertThat(all.at("/0/total").asInt()).isEqualTo(1);
        assertThat(all.at("/0/cover").asLong()).isEqualTo(photo(0));
        String path = "/api/searches/" + kept.get("id").asString();
        assertThat(service.change("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(service.change("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(json(service.get("/api/searches")).get("searches")).isEmpty();
        assertThat(service.change("POST", "/api/searches", "{\"words\":\" \"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoIsHiddenIsNotNamedByWhatIsKept() {
        String session = service.lock("long enough");
        JsonNode ignored =
                json(service.change("POST", "/api/searches", "{\"words\":\"gina in Lisbon\"}", "Cookie", session));
        assertThat(json(service.get("/api/searches", "Cookie", session)).get("searches"))
                .hasSize(1);
        try (Catalog catalog = catalog()) {
            long gina = catalog.people().create(false).id();
            catalog.people().name(gina, "Gina");
            catalog.people().hide(gina, true);
        }
        assertThat(json(service.get("/api/searches", "Cookie", session)).get("searches"))
                .isEmpty();
        assertThat(service.get("/api/searches").statusCode()).isEqualTo(401);
    }

    /** A memory that was asked for, worth more than all others. */
    private void ask() {
        try (Catalog catalog = catalog()) {
            Asset asset = service.assets.getFirst();
            LocalDate day = LocalDate.of(2024, 5, 3);
            Memory memory = new Memory(
                    "asked",
                    "request",
                    "Lisbon 2024",
                    "",
                    day,
                    day,
                    100,
                    0.5,
                    List.of(new Shot(asset.id(), Shot.Role.BODY, "it is sharp")),
                    "1");
            assertThat(catalog.memories()
                            .put(
                                    memory,
                                    new Request("asked", "request", "Lisbon 2024"),
                                    catalog.choices().revision()))
                    .isTrue();
        }
    }

    private static List<String> ids(JsonNode cards) {
        return cards.valueStream().map(card -> card.get("id").asString()).toList();
    }

    @Test
    void whatWasAskedForIsNotTheFirstOfADayThatIsNotChosenYet() throws SQLException {
        ask();
        // As on the morning after.
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("library").resolve("catalog.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM showing")).isPositive();
        }
        JsonNode shelf = json(service.get("/api/memories"));
        assertThat(ids(shelf.get("today"))).containsExactly(TestServer.MEMORY);
        assertThat(ids(shelf.get("others"))).containsExactly("asked");
    }

    @Test
    void whatWasAskedForIsDeletedAndBroughtBack() {
        ask();
        assertThat(service.change("DELETE", "/api/memories/asked", "").statusCode())
                .isEqualTo(204);
        assertThat(service.get("/api/memories/asked").statusCode()).isEqualTo(404);
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().requests()).isEmpty();
        }
        JsonNode back = json(service.change("POST", "/api/memories/asked/undelete", ""));
        assertThat(back.at("/card/asked").asBoolean()).isTrue();
        try (Catalog catalog = catalog()) {
            assertThat(catalog.memories().requests()).containsExactly(new Request("asked", "request", "Lisbon 2024"));
        }
        assertThat(service.change("POST", "/api/memories/asked/undelete", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void wordsBeyondMeasureAreRefusedAndNeverHurt() {
        assertThat(service.get("/api/search?words=" + "x".repeat(201)).statusCode())
                .isEqualTo(400);
        assertThat(service.get("/api/search?words=x&from=-1").statusCode()).isEqualTo(400);
        for (String words :
                List.of("\"", "\"\"\"", "or or or", "without", "' OR 1=1 --", "\0", "😀", "%", "a b ".repeat(50))) {
            assertThat(find(words).get("total").isNumber()).as(words).isTrue();
        }
    }
}
