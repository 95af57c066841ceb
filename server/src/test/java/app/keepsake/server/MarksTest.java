package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of memories as a whole, from the cards of the first page. */
final class MarksTest {
    private static final String PATH = "/api/memories/" + TestServer.MEMORY;

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
        return JsonMapper.shared().readTree(response.body());
    }

    private List<String> today() {
        return json(service.get("/api/memories"))
                .get("today")
                .valueStream()
                .map(card -> card.get("id").asString())
                .toList();
    }

    @Test
    void whatKeepsakeTellsByItselfIsDeletedAndBroughtBack() throws IOException {
        assertThat(service.change("DELETE", PATH, "").statusCode()).isEqualTo(204);
        assertThat(today()).isEmpty();
        assertThat(service.get(PATH).statusCode()).isEqualTo(404);
        service.startAgain("127.0.0.1");
        assertThat(today()).isEmpty();
        JsonNode back = json(service.change("POST", PATH + "/undelete", ""));
        assertThat(back.at("/card/id").asString()).isEqualTo(TestServer.MEMORY);
        assertThat(today()).containsExactly(TestServer.MEMORY);
        assertThat(service.change("POST", PATH + "/undelete", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aPinnedMemoryStaysPinnedUntilThePinIsTakenOff() throws IOException {
        assertThat(json(service.change("POST", PATH + "/pin", ""))
                        .at("/card/pinned")
                        .asBoolean())
                .isTrue();
        service.startAgain("127.0.0.1");
        assertThat(json(service.get(PATH)).at("/card/pinned").asBoolean()).isTrue();
        assertThat(service.change("DELETE", PATH + "/pin", "").statusCode()).isEqualTo(204);
        assertThat(json(service.get(PATH)).at("/card/pinned").asBoolean()).isFalse();
        assertThat(service.change("POST", "/api/memories/none/pin", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void eachSubjectOfAMemoryIsOneThatAChoiceUnderstands() {
        JsonNode about = json(service.get(PATH + "/less")).get("subjects");
        assertThat(about.get(0).get("what").asString()).isEqualTo("kind");
        for (JsonNode one : about) {
            HttpResponse<String> made = service.change(
                    "POST",
                    "/api/choices",
                    "{\"stance\":\"less\",\"subject\":\"%s\",\"note\":\"\"}"
                            .formatted(one.get("subject").asString()));
            assertThat(made.statusCode()).isLessThan(300);
        }
    }

    @Test
    void theFirstPageComesInParts() {
        JsonNode sections = json(service.get("/api/memories")).get("sections");
        assertThat(sections.valueStream().map(section -> section.get("part").asString()))
                .containsExactly("today");
        assertThat(sections.at("/0/cards/0/id").asString()).isEqualTo(TestServer.MEMORY);
    }
}
