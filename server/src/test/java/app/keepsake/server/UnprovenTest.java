package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AlbumFound;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.DoubtFound;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Withdrawal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a session learns, and may change, of somebody who is hidden, before the password is given again. */
final class UnprovenTest {
    private static final String PASSWORD = "long enough";
    private static final String HERS = "2024-05-of-her-1a2b";

    @TempDir
    Path folder;

    private TestServer service;
    private Catalog elsewhere;
    private Anna anna;
    private Anna ben;
    private String session;
    private String hash;
    private long herWork;
    private long album;
    private final List<Long> hersSaid = new ArrayList<>();

    /** Anna and Ben, one on each photo, may be one; of Anna there are choices, a memory, a film, a link, and asked for words. */
    @BeforeEach
    void hideAnna() throws IOException {
        service = new TestServer(folder);
        elsewhere = Catalog.open(folder.resolve("library").resolve("catalog.db"));
        long photo = service.assets.getFirst().id();
        hash = service.assets.getFirst().hash().toString();
        anna = Anna.appears(elsewhere, photo);
        ben = Anna.appears(elsewhere, service.assets.getLast().id(), "Ben");
        try (Indexing indexing = elsewhere.beginIndexing()) {
            assertThat(indexing.people(
                            List.of(),
                            List.of(new DoubtFound(anna.face(), ben.face(), 0.3)),
                            "v1",
                            elsewhere.choices().revision()))
                    .isTrue();
        }
        for (String subject : List.of("person:Anna", "pair:Anna + Ben", "photo:" + hash)) {
            HttpResponse<String> made = service.change(
                    "POST",
                    "/api/choices",
                    "{\"stance\":\"favourite\",\"subject\":\"%s\",\"note\":\"\"}".formatted(subject));
            hersSaid.add(json(made).get("id").asLong());
        }
        tellOf(photo);
        elsewhere.albums().replace("folders", List.of(new AlbumFound("/of her", "Of Anna", "", false, List.of(photo))));
        album = elsewhere.albums().list().getFirst().id();
        assertThat(service.change("POST", "/api/memories", "{\"words\":\"Anna in May\"}")
                        .statusCode())
                .isEqualTo(422);
        herWork = json(service.change("POST", "/api/memories/%s/films/happy/medium".formatted(HERS), ""))
                .at("/job/id")
                .asLong();
        assertThat(tellingHer(""))
                .as("before she is hidden")
                .contains(
                        "/api/people",
                        "/api/people/{person}",
                        "/api/pairs",
                        "/api/choices",
                        "/api/shares",
                        "/api/memories",
                        "/api/albums",
                        "/api/albums/{album}",
                        "/api/search",
                        "/api/descriptions",
                        "/api/assets/{asset}");
        session = service.lock(PASSWORD);
        assertThat(change("PATCH", "/api/people/" + anna.id(), "{\"hidden\":true}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void tellOf(long photo) throws IOException {
        LocalDate day = LocalDate.of(2024, 5, 3);
        Memory memory = new Memory(
                HERS,
                "person",
                "Anna",
                "May 2024",
                day,
                day,
                1,
                0.4,
                List.of(new Shot(photo, Shot.Role.BODY, "Anna is sharp")),
                "1");
        elsewhere.memories().put(List.of(memory), elsewhere.choices().revision());
        Path film = folder.resolve("library/films").resolve(HERS + ".gentle.medium.mp4");
        Files.writeString(film, "a film of her");
        assertThat(Withdrawal.rendered(elsewhere, film, memory, List.of(), Locale.ENGLISH)
                        .withdrawnBecause())
                .isEmpty();
        assertThat(service.change(
                                "POST",
                                "/api/shares",
                                "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"password\":\"\",\"views\":0}"
                                        .formatted(HERS))
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void stop() {
        elsewhere.close();
        service.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> get(String path) {
        return service.get(path, "Cookie", session);
    }

    private HttpResponse<String> change(String method, String path, String body) {
        return service.change(method, path, body, "Cookie", session);
    }

    private void prove() {
        assertThat(change("POST", "/api/session/again", "{\"password\":\"%s\"}".formatted(PASSWORD))
                        .statusCode())
                .isEqualTo(204);
    }

    /** The operations that read JSON and whose answers name her, or her photo. */
    private List<String> tellingHer(String cookie) {
        Map<String, List<String>> named = Map.of(
                "album", List.of(Long.toString(album)),
                "asset", List.of(Long.toString(service.assets.getFirst().id())),
                "person", List.of(Long.toString(anna.id()), Long.toString(ben.id())),
                "memory", List.of(HERS, TestServer.MEMORY),
                "job", List.of("1", "2", "3", "4"),
                "month", List.of("2024-05"),
                "mood", List.of("gentle"),
                "length", List.of("medium"),
                "secret", List.of("a".repeat(32)),
                "backup", List.of("asked.zip"));
        List<String> telling = new ArrayList<>();
        json(service.get("/api/openapi.json", "Cookie", cookie))
                .get("paths")
                .properties()
                .forEach(path -> {
                    // The description itself tells of an Anna in an example.
                    if (path.getValue().at("/get/responses/200").has("content")
                            && !path.getKey().equals("/api/openapi.json")) {
                        for (String address : addresses(path.getKey(), named)) {
                            String told = service.get(address, "Cookie", cookie).body();
                            if (told.contains(Anna.NAME) || told.contains(hash)) {
                                telling.add(path.getKey());
                            }
                        }
                    }
                });
        return telling.stream().distinct().toList();
    }

    private static List<String> addresses(String path, Map<String, List<String>> named) {
        int open = path.indexOf('{');
        if (open < 0) {
            if (path.startsWith("/api/search")) {
                // Not by her whole name, which the answer repeats.
                String begun = Anna.NAME.substring(0, 3);
                return List.of(path, path + "?words=" + begun, path + "?typing=true&words=" + begun);
            }
            if (path.equals("/api/descriptions")) {
                return List.of(path + "?assets=" + String.join(",", named.getOrDefault("asset", List.of())));
            }
            String area = path.startsWith("/api/map/") ? "?area=-180,-90,180,90&zoom=3" : "";
            return List.of(path.equals("/api/people") ? path + "?all=true" : path + area);
        }
        String name = path.substring(open + 1, path.indexOf('}'));
        assertThat(named).containsKey(name);
        List<String> addresses = new ArrayList<>();
        for (String value : named.get(name)) {
            addresses.addAll(addresses(path.replace("{" + name + "}", value), named));
        }
        return addresses;
    }

    @Test
    void isToldNothingOfHer() {
        assertThat(tellingHer(session)).isEmpty();
        assertThat(json(get("/api/choices")).get("choices")).isEmpty();
        assertThat(json(get("/api/choices")).get("hidden").asInt()).isEqualTo(3);
        assertThat(json(get("/api/shares")).get("shares")).isEmpty();
        assertThat(json(get("/api/shares")).get("hidden").asInt()).isEqualTo(1);
    }

    @Test
    void isToldAllWhenThePasswordWasGivenAgainAndMayNotKeepIt() {
        prove();
        for (String path : List.of("/api/choices", "/api/shares")) {
            HttpResponse<String> told = get(path);
            assertThat(told.body()).as(path).contains(Anna.NAME);
            assertThat(told.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            assertThat(json(told).get("hidden").asInt()).isZero();
        }
        assertThat(get("/api/jobs/" + herWork).body()).contains(HERS);
    }

    @Test
    void doesNotJoinHerWithAnother() {
        for (List<Anna> two : List.of(List.of(anna, ben), List.of(ben, anna))) {
            HttpResponse<String> refused = change(
                    "POST",
                    "/api/people/%d/merge".formatted(two.getFirst().id()),
                    "{\"other\":%d}".formatted(two.getLast().id()));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain(Anna.NAME);
        }
        assertThat(elsewhere.people().all()).hasSize(2);
        assertThat(elsewhere.people().find(ben.id()))
                .hasValueSatisfying(person -> assertThat(person.hidden()).isFalse());
        assertThat(json(get("/api/people?all=true")).get("people")).hasSize(1);
    }

    @Test
    void decidesNothingAboutHer() {
        List<Choice> before = elsewhere.choices().all();
        for (String subject : List.of("person:#" + anna.id(), "pair:#%d + Ben".formatted(anna.id()), "photo:" + hash)) {
            assertThat(postChoice(subject).statusCode()).as(subject).isEqualTo(403);
        }
        assertThat(postChoice("person:Anna").body())
                .as("nobody of her name is known")
                .isEqualTo(postChoice("person:Emma").body().replace("Emma", "Anna"));
        for (long choice : hersSaid) {
            assertThat(change("DELETE", "/api/choices/" + choice, "").statusCode())
                    .isEqualTo(403);
        }
        assertThat(elsewhere.choices().all()).isEqualTo(before);
        assertThat(postChoice("person:Ben").statusCode()).isEqualTo(200);
        prove();
        assertThat(postChoice("person:Anna").statusCode()).isEqualTo(200);
        assertThat(elsewhere.choices().all())
                .anyMatch(choice -> choice.stance() == Choice.Stance.LESS
                        && choice.subject().equals(new Subject.OfPerson(anna.id())));
    }

    private HttpResponse<String> postChoice(String subject) {
        return change(
                "POST", "/api/choices", "{\"stance\":\"less\",\"subject\":\"%s\",\"note\":\"\"}".formatted(subject));
    }
}
