package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a client sees it, over a real socket. */
final class ApiTest {
    @TempDir
    static Path folder;

    private static TestServer service;

    @BeforeAll
    static void start() throws IOException {
        service = new TestServer(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void tellsTheMemoriesOfTheDay() {
        JsonNode card = json(service.get("/api/memories")).get("today").get(0);
        assertThat(card.get("title").asString()).isEqualTo("Lisbon");
        assertThat(card.get("ready").asBoolean()).isTrue();
        JsonNode full = json(service.get("/api/memories/" + TestServer.MEMORY));
        assertThat(full.get("shots")).hasSize(2);
        assertThat(full.get("made").get(0).asString()).isEqualTo("gentle/medium");
    }

    @Test
    void putsPicturesOnTheMapAndNoneThatIsHidden() {
        JsonNode map = json(service.get("/api/map"));
        assertThat(map.get("located").asInt()).isEqualTo(2);
        assertThat(map.get("places").get(0).get("place").asString()).isEqualTo("Lisbon");
        JsonNode here = json(service.get("/api/map/clusters?zoom=9&area=-10,38,-9,39"));
        assertThat(here.get("clusters")).hasSize(1);
        assertThat(here.get("clusters").get(0).get("count").asInt()).isEqualTo(2);
        assertThat(json(service.get("/api/map/pictures?area=-10,38,-9,39")).get("assets"))
                .extracting(JsonNode::asLong)
                .containsExactly(
                        service.assets.get(1).id(), service.assets.get(0).id());
        assertThat(json(service.get("/api/map/pictures?area=10,38,11,39"))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(service.get("/api/map/clusters?zoom=17&area=-10,38,-9,39").statusCode())
                .isEqualTo(400);
        assertThat(service.get("/api/map/pictures?area=here").statusCode()).isEqualTo(400);
    }

    @Test
    void answersWithTagsAndKnowsThemAgain() {
        for (String path : List.of("/api/timeline", TestServer.FILM, "/api/assets/1/original")) {
            HttpResponse<String> first = service.get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = service.get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void playsFilmsInRanges() {
        HttpResponse<String> middle = service.get(TestServer.FILM, "Range", "bytes=5-9");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo("56789");
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 5-9/20");
        assertThat(service.get(TestServer.FILM, "Range", "bytes=-3").body()).isEqualTo("hij");
        assertThat(service.get(TestServer.FILM, "Range", "bytes=17-99").body()).isEqualTo("hij");
        HttpResponse<String> outside = service.get(TestServer.FILM, "Range", "bytes=20-");
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(outside.headers().firstValue("Content-Range")).contains("bytes */20");
        HttpResponse<String> changed = service.get(TestServer.FILM, "Range", "bytes=5-9", "If-Range", "\"other\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).hasSize(20);
    }

    @Test
    void playsFilmsWhileTheyAreMadeAndStopsThem() throws Exception {
        String film = TestServer.FILM.replace("gentle", "happy");
        HttpResponse<String> asked = service.change("POST", film, "");
        assertThat(asked.statusCode()).isEqualTo(202);
        String job = "/api/jobs/" + json(asked).get("job").get("id").asLong();
        try (ExecutorService viewer = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> watched = viewer.submit(() -> service.get(job + "/film"));
            Patience.until(
                    "the film grows", () -> json(service.get(job)).get("total").asLong() == 4);
            assertThat(watched.isDone()).as("the film still grows").isFalse();
            assertThat(service.change("DELETE", job, "").statusCode()).isEqualTo(204);
            assertThat(watched.get().body()).isEqualTo("abcdef");
        }
        Patience.until(
                "the film is stopped",
                () -> json(service.get(job)).get("state").asString().equals("stopped"));
        assertThat(service.get(film).statusCode()).isEqualTo(404);
        assertThat(service.get("/api/jobs/123456/film").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheSecretsOfPlaces() {
        HttpResponse<String> wrong = service.change(
                "POST", "/api/targets", "{\"name\":\"nas\",\"kind\":\"webdav\",\"values\":{\"url\":\"ftp://nas\"}}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("user");
        HttpResponse<String> made = service.change(
                "POST",
                "/api/targets",
                "{\"name\":\"nas\",\"kind\":\"webdav\",\"values\":{\"url\":\"https://nas/dav\",\"user\":\"anna\",\"password\":\"sesame\"}}");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("\"nas\"").doesNotContain("sesame");
        String send = "/api/memories/%s/send".formatted(TestServer.MEMORY);
        String body = "{\"target\":\"%s\",\"preset\":\"wide\",\"mood\":\"gentle\",\"words\":\"\"}";
        assertThat(service.change("POST", send, body.formatted("elsewhere")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> sent = service.change("POST", send, body.formatted("nas"));
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(json(sent).get("kind").asString()).isEqualTo("share");
        assertThat(service.change("DELETE", "/api/targets/nas", "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void tellsWhyACommandFailed() {
        HttpResponse<String> asked = service.change("POST", "/api/memories", "{\"words\":\"Atlantis\"}");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(json(asked).get("error").get("message").asString()).isEqualTo("no such thing");
    }

    @Test
    void describesEachOfItsRoutes() {
        JsonNode paths = json(service.get("/api/openapi.json")).get("paths");
        List<String> described = paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .sorted()
                .toList();
        assertThat(described).isEqualTo(service.server.routes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/assets/..%2f..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd.txt",
                "//etc/passwd.txt",
                "/api/assets/..%2f1/original",
                "/api/memories/x/films/gentle/..%2fmedium",
            })
    void refusesPaths(String path) throws IOException {
        String answer = raw("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));
        assertThat(answer).doesNotContain("root:");
        assertThat(answer.substring(9, 10)).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "evil.example:80", ""})
    void refusesOtherNames(String host) throws IOException {
        String answer = raw("GET /api/status HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host));
        assertThat(answer.substring(9, 10)).isEqualTo("4");
        assertThat(answer).doesNotContain("pictures");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.server.port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void refusesWhatOtherSitesAskFor() {
        assertThat(service.send("POST", "/api/index", "").statusCode()).isEqualTo(403);
        assertThat(service.change("POST", "/api/index", "", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.change("POST", "/api/index", "", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get("/api/status", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(service.change("POST", "/api/index", "").statusCode()).isEqualTo(204);
    }

    @Test
    void keepsPagesApart() {
        HttpResponse<String> page = service.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("http:")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(service.get("/timeline").body()).isEqualTo(page.body());
    }

    @Test
    void stopsGuessingAtLinks() {
        String made = json(service.change(
                        "POST",
                        "/api/shares",
                        "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"password\":\"right\",\"views\":2}"
                                .formatted(TestServer.MEMORY)))
                .get("path")
                .asString();
        String link = "/api/shared/" + made.substring("/s/".length());
        assertThat(json(service.get(link)).get("password").asBoolean()).isTrue();
        assertThat(service.get(link + "/film").statusCode()).isEqualTo(403);
        HttpResponse<String> opened = service.change("POST", link, "{\"password\":\"right\"}");
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(service.get(link + "/film", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .body())
                .isEqualTo(new String(TestServer.FILM_BYTES, StandardCharsets.UTF_8));
        IntStream.range(0, 5)
                .forEach(i -> assertThat(service.change("POST", link, "{\"password\":\"wrong\"}")
                                .statusCode())
                        .isEqualTo(403));
        assertThat(service.change("POST", link, "{\"password\":\"right\"}").statusCode())
                .as("too many wrong ones")
                .isEqualTo(429);
        assertThat(service.get("/api/shared/" + "a".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesToBringABackupBackWithFoldersThatLieNowhere() {
        HttpResponse<String> refused = service.change(
                "POST", "/api/backups/look", "{\"name\":\"asked.zip\",\"replace\":false,\"folders\":{\"/a\":null}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("folders");
    }

    @Test
    void forgetsTheBackupThatWasAskedForWhenItWasSent() throws IOException {
        Path backups = Files.createDirectories(folder.resolve("library").resolve("backups"));
        Path asked = Files.writeString(backups.resolve("asked.zip"), "all that was said");
        Path nightly = Files.writeString(backups.resolve("keepsake-2024-05-03.zip"), "all that was said");
        assertThat(service.get("/api/backups/asked.zip", "Range", "bytes=0-2").body())
                .isEqualTo("all");
        assertThat(service.get("/api/backups/asked.zip").body()).isEqualTo("all that was said");
        assertThat(service.get("/api/backups/asked.zip").statusCode()).isEqualTo(404);
        assertThat(service.get("/api/backups/" + nightly.getFileName()).statusCode())
                .isEqualTo(200);
        assertThat(asked).doesNotExist();
        assertThat(nightly).exists();
    }
}
