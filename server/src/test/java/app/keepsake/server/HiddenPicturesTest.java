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

/** A photo that is hidden by itself is shown nowhere but in the list of those, and comes back from there. */
final class HiddenPicturesTest {
    private static final String PASSWORD = "long enough";

    @TempDir
    Path folder;

    private TestServer service;
    private long photo;
    private String one;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        photo = service.assets.getFirst().id();
        one = "/api/assets/" + photo;
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode hide(boolean wanted, String... headers) {
        return json(service.change(
                "POST",
                "/api/selection/choices",
                "{\"assets\":[%d],\"stance\":\"hide\",\"wanted\":%s}".formatted(photo, wanted),
                headers));
    }

    private int takeBack(String undo, String... headers) {
        return service.change("POST", "/api/selection/undo", "{\"undo\":\"%s\"}".formatted(undo), headers)
                .statusCode();
    }

    private String link() {
        return json(service.change(
                        "POST",
                        "/api/shares",
                        "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"views\":0,\"password\":\"\"}"
                                .formatted(TestServer.MEMORY)))
                .get("path")
                .asString()
                .substring("/s/".length());
    }

    private int shared(String link) {
        HttpResponse<String> opened = service.change("POST", "/api/shared/" + link, "{\"password\":\"\"}");
        return opened.statusCode() == 200
                ? service.get("/api/shared/" + link + "/film", "Cookie", TestServer.cookie(opened))
                        .statusCode()
                : opened.statusCode();
    }

    private void assertShownEverywhere(boolean shown, String link) {
        JsonNode month = json(service.get("/api/timeline/2024-05")).get("assets");
        assertThat(month.toString().contains(Long.toString(photo)))
                .as("the timeline")
                .isEqualTo(shown);
        assertThat(json(service.get("/api/map/pictures?area=-180,-90,180,90"))
                        .get("assets")
                        .toString()
                        .contains(Long.toString(photo)))
                .as("the map")
                .isEqualTo(shown);
        assertThat(json(service.get("/api/search?words=Lisbon")).get("total").asInt())
                .as("a search")
                .isEqualTo(shown ? 2 : 1);
        assertThat(shared(link)).as("the link").isEqualTo(shown ? 200 : 404);
    }

    @Test
    void hidingReachesEverythingAndIsTakenBackAtOnce() {
        String link = link();
        assertShownEverywhere(true, link);
        JsonNode hidden = hide(true);
        assertThat(hidden.get("assets").toString()).isEqualTo("[" + photo + "]");
        assertShownEverywhere(false, link);
        assertThat(service.get(TestServer.FILM).statusCode()).as("the film").isEqualTo(404);
        assertThat(json(service.get("/api/hidden")).toString())
                .isEqualTo("{\"pictures\":[%d],\"untold\":0}".formatted(photo));
        assertThat(service.get("/api/kept-out").body())
                .as("that list is of others")
                .doesNotContain(service.assets.getFirst().hash().toString());
        assertThat(takeBack(hidden.get("undo").asString())).isEqualTo(204);
        assertThat(takeBack(hidden.get("undo").asString())).as("a second time").isEqualTo(404);
        assertShownEverywhere(true, link);
        assertThat(json(service.get("/api/hidden")).get("pictures")).isEmpty();
    }

    @Test
    void noOtherChoiceBringsItBack() {
        String link = link();
        hide(true);
        service.change(
                "POST",
                "/api/choices",
                "{\"stance\":\"allow\",\"subject\":\"photo:%s\",\"note\":\"\"}"
                        .formatted(service.assets.getFirst().hash()));
        assertShownEverywhere(false, link);
        hide(false);
        assertShownEverywhere(true, link);
    }

    @Test
    void whoDidNotGiveThePasswordAgainLearnsHowManyThereAreAndCanUndo() {
        String session = service.lock(PASSWORD);
        String[] cookie = {"Cookie", session};
        String undo = hide(true, cookie).get("undo").asString();
        assertThat(json(service.get("/api/hidden", cookie)).toString()).isEqualTo("{\"pictures\":[],\"untold\":1}");
        for (String part : List.of("", "/about", "/thumbnail", "/original", "/movement")) {
            assertThat(service.get(one + part, cookie).statusCode()).as(part).isEqualTo(403);
        }
        assertThat(service.change(
                                "POST",
                                "/api/selection/choices",
                                "{\"assets\":[%d],\"stance\":\"hide\",\"wanted\":false}".formatted(photo),
                                cookie)
                        .statusCode())
                .as("who does not see it does not bring it back")
                .isEqualTo(403);
        assertThat(json(service.get("/api/choices", cookie)).get("hidden").asInt())
                .isEqualTo(1);
        assertThat(takeBack(undo, cookie)).isEqualTo(204);
        assertThat(service.get(one, cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsKnownOfAPictureIsToldWithWhatItIsIn() {
        service.change(
                "POST",
                "/api/choices",
                "{\"stance\":\"favourite\",\"subject\":\"photo:%s\",\"note\":\"\"}"
                        .formatted(service.assets.getFirst().hash()));
        JsonNode picture = json(service.get(one));
        assertThat(picture.get("favourite").asBoolean()).isTrue();
        assertThat(picture.get("never").asBoolean()).isFalse();
        JsonNode about = json(service.get(one + "/about"));
        assertThat(about.get("source").asString()).isEqualTo("camera");
        assertThat(about.get("place").asString()).isEqualTo("Lisbon");
        assertThat(about.at("/spot/latitude").asDouble()).isEqualTo(38.71);
        assertThat(about.get("bytes").asLong()).isEqualTo("photo 0".length());
        assertThat(about.at("/files/0").asString()).endsWith("0.jpg");
        assertThat(about.at("/memories/0/id").asString()).isEqualTo(TestServer.MEMORY);
        assertThat(service.get(one + "/movement").statusCode())
                .as("it stands still")
                .isEqualTo(404);
    }
}
