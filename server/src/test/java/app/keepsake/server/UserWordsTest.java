package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What users say reaches the processes that work for them as it was said, and as nothing else. */
final class UserWordsTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"@/etc/hostname", "--library=/x", "-h", "--", "Lisbon\n--library=/x", "\"}\n{\"errand\":"})
    void createIsToldTheWords(String words) throws Exception {
        int code = service.change("POST", "/api/memories", json(Map.of("words", words)))
                .statusCode();
        assertThat(code).isEqualTo(422);
        assertThat(linesReceived(1)).isEqualTo(List.of(Map.of("errand", "create", "words", words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@/etc/hostname", "--library=/x", "-h", "--", "see\n--to=x", "\u0000"})
    void sendIsToldTheWords(String words) throws Exception {
        Map<String, Object> place =
                Map.of("name", "nas", "kind", "sftp", "values", Map.of("host", "h", "user", "u", "password", words));
        assertThat(service.change("POST", "/api/targets", json(place)).statusCode())
                .isLessThan(500);
        Map<String, Object> other =
                Map.of("name", "nas", "kind", "sftp", "values", Map.of("host", "h", "user", "u", "password", "p"));
        assertThat(service.change("POST", "/api/targets", json(other)).statusCode())
                .isEqualTo(200);
        String send = "/api/memories/" + TestServer.MEMORY + "/send";
        Map<String, String> sending = Map.of("target", "nas", "preset", "wide", "mood", "gentle", "words", words);
        assertThat(service.change("POST", send, json(sending)).statusCode()).isEqualTo(202);
        assertThat(linesReceived(1))
                .isEqualTo(List.of(Map.of(
                        "errand",
                        "send",
                        "memory",
                        TestServer.MEMORY,
                        "place",
                        "nas",
                        "preset",
                        "wide",
                        "mood",
                        "gentle",
                        "words",
                        words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@/etc/hostname", "--library=/x", "-h", "--", "a\nb"})
    void whatNamesNothingStartsNothing(String words) throws IOException {
        String name = URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
        String memory = "/api/memories/" + TestServer.MEMORY;
        assertThat(service.get("/api/memories/" + name + "/explanation").statusCode())
                .isBetween(400, 404);
        assertThat(service.change("POST", "/api/memories/" + name + "/films/gentle/medium", "")
                        .statusCode())
                .isBetween(400, 404);
        assertThat(service.change("POST", memory + "/films/" + name + "/short", "")
                        .statusCode())
                .isBetween(400, 404);
        assertThat(service.change("POST", memory + "/films/happy/" + name, "").statusCode())
                .isBetween(400, 404);
        for (String part : List.of("target", "preset", "mood")) {
            Map<String, String> sending =
                    new HashMap<>(Map.of("target", "nas", "preset", "wide", "mood", "gentle", "words", ""));
            sending.put(part, words);
            assertThat(service.change("POST", memory + "/send", json(sending)).statusCode())
                    .isEqualTo(404);
        }
        Map<String, Object> place = Map.of("name", words, "kind", "webdav", "values", Map.of("url", "https://h/"));
        assertThat(service.change("POST", "/api/targets", json(place)).statusCode())
                .isEqualTo(400);
        assertThat(service.change("POST", "/api/folders", json(Map.of("folder", words)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.change("PATCH", "/api/settings", json(Map.of("language", words)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.told).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@x", "--library=x", "-h", "--", "a\nb", "\u00fc \"\\"})
    void indexIsToldTheFolder(String name) throws Exception {
        Path photos = Files.createDirectories(folder.resolve("photos").resolve(name));
        assertThat(service.change("POST", "/api/folders", json(Map.of("folder", photos.toString())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(linesReceived(1))
                .isEqualTo(List.of(Map.of("errand", "index", "feature", 3, "folders", List.of(photos.toString()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@/etc/hostname", "--library=/x", "-h", "--"})
    void filmsAreToldNoTitle(String words) throws Exception {
        String memory = "/api/memories/" + TestServer.MEMORY;
        Map<String, Object> edit =
                Map.of("title", words, "subtitle", words, "mood", "", "piece", 0, "music", "", "shots", List.of());
        assertThat(service.change("PUT", memory + "/edit", json(edit)).statusCode())
                .isEqualTo(200);
        assertThat(service.change("POST", memory + "/films/happy/short", "").statusCode())
                .isEqualTo(202);
        assertThat(linesReceived(1)).singleElement().satisfies(line -> {
            assertThat(line.keySet()).isEqualTo(Set.of("id", "memory", "mood", "length", "growing", "film"));
            assertThat(line.get("memory")).isEqualTo(TestServer.MEMORY);
        });
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /** Waits for that many lines, and gives all that there are. */
    private List<Map<String, Object>> linesReceived(int lines) throws Exception {
        Patience.until(
                "a command was told",
                () -> Files.exists(service.told)
                        && Files.readString(service.told).lines().count() >= lines);
        return Files.readAllLines(service.told).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(UserWordsTest::map)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode line) {
        return JsonMapper.shared().treeToValue(line, Map.class);
    }
}
