package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Indexing;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doubtful dates, and what is said of them, by the API. */
final class DatesTest {
    @TempDir
    Path folder;

    private TestServer service;
    private long scan;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        scan = service.assets.getFirst().id();
        doubt(scan, false);
        doubt(service.hiddenAsset, true);
    }

    private void doubt(long asset, boolean hidden) {
        AssetFacts facts = AssetFacts.photo("JPEG", 4000, 3000)
                .takenAt(LocalDateTime.of(2024, 5, 3, 12, 0), "EXIF")
                .marked(false, hidden)
                .dated(Dating.EXACT.doubted(DateDoubt.SCANNED).ofScanner());
        try (Catalog catalog = Catalog.open(folder.resolve("library/catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            indexing.updateFacts(asset, facts, "metadata 2");
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> say(List<Long> assets, String date, String shift) {
        return service.change(
                "POST",
                "/api/dates",
                "{\"assets\":%s,\"date\":\"%s\",\"shift\":\"%s\"}".formatted(assets, date, shift));
    }

    private String takenAt(long asset) {
        return json(service.get("/api/assets/" + asset)).path("takenAt").asString("");
    }

    @Test
    void doubtfulPicturesAreListedWithoutThoseThatAreHidden() {
        JsonNode groups = json(service.get("/api/dates")).get("groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.at("/0/doubt").asString()).isEqualTo("scanned");
        assertThat(groups.at("/0/folder").asString())
                .isEqualTo(folder.resolve("photos").toString());
        assertThat(groups.at("/0/count").asInt()).isEqualTo(1);
        assertThat(groups.at("/0/assets/0").asLong()).isEqualTo(scan);
        assertThat(takenAt(scan)).as("the day of scanning").isEmpty();
        assertThat(json(service.get("/api/timeline")).toString()).contains("\"undated\"");
    }

    @Test
    void whatIsSaidCountsAtOnceAndIsTakenBack() {
        JsonNode said = json(say(List.of(scan), "1985-07", ""));
        assertThat(said.at("/saying/pictures").asInt()).isEqualTo(1);
        assertThat(takenAt(scan)).isEqualTo("1985-07");
        assertThat(json(service.get("/api/timeline")).toString()).contains("\"1985-07\"");
        JsonNode all = json(service.get("/api/dates"));
        assertThat(all.get("groups")).isEmpty();
        long id = said.at("/saying/id").asLong();
        assertThat(all.at("/sayings/0/id").asLong()).isEqualTo(id);

        assertThat(service.change("DELETE", "/api/dates/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(takenAt(scan)).isEmpty();
        assertThat(json(service.get("/api/dates")).get("groups")).hasSize(1);
        assertThat(service.change("DELETE", "/api/dates/" + id, "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theTimelineTellsNoMoreThanIsKnown() {
        json(say(List.of(scan), "1985", ""));
        assertThat(json(service.get("/api/timeline/1985")).at("/assets/0").asLong())
                .isEqualTo(scan);
        json(say(List.of(scan), "1983..1986", ""));
        assertThat(json(service.get("/api/timeline/1983_1986")).get("assets")).hasSize(1);
        assertThat(service.get("/api/timeline/1985").statusCode()).isEqualTo(404);
    }

    @Test
    void aClockIsPutRight() {
        long dated = service.assets.getLast().id();
        assertThat(takenAt(dated)).isEqualTo("2024-05-04T12:00:00");
        assertThat(json(say(List.of(dated, scan), "", "-1h")).get("left").asInt())
                .isEqualTo(1);
        assertThat(takenAt(dated)).isEqualTo("2024-05-04T11:00:00");
    }

    @Test
    void badWordsAreRefused() {
        for (String date : List.of("July 1985", "1985-13", "0001", "1986..1983")) {
            assertThat(say(List.of(scan), date, "").statusCode()).as(date).isEqualTo(400);
        }
        assertThat(say(List.of(scan), "", "1h").statusCode()).isEqualTo(400);
        assertThat(say(List.of(scan), "", "").statusCode()).isEqualTo(400);
        assertThat(say(List.of(scan), "1985", "+1h").statusCode()).isEqualTo(400);
        assertThat(say(List.of(), "1985", "").statusCode()).isEqualTo(400);
        assertThat(say(List.of(12345L), "1985", "").statusCode()).isEqualTo(404);
        assertThat(service.change("POST", "/api/dates", "{\"assets\":[null],\"date\":\"1985\",\"shift\":\"\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothingIsSaidOfWhatIsHiddenWithoutThePassword() {
        String password = "correct horse battery";
        String ignored = service.lock(password);
        String session = service.enter(password);
        String body = "{\"assets\":[%d],\"date\":\"1985\",\"shift\":\"\"}".formatted(service.hiddenAsset);
        assertThat(service.change("POST", "/api/dates", body, "Cookie", session).statusCode())
                .isEqualTo(403);
        assertThat(json(service.get("/api/dates", "Cookie", session)).get("sayings"))
                .isEmpty();
        service.change("POST", "/api/session/again", "{\"password\":\"%s\"}".formatted(password), "Cookie", session);
        assertThat(service.change("POST", "/api/dates", body, "Cookie", session).statusCode())
                .isEqualTo(200);
    }
}
