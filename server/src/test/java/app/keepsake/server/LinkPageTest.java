package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a link's page tells, to whom, and under which address. */
final class LinkPageTest {
    private static final String OPEN = "{\"password\":\"\"}";

    @TempDir
    Path folder;

    private TestServer service;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        service.keepView(1);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    /** Makes a link; gives its secret. */
    private String link(int views, String more) {
        HttpResponse<String> made = service.change(
                "POST",
                "/api/shares",
                "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"password\":\"\",\"views\":%d%s}"
                        .formatted(TestServer.MEMORY, views, more));
        return json(made).get("path").asString().substring("/s/".length());
    }

    private String announced() {
        return link(0, ",\"announced\":true");
    }

    private String page(String secret) {
        HttpResponse<String> page = service.get("/s/" + secret);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        return page.body();
    }

    private HttpResponse<String> setAddress(String address) {
        return service.change("PATCH", "/api/settings", "{\"publicAddress\":\"%s\"}".formatted(address));
    }

    private JsonNode hide() {
        return json(service.change(
                "POST",
                "/api/choices",
                "{\"stance\":\"never\",\"subject\":\"photo:%s\",\"note\":\"\"}"
                        .formatted(service.assets.getFirst().hash())));
    }

    @Test
    void tellsNothingOfTheFilmBeforeItIsOpened() {
        String secret = link(0, "");
        String link = "/api/shared/" + secret;
        assertThat(page(secret)).contains("<title>Keepsake</title>").doesNotContain("og:", "Lisbon");
        JsonNode closed = json(service.get(link));
        assertThat(closed.get("open").asBoolean()).isFalse();
        assertThat(closed.get("title").asString()).isEmpty();
        assertThat(closed.get("cover").asBoolean()).isFalse();
        assertThat(service.get(link + "/cover").statusCode()).isEqualTo(403);
        assertThat(service.get(link + "/film/chapters").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsTitleChaptersAndCoverOnceItIsOpen() {
        String link = "/api/shared/" + link(0, "");
        HttpResponse<String> opened = service.change("POST", link, OPEN);
        assertThat(json(opened).get("title").asString()).isEqualTo("Lisbon");
        assertThat(json(opened).get("cover").asBoolean()).isTrue();
        String ticket = TestServer.cookie(opened);
        JsonNode look = json(service.get(link, "Cookie", ticket));
        assertThat(look.get("open").asBoolean()).isTrue();
        assertThat(look.get("title").asString()).isEqualTo("Lisbon");
        assertThat(service.get(link + "/cover", "Cookie", ticket).body()).isEqualTo("small photo");
        JsonNode chapters = json(service.get(link + "/film/chapters", "Cookie", ticket));
        assertThat(chapters.at("/chapters/1/name").asString()).isEqualTo("4 May");
    }

    @Test
    void whoOpenedALinkOfOneViewOpensItNotAgain() {
        String link = "/api/shared/" + link(1, ",\"announced\":true");
        String ticket = TestServer.cookie(service.change("POST", link, OPEN));
        assertThat(json(service.get(link, "Cookie", ticket)).get("open").asBoolean())
                .isTrue();
        assertThat(service.get(link + "/film", "Cookie", ticket).statusCode()).isEqualTo(200);
        assertThat(service.get(link).statusCode()).as("to others it is gone").isEqualTo(404);
        assertThat(service.get(link + "/cover").statusCode()).isEqualTo(403);
        assertThat(page(link.substring("/api/shared/".length()))).doesNotContain("og:");
    }

    @Test
    void tellsMessengersWhatTheOwnerLetsBeTold() {
        assertThat(json(setAddress("https://Films.example.org/"))
                        .get("publicAddress")
                        .asString())
                .isEqualTo("https://films.example.org");
        String secret = announced();
        assertThat(page(secret))
                .contains("<meta property=\"og:title\" content=\"Lisbon\" />")
                .contains("content=\"https://films.example.org/api/shared/" + secret + "/cover\"");
        assertThat(service.get("/s/" + secret).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(json(service.get("/api/shared/" + secret)).get("title").asString())
                .isEqualTo("Lisbon");
        assertThat(service.get("/api/shared/" + secret + "/cover").body()).isEqualTo("small photo");
    }

    @Test
    void namesThePictureByTheAddressThatWasAskedWhereNoneIsSet() {
        String secret = announced();
        assertThat(page(secret)).contains("content=\"http://localhost:" + service.server.port() + "/api/shared/");
    }

    @Test
    void writesTitlesIntoThePageAsWords() throws IOException {
        JsonNode ignored = json(service.change(
                "PUT",
                "/api/memories/" + TestServer.MEMORY + "/edit",
                "{\"title\":\"\\\"/><script>alert(1)</script>&\",\"subtitle\":\"\",\"mood\":\"\",\"piece\":0,\"music\":\"\",\"shots\":[%d,%d]}"
                        .formatted(
                                service.assets.getLast().id(),
                                service.assets.getFirst().id())));
        service.render("edited");
        assertThat(page(announced()))
                .contains("content=\"&quot;/&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void tellsNothingAnyMoreWhenSomethingInTheFilmIsHidden() {
        String secret = announced();
        String link = "/api/shared/" + secret;
        String ticket = TestServer.cookie(service.change("POST", link, OPEN));
        JsonNode choice = hide();
        for (String path : new String[] {link, link + "/cover", link + "/film", link + "/film/chapters"}) {
            assertThat(service.get(path, "Cookie", ticket).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(page(secret)).doesNotContain("og:", "Lisbon");
        assertThat(service.change("DELETE", "/api/choices/" + choice.get("id").asLong(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(page(secret)).contains("Lisbon");
    }

    @Test
    void tellsNothingAnyMoreWhenItsOwnerEndsTheLink() {
        String secret = announced();
        String id = json(service.get("/api/shares")).at("/shares/0/id").asString();
        assertThat(service.change("DELETE", "/api/shares/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(page(secret)).doesNotContain("og:", "Lisbon");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        HttpResponse<String> refused = setAddress("films.example.org");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("https://films.example.org");
        assertThat(json(service.get("/api/settings")).get("publicAddress").asString())
                .isEmpty();
    }

    /** A browser under this name would be refused as one that was led astray. */
    @Test
    void answersUnderTheNameThatItsOwnerGaveIt() throws IOException {
        String named = "films.example.org:8443";
        assertThat(statusUnder(named)).isEqualTo("421");
        JsonNode ignored = json(setAddress("https://films.example.org:8443"));
        assertThat(statusUnder(named)).isEqualTo("200");
        assertThat(statusUnder("example.org")).isEqualTo("421");
        JsonNode again = json(setAddress(""));
        assertThat(again.get("publicAddress").asString()).isEmpty();
        assertThat(statusUnder(named)).isEqualTo("421");
    }

    /** Java's client sends no other name than that of the machine. */
    private String statusUnder(String name) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.server.port());
                InputStream in = socket.getInputStream()) {
            String request = "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(name);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length());
        }
    }

    @Test
    void opensLinksOfEarlierVersions() throws IOException {
        String secret = link(0, "");
        Path links = folder.resolve("library").resolve("shares.json");
        String kept = Files.readString(links);
        String before = kept.replaceAll(",\"cover\":[0-9]+,\"announced\":false", "");
        assertThat(before).isNotEqualTo(kept);
        Files.writeString(links, before);
        service.startAgain("127.0.0.1");
        JsonNode opened = json(service.change("POST", "/api/shared/" + secret, OPEN));
        assertThat(opened.get("title").asString()).isEqualTo("Lisbon");
        assertThat(opened.get("cover").asBoolean()).isFalse();
    }
}
