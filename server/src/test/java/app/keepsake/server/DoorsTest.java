package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Attacks on the doors of a running service. */
final class DoorsTest {
    private static final String PASSWORD = "long enough";
    private static final int AT_ONCE = 40;

    /** Of a stream of events. At a beat, at the latest, it ends anyway. */
    private static final int SOONER_THAN_A_BEAT_SECONDS = 5;

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

    private HttpResponse<String> setPassword(String session, String old, String password) {
        return service.change(
                "PUT",
                "/api/password",
                "{\"old\":\"%s\",\"password\":\"%s\"}".formatted(old, password),
                "Cookie",
                session);
    }

    @Test
    void keepsThePasswordWhileOthersReachIt() throws IOException {
        String ignored = service.lock(PASSWORD);
        for (List<String> proxies : List.of(List.<String>of(), List.of("10.0.0.1"))) {
            service.startAgain(proxies.isEmpty() ? "0.0.0.0" : "127.0.0.1", proxies.toArray(String[]::new));
            String session = service.enter(PASSWORD);
            assertThat(setPassword(session, PASSWORD, "").statusCode()).isEqualTo(409);
            assertThat(service.get("/api/status", "Cookie", session).statusCode())
                    .isEqualTo(200);
            assertThat(service.get("/api/status").statusCode()).isEqualTo(401);
            assertThat(service.get("/api/settings", "Cookie", session).body()).contains("\"reachable\":true");
        }
        service.startAgain("127.0.0.1");
        assertThat(setPassword(service.enter(PASSWORD), PASSWORD, "").statusCode())
                .isEqualTo(204);
        assertThat(service.get("/api/status").statusCode()).isEqualTo(200);
        for (List<String> proxies : List.of(List.<String>of(), List.of("10.0.0.1"))) {
            String host = proxies.isEmpty() ? "0.0.0.0" : "127.0.0.1";
            assertThatThrownBy(() -> service.startAgain(host, proxies.toArray(String[]::new)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void asksForTheOldPasswordAndEndsAllOtherSessions() {
        String session = service.lock(PASSWORD);
        String other = service.enter(PASSWORD);
        for (String body : List.of(
                "{\"password\":\"mine from now\"}",
                "{\"old\":\"\",\"password\":\"mine from now\"}",
                "{\"old\":\"wrong one\",\"password\":\"mine from now\"}",
                "{\"old\":\"wrong one\",\"password\":\"\"}")) {
            assertThat(service.change("PUT", "/api/password", body, "Cookie", session)
                            .statusCode())
                    .as(body)
                    .isEqualTo(403);
        }
        assertThat(service.get("/api/status", "Cookie", session).statusCode()).isEqualTo(200);
        HttpResponse<String> changed = setPassword(session, PASSWORD, "mine from now");
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(service.get("/api/status", "Cookie", other).statusCode()).isEqualTo(401);
        assertThat(service.get("/api/status", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(service.get("/api/status", "Cookie", TestServer.cookie(changed))
                        .statusCode())
                .isEqualTo(200);
    }

    /** What so many requests at once are answered. */
    private List<Integer> atOnce(String method, String path, String body, String... headers) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = Stream.generate(() -> clients.submit(
                            () -> service.change(method, path, body, headers).statusCode()))
                    .limit(AT_ONCE)
                    .toList();
            for (Future<Integer> one : asked) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private static void assertGuessed(List<Integer> answers, int wrong) {
        assertThat(answers).filteredOn(status -> status == wrong).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(AT_ONCE - 5);
    }

    @Test
    void triesFiveOfManyGuessesAtOnce() throws Exception {
        String session = service.lock(PASSWORD);
        assertThat(atOnce("POST", "/api/session", "{\"password\":\"long enough\"}"))
                .as("right ones wait for each other")
                .containsOnly(200);
        assertGuessed(atOnce("POST", "/api/session", "{\"password\":\"wrong one\"}"), 401);
        service.startAgain("127.0.0.1");
        session = service.enter(PASSWORD);
        assertGuessed(atOnce("POST", "/api/session/again", "{\"password\":\"wrong one\"}", "Cookie", session), 403);
        service.startAgain("127.0.0.1");
        session = service.enter(PASSWORD);
        assertGuessed(
                atOnce("PUT", "/api/password", "{\"old\":\"wrong\",\"password\":\"mine from now\"}", "Cookie", session),
                403);
        assertThat(setPassword(session, PASSWORD, "mine from now").statusCode()).isEqualTo(429);
    }

    private String link(String password) {
        HttpResponse<String> made = service.change(
                "POST",
                "/api/shares",
                "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"password\":\"%s\",\"views\":0}"
                        .formatted(TestServer.MEMORY, password));
        return "/api/shared/" + json(made).get("path").asString().substring("/s/".length());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void triesFiveOfManyGuessesAtALinkAtOnce() throws Exception {
        assertGuessed(atOnce("POST", link("sesame"), "{\"password\":\"wrong\"}"), 403);
    }

    @Test
    void playsTwoLinksInOneBrowser() {
        String first = link("");
        String second = link("");
        HttpResponse<String> one = service.change("POST", first, "{\"password\":\"\"}");
        HttpResponse<String> two = service.change("POST", second, "{\"password\":\"\"}");
        for (HttpResponse<String> opened : List.of(one, two)) {
            String link = opened.uri().getPath();
            assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                    .as("a browser sends it to this link alone")
                    .contains("Path=" + link + ";");
            assertThat(service.get(link + "/film", "Cookie", TestServer.cookie(opened))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(service.get(first + "/film", "Cookie", TestServer.cookie(two))
                        .statusCode())
                .isEqualTo(403);
    }

    /** The stream of events, from its first words on until it ends. */
    private InputStream events(String session) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + service.server.port() + "/api/events"))
                .header("Cookie", session)
                .header("Accept", "text/event-stream")
                .build();
        InputStream stream = service.client
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
        assertThat(stream.read()).as("it has begun").isNotNegative();
        return stream;
    }

    private static void assertEnds(InputStream stream) throws Exception {
        CompletableFuture.runAsync(() -> {
                    try (stream) {
                        byte[] ignored = stream.readAllBytes();
                    } catch (IOException cut) {
                        assertThat(cut).hasMessageContaining("closed");
                    }
                })
                .get(SOONER_THAN_A_BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void endsTheStreamOfEventsWithTheSession() throws Exception {
        String session = service.lock(PASSWORD);
        InputStream stream = events(session);
        assertThat(service.change("DELETE", "/api/session", "", "Cookie", session)
                        .statusCode())
                .isEqualTo(204);
        assertEnds(stream);
    }

    @Test
    void endsTheStreamOfEventsWhenAPasswordIsSet() throws Exception {
        InputStream stream = events("none=1");
        String ignored = service.lock(PASSWORD);
        assertEnds(stream);
    }

    @Test
    void shutsEachRouteToWhoHasNoSession() {
        String link = link("");
        String ticket = TestServer.cookie(service.change("POST", link, "{\"password\":\"\"}"));
        JsonNode paths = json(service.get("/api/openapi.json")).get("paths");
        String ignored = service.lock(PASSWORD);
        List<String> open = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey().toUpperCase(Locale.ROOT);
                    String address = path.getKey()
                            .replaceAll("\\{secret}", "a".repeat(32))
                            .replaceAll("\\{[a-z]+}", "1");
                    for (String cookie : List.of("none=1", ticket, "keepsake-session=" + ticket)) {
                        if (service.change(name, address, "", "Cookie", cookie).statusCode() != 401) {
                            open.add(name + " " + path.getKey());
                        }
                    }
                }));
        assertThat(open.stream().distinct().sorted())
                .containsExactly(
                        "DELETE /api/session",
                        "GET /api/openapi.json",
                        "GET /api/session",
                        "GET /api/shared/{secret}",
                        "GET /api/shared/{secret}/cover",
                        "GET /api/shared/{secret}/film",
                        "GET /api/shared/{secret}/film/chapters",
                        "POST /api/session",
                        "POST /api/shared/{secret}");
        assertThat(service.get(link + "/film", "Cookie", ticket).statusCode()).isEqualTo(200);
    }

    @Test
    void sendsNobodyToTheApiFromAnotherSite() {
        String[] link = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"};
        assertThat(service.get("/timeline", link).statusCode()).isEqualTo(200);
        assertThat(service.get("/api/memories/" + TestServer.MEMORY + "/explanation", link)
                        .statusCode())
                .isEqualTo(403);
    }
}
