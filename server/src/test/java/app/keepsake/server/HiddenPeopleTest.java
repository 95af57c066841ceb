package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever hides a person, in the web app or elsewhere, hides them everywhere. */
final class HiddenPeopleTest {
    private static final String MAP = "/api/map/pictures?area=-180,-90,180,90";

    private static final int LARGE = 30_000_000;

    /** Films of many bytes, which are there at once, and then grow no more. */
    private static final String PLAY = """
        while read -r line; do
            id=$(echo "$line" | sed 's/.*"id":\\([0-9]*\\).*/\\1/')
            growing=$(echo "$line" | sed 's/.*"growing":"\\([^"]*\\)".*/\\1/')
            head -c %d /dev/zero >"$growing"
            echo "{\\"id\\":$id,\\"state\\":\\"playable\\",\\"chapters\\":[]}"
            echo "{\\"id\\":$id,\\"state\\":\\"finished\\"}"
        done
        """.formatted(LARGE);

    private static final int LONGER_THAN_A_SECOND = 1500;

    @TempDir
    Path folder;

    private TestServer service;
    private Catalog elsewhere;
    private long photo;
    private long anna;
    private String person;

    @BeforeEach
    void startWithAnnaOnAPhoto() throws IOException {
        service = new TestServer(folder);
        elsewhere = Catalog.open(folder.resolve("library").resolve("catalog.db"));
        photo = service.assets.getFirst().id();
        anna = Anna.appears(elsewhere, photo).id();
        person = "/api/people/" + anna;
    }

    @AfterEach
    void stop() {
        elsewhere.close();
        service.close();
    }

