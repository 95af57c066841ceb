package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser may hold of what it was shown. */
final class KeptByBrowsersTest {
    private static final String PASSWORD = "long enough";

    @TempDir
    Path folder;

    private TestServer service;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        service.keepThumbnail(0);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static String keeping(HttpResponse<String> response) {
        return response.headers().firstValue("Cache-Control").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/original", "/thumbnail"})
    void isAskedForEachTimeSinceItMayBeHiddenMeanwhile(String part) {
        String session = service.lock(PASSWORD);
        String path = "/api/assets/%d%s".formatted(service.assets.getFirst().id(), part);
        HttpResponse<String> shown = service.get(path, "Cookie", session);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(keeping(shown)).isEqualTo("private, no-cache");
        String tag = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(path, "Cookie", session, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        service.hide(0);
        HttpResponse<String> hidden = service.get(path, "Cookie", session, "If-None-Match", tag);
        assertThat(hidden.statusCode()).isEqualTo(403);
        assertThat(keeping(hidden)).isEqualTo("no-store");
    }

    @Test
    void isNothingThatIsHidden() {
        String path = "/api/assets/" + service.hiddenAsset;
        assertThat(keeping(service.get(path + "/original"))).isEqualTo("no-store");
        assertThat(keeping(service.get(path))).as("its date, place and file").isEqualTo("no-store");
        assertThat(keeping(service.get("/api/assets/1"))).isEqualTo("private, no-cache");
        assertThat(keeping(service.get("/api/assets/4711"))).isEqualTo("no-store");
        assertThat(keeping(service.get("/api/memories"))).isEqualTo("private, no-cache");
    }

    /** Each file that the API gives, of a photo with somebody on it. */
    @Test
    void isNeverShownAgainWithoutAsking() throws IOException {
        long photo = service.assets.getFirst().id();
        long person;
        long face;
        try (Catalog catalog = Catalog.open(folder.resolve("library").resolve("catalog.db"))) {
            Anna anna = Anna.appears(catalog, photo);
            person = anna.id();
            face = anna.face();
        }
        service.keepFace(0, 1000, 1000);
        JsonNode paths = JsonMapper.shared()
                .readTree(service.get("/api/openapi.json").body())
                .get("paths");
        List<String> seen = new ArrayList<>();
        paths.properties().forEach(path -> {
            JsonNode answer = path.getValue().at("/get/responses/200");
            // Events never end.
            if (!answer.isMissingNode()
                    && !answer.has("content")
                    && !path.getKey().equals("/api/events")) {
                HttpResponse<String> file = service.get(path.getKey()
                        .replace("{asset}", Long.toString(photo))
                        .replace("{person}", Long.toString(person))
                        .replace("{face}", Long.toString(face))
                        .replace("{memory}", TestServer.MEMORY)
                        .replace("{mood}", "gentle")
                        .replace("{length}", "medium")
                        .replaceAll("\\{[a-z]+}", "1"));
                assertThat(keeping(file)).as(path.getKey()).doesNotContain("max-age");
                if (file.statusCode() == 200) {
                    seen.add(path.getKey());
                }
            }
        });
        assertThat(seen)
                .contains(
                        TestServer.FILM
                                .replace(TestServer.MEMORY, "{memory}")
                                .replace("gentle/medium", "{mood}/{length}"),
                        "/api/assets/{asset}/original",
                        "/api/assets/{asset}/thumbnail",
                        "/api/faces/{face}",
                        "/api/people/{person}/face");
    }

    private String withheld() {
        return service.get("/api/memories")
                .headers()
                .firstValue("X-Keepsake-Withheld")
                .orElseThrow();
    }

    @Test
    void isToBeForgottenWhenSomethingIsHiddenByWhomever() {
        String before = withheld();
        assertThat(withheld()).as("nothing was hidden").isEqualTo(before);
        service.hide(0);
        String hidden = withheld();
        assertThat(hidden).as("another process hid a photo").isNotEqualTo(before);
        HttpResponse<String> choice = service.change(
                "POST", "/api/choices", "{\"stance\":\"never\",\"subject\":\"kind:trip\",\"note\":\"\"}");
        assertThat(choice.headers().firstValue("X-Keepsake-Withheld").orElseThrow())
                .as("the answer to a choice tells it already")
                .isNotEqualTo(hidden)
                .isEqualTo(withheld());
        String picture =
                "/api/assets/%d/thumbnail".formatted(service.assets.getFirst().id());
        assertThat(service.get(picture).headers().firstValue("X-Keepsake-Withheld"))
                .as("pictures, too, which may be on their way while something is hidden")
                .contains(withheld());
        assertThat(service.get("/api/session").headers().firstValue("X-Keepsake-Withheld"))
                .as("nobody else is told")
                .isEmpty();
    }
}
