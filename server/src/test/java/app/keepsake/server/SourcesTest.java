package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.sources.SavedSources;
import app.keepsake.sources.Account;
import app.keepsake.sources.SourceKind;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources of photos as the API sets them up. Commands are simulated. */
final class SourcesTest {
    private static final String KEY = "the-secret-of-the-owner";

    /** Notes the errand, and answers as a source does whose key may not do all. */
    private static final String ANSWERS = """
        read -r line
        printf '%s\\n' "$line" >>'@TOLD@'
        echo '{"program":"Immich 2.7.5","account":"Anna","missing":["face.read"],"missingToWrite":[]}'
        """;

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void make() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
    }

    private TestServer answering() throws IOException {
        Path told = folder.resolve("told.txt");
        return new TestServer(
                folder,
                new OneScript(
                        new TestServer.Echo(told), Program.Part.ERRAND, ANSWERS.replace("@TOLD@", told.toString())));
    }

    private void saved(String name, String address) throws IOException {
        Object ignored = new SavedSources(library)
                .add(name, SourceKind.IMMICH, new Account(Account.address(address), KEY, false, false), true);
    }

    private static String wanted(String part, String value) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "name",
                "home",
                "kind",
                "immich",
                "address",
                "http://nas:2283",
                "key",
                KEY,
                "partners",
                false,
                "sharedAlbums",
                false,
                "favourites",
                true));
        wanted.put(part, value);
        return JsonMapper.shared().writeValueAsString(wanted);
    }

    private static String message(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).at("/error/message").asString();
    }

    @Test
    void tellsHowASourceAnswersAndNeverItsKey() throws Exception {
        saved("home", "http://nas:2283");
        try (TestServer service = answering()) {
            HttpResponse<String> added = service.change("POST", "/api/sources", wanted("name", " home "));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
            JsonNode told = JsonMapper.shared().readTree(added.body());
            assertThat(told.at("/greeting/program").asString()).isEqualTo("Immich 2.7.5");
            assertThat(told.at("/greeting/missing/0").asString()).isEqualTo("face.read");
            assertThat(told.at("/sources/0/name").asString()).isEqualTo("home");
            assertThat(Files.readString(service.told)).contains("\"errand\":\"addsource\"", KEY);
            // This service does nothing by itself, so that it was asked to; what is asked next would stop it.
            Patience.until("the source is looked into", () -> isLookedInto(service));
            HttpResponse<String> test = service.change("POST", "/api/sources/home/test", "");
            assertThat(test.body()).contains("face.read");
            assertThat(added.body() + test.body() + service.get("/api/sources").body())
                    .doesNotContain(KEY);
        }
        for (Path file : keptFiles()) {
            assertThat(Files.readString(file)).doesNotContain(KEY);
        }
    }

    private Iterable<Path> keptFiles() throws IOException {
        try (var files = Files.walk(library)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(".json"))
                    .toList();
        }
    }

    private static boolean isLookedInto(TestServer service) throws IOException {
        return Files.readString(service.told).contains("\"errand\":\"index\"");
    }

    @Test
    void tellsHowASourceWasLastRead() throws IOException {
        saved("home", "http://nas:2283");
        Files.writeString(
                Files.createDirectories(library.resolve("sources/home")).resolve("reading.json"),
                "{\"at\":1764000000000,\"photos\":12,\"left\":3,\"problem\":\"Immich does not answer.\"}");
        try (TestServer service = new TestServer(folder)) {
            JsonNode home = JsonMapper.shared()
                    .readTree(service.get("/api/sources").body())
                    .at("/sources/0");
            assertThat(home.get("address").asString()).isEqualTo("http://nas:2283");
            assertThat(home.get("photos").asInt()).isEqualTo(12);
            assertThat(home.get("left").asInt()).isEqualTo(3);
            assertThat(home.get("read").asString()).isEqualTo("2025-11-24T16:00:00Z");
            assertThat(home.get("problem").asString()).isEqualTo("Immich does not answer.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name, two words, 'Expected a name of up to 40 letters'",
        "name, ../up, 'Expected a name of up to 40 letters'",
        "kind, picasa, 'Expected one of immich, photoprism, nextcloud, found \"picasa\".'",
        "address, nas:2283, 'Expected an address that begins with http:// or https://'",
        "address, file:///etc/passwd, 'Expected an address that begins with http:// or https://'",
        "address, http://anna:word@nas, 'Expected an address without a user, a password'",
        "key, not a key, 'Expected a key in one line of letters and digits'"
    })
    void refusesWhatMakesNoSenseBeforeAnythingStarts(String part, String value, String words) throws IOException {
        try (TestServer service = answering()) {
            HttpResponse<String> refused = service.change("POST", "/api/sources", wanted(part, value));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(message(refused)).contains(words).doesNotContain(KEY).doesNotContain("not a key");
            assertThat(service.told).doesNotExist();
        }
    }

    @Test
    void saysWhatACommandSaysThatFails() throws IOException {
        try (TestServer service = new TestServer(folder)) {
            HttpResponse<String> refused = service.change("POST", "/api/sources", wanted("name", "home"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(message(refused)).isEqualTo("no such thing");
            assertThat(service.get("/api/sources").body()).isEqualTo("{\"sources\":[]}");
        }
    }

    @Test
    void keepsASourceWhoseNameIsWantedForAnother() throws IOException {
        saved("home", "http://other:2283");
        try (TestServer service = new TestServer(folder)) {
            HttpResponse<String> refused = service.change("POST", "/api/sources", wanted("name", "home"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(message(refused)).startsWith("There is another source of the name home.");
            assertThat(service.get("/api/sources").body()).contains("http://other:2283");
        }
    }

    @Test
    void forgetsASourceByACommandAndKnowsNoOther() throws IOException {
        saved("home", "http://nas:2283");
        try (TestServer service = answering()) {
            assertThat(service.change("DELETE", "/api/sources/home", "").statusCode())
                    .isEqualTo(204);
            assertThat(Files.readString(service.told)).contains("{\"errand\":\"removesource\",\"name\":\"home\"}");
            assertThat(service.change("DELETE", "/api/sources/cloud", "").statusCode())
                    .isEqualTo(404);
            assertThat(service.change("POST", "/api/sources/cloud/test", "").statusCode())
                    .isEqualTo(404);
        }
    }
}