    private JsonNode json(String path, String... headers) {
        HttpResponse<String> answer = service.get(path, headers);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<Long> numbers(JsonNode list) {
        List<Long> numbers = new ArrayList<>();
        list.forEach(one -> numbers.add(one.asLong()));
        return numbers;
    }

    private void assertShownEverywhere(boolean shown) {
        assertThat(numbers(json("/api/timeline/2024-05").path("assets")).contains(photo))
                .as("the timeline")
                .isEqualTo(shown);
        assertThat(numbers(json(MAP).path("assets")).contains(photo))
                .as("the map")
                .isEqualTo(shown);
        assertThat(service.get(TestServer.FILM).statusCode()).as("the film").isEqualTo(shown ? 200 : 404);
    }

    @Test
    void hidingReachesAllThatTheServiceShowsAndIsTakenBack() {
        assertShownEverywhere(true);
        assertThat(service.change("PATCH", person, "{\"hidden\":true}").statusCode())
                .isEqualTo(200);
        assertShownEverywhere(false);
        assertThat(json("/api/kept-out").path("pictures").findValuesAsString("reason"))
                .anyMatch(reason -> reason.contains("hidden"));
        assertThat(json("/api/people").at("/people/0/feature").asString()).isEqualTo("never");
        assertThat(service.change("PATCH", person, "{\"hidden\":false}").statusCode())
                .isEqualTo(200);
        assertThat(numbers(json(MAP).path("assets"))).contains(photo);
        assertThat(json("/api/people").at("/people/0/feature").asString()).isEqualTo("normal");
    }

    @Test
    void hidingElsewhereReachesItAtOnceToo() {
        assertShownEverywhere(true);
        elsewhere.people().hide(anna, true);
        assertShownEverywhere(false);
        elsewhere.people().hide(anna, false);
        assertShownEverywhere(true);
    }

    @Test
    void whoIsHiddenIsNamedByNoTitleThoughThePicturesShowOthers() {
        long lisbon = elsewhere.people().create(false).id();
        elsewhere.people().name(lisbon, "Lisbon");
        assertThat(service.get("/api/memories").body()).contains("Lisbon");
        elsewhere.people().hide(lisbon, true);
        assertThat(service.get("/api/memories").body()).doesNotContain("Lisbon");
        assertThat(service.get("/api/memories/" + TestServer.MEMORY).statusCode())
                .isEqualTo(404);
        elsewhere.people().name(lisbon, "Lis");
        assertThat(service.get("/api/memories").body()).contains("Lisbon");
    }

    @Test
    void picturesOfWhoIsHiddenAreSeenByWhoGivesThePasswordAgain() {
        elsewhere.people().hide(anna, true);
        String cookie = service.change("PUT", "/api/password", "{\"password\":\"long enough\"}")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        String session = cookie.substring(0, cookie.indexOf(';'));
        for (String path :
                List.of("/api/assets/" + photo, "/api/assets/" + photo + "/original", person, person + "/face")) {
            assertThat(service.get(path, "Cookie", session).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(json("/api/people", "Cookie", session).path("people")).isEmpty();
        assertThat(service.change("PATCH", person, "{\"hidden\":false}", "Cookie", session)
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.change("POST", "/api/session/again", "{\"password\":\"long enough\"}", "Cookie", session)
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> original = service.get("/api/assets/" + photo + "/original", "Cookie", session);
        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(original.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json("/api/people", "Cookie", session).path("people")).hasSize(1);
        for (String path : List.of("/api/people", person)) {
            assertThat(service.get(path, "Cookie", session).headers().firstValue("Cache-Control"))
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void aChangeThatCannotBeMadeChangesNothing() {
        assertThat(service.change("PATCH", person, "{\"name\":\"Emma\",\"hidden\":true,\"feature\":\"sometimes\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(elsewhere.people().find(anna)).hasValueSatisfying(one -> {
            assertThat(one.name()).contains("Anna");
            assertThat(one.hidden()).isFalse();
        });
    }

    @Test
    void whoIsNeverShownIsSoAtEachMomentWhenItIsSaidAgain() {
        Choice never = elsewhere.choices().add(Choice.Stance.NEVER, new Subject.OfPerson(anna), "her wish");
        assertThat(service.change("PATCH", person, "{\"feature\":\"never\"}").statusCode())
                .isEqualTo(200);
        assertThat(elsewhere.choices().all()).containsExactly(never);
        assertThat(service.change("PATCH", person, "{\"feature\":\"less\"}").statusCode())
                .isEqualTo(200);
        assertThat(elsewhere.choices().all()).extracting(Choice::stance).containsExactly(Choice.Stance.LESS);
        assertThat(service.change("PATCH", person, "{\"feature\":\"normal\"}").statusCode())
                .isEqualTo(200);
        assertThat(elsewhere.choices().all()).isEmpty();
    }

    @Test
    void aFilmInTheMakingEndsWhenSomethingInItIsHidden() {
        String film = TestServer.FILM.replace("gentle", "happy");
        long job = JsonMapper.shared()
                .readTree(service.change("POST", film, "").body())
                .at("/job/id")
                .asLong();
        elsewhere.people().hide(anna, true);
        assertThat(service.get("/api/jobs/%d/film".formatted(job)).statusCode()).isEqualTo(404);
        assertThat(service.get("/api/jobs/%d/film/chapters".formatted(job)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aChangeThatIsPartlyWrongChangesNothing() {
        for (String wrong : List.of(
                "{\"name\":\"Berta\",\"hidden\":true,\"feature\":\"sometimes\"}",
                "{\"name\":\"%s\",\"hidden\":true,\"feature\":\"less\"}".formatted("x".repeat(1000)))) {
            assertThat(service.change("PATCH", person, wrong).statusCode()).isEqualTo(400);
            Person now = elsewhere.people().find(anna).orElseThrow();
            assertThat(now.name()).contains("Anna");
            assertThat(now.hidden()).isFalse();
            assertThat(elsewhere.choices().all()).isEmpty();
        }
    }

    /** What is read of an answer slowly, somebody in it being hidden meanwhile; fails when it ends as if it were whole. */
    private void assertBreaksOff(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + service.server.port() + path))
                .build();
        InputStream stream = service.client
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
        long bytes = 0;
        try (stream) {
            bytes += stream.readNBytes(1000).length;
            elsewhere.people().hide(anna, true);
            Thread.sleep(LONGER_THAN_A_SECOND);
            byte[] some = new byte[10_000];
            int read = stream.read(some);
            while (read >= 0) {
                bytes += read;
                read = stream.read(some);
            }
        } catch (IOException brokenOff) {
            assertThat(bytes).isBetween(1000L, Long.valueOf(LARGE - 1));
            return;
        }
        fail("It came to its end, after %d bytes.".formatted(bytes));
    }

    @Test
    void aFilmOnItsWayBreaksOffWhenSomebodyInItIsHidden() throws Exception {
        service.render("a".repeat(LARGE));
        assertBreaksOff(TestServer.FILM);
    }

    @Test
    void aFilmThatIsMadeBreaksOffWhenSomebodyInItIsHidden() throws Exception {
        service.startAgain(new OneScript(new TestServer.Echo(folder.resolve("told.txt")), Program.Part.PLAY, PLAY));
        long job = JsonMapper.shared()
                .readTree(service.change("POST", TestServer.FILM.replace("gentle", "happy"), "")
                        .body())
                .at("/job/id")
                .asLong();
        assertBreaksOff("/api/jobs/%d/film".formatted(job));
    }
}
