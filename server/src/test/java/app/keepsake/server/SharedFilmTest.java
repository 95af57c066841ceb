package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.server.internal.share.Shares;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A link shows one film, as it was. */
final class SharedFilmTest {
    private static final String MEMORY = "/api/memories/" + TestServer.MEMORY;
    private static final String OLD = new String(TestServer.FILM_BYTES, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private TestServer service;
    private long first;
    private long second;
    private String link;
    private String ticket;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        first = service.assets.getFirst().id();
        second = service.assets.getLast().id();
        link = share();
        ticket = TestServer.cookie(service.change("POST", link, "{\"password\":\"\"}"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private String share() {
        HttpResponse<String> made = service.change(
                "POST",
                "/api/shares",
                "{\"memory\":\"%s\",\"mood\":\"gentle\",\"length\":\"medium\",\"days\":1,\"password\":\"\",\"views\":0}"
                        .formatted(TestServer.MEMORY));
        return "/api/shared/" + json(made).get("path").asString().substring("/s/".length());
    }

    private HttpResponse<String> film() {
        return service.get(link + "/film", "Cookie", ticket);
    }

    private JsonNode edit(Object... shots) {
        return json(service.change(
                "PUT",
                MEMORY + "/edit",
                "{\"title\":\"\",\"subtitle\":\"May 2024\",\"mood\":\"\",\"piece\":0,\"music\":\"\",\"shots\":%s}"
                        .formatted(List.of(shots))));
    }

    private String shows() {
        return json(service.get("/api/shares")).at("/shares/0/shows").asString();
    }

    private HttpResponse<String> neverShow(int photo) {
        return service.change(
                "POST",
                "/api/choices",
                "{\"stance\":\"never\",\"subject\":\"photo:%s\",\"note\":\"\"}"
                        .formatted(service.assets.get(photo).hash()));
    }

    @Test
    void keepsTheFilmAsItWasWhenTheMemoryIsEdited() throws IOException {
        assertThat(film().body()).isEqualTo(OLD);
        assertThat(json(service.get(MEMORY)).get("earlierLinks").asInt()).isZero();
        assertThat(edit(first).get("earlierLinks").asInt())
                .as("whoever edits is told")
                .isEqualTo(1);
        assertThat(json(service.get(MEMORY)).get("earlierLinks").asInt()).isEqualTo(1);
        assertThat(film().body()).isEqualTo(OLD);
        service.render("a film of one photo");
        assertThat(service.get(TestServer.FILM).body()).isEqualTo("a film of one photo");
        assertThat(film().body()).isEqualTo(OLD);
        assertThat(shows()).isEqualTo("before");

        String other = share();
        String ticketOfOther = TestServer.cookie(service.change("POST", other, "{\"password\":\"\"}"));
        assertThat(service.get(other + "/film", "Cookie", ticketOfOther).body()).isEqualTo("a film of one photo");
        assertThat(json(service.get("/api/status")).get("films").asInt())
                .as("what is kept for links is no film of its own")
                .isEqualTo(1);
        service.startAgain("127.0.0.1");
        String again = TestServer.cookie(service.change("POST", link, "{\"password\":\"\"}"));
        assertThat(service.get(link + "/film", "Cookie", again).body()).isEqualTo(OLD);
    }

    @Test
    void showsNothingWhileAPhotoInItIsHiddenThatTheMemoryHasNoMore() throws IOException {
        JsonNode ignored = edit(first);
        service.render("a film of one photo");
        HttpResponse<String> choice = neverShow(1);
        assertThat(film().statusCode()).isEqualTo(404);
        assertThat(service.get(link).statusCode()).isEqualTo(404);
        assertThat(service.change("POST", link, "{\"password\":\"\"}").statusCode())
                .isEqualTo(404);
        assertThat(shows()).isEqualTo("nothing");
        String taken = "/api/choices/" + json(choice).get("id").asLong();
        assertThat(service.change("DELETE", taken, "").statusCode()).isEqualTo(204);
        assertThat(film().body()).isEqualTo(OLD);
    }

    @Test
    void showsNothingAsSoonAsAnotherProcessHidesAPhotoInIt() {
        service.hide(0);
        assertThat(film().statusCode()).isEqualTo(404);
        assertThat(shows()).isEqualTo("nothing");
    }

    @Test
    void isForgottenWithTheLink() throws IOException {
        String id = json(service.get("/api/shares")).at("/shares/0/id").asString();
        assertThat(service.keptForLinks()).containsExactly(id + ".mp4");
        assertThat(service.change("DELETE", "/api/shares/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(service.keptForLinks()).isEmpty();
        assertThat(film().statusCode()).isEqualTo(404);
        assertThat(service.get(TestServer.FILM).body()).as("the memory's own").isEqualTo(OLD);
    }

    @Test
    void leavesNothingOfALinkThatWasNotMade() throws IOException {
        Files.writeString(folder.resolve("library").resolve("shared").resolve("a".repeat(64) + ".mp4"), "cut off");
        service.startAgain("127.0.0.1");
        assertThat(service.keptForLinks()).hasSize(1).doesNotContain("a".repeat(64) + ".mp4");
    }

    @Test
    void isStillThereWhenTheLinksCouldNotBeReadForAWhile() throws IOException {
        Path links = folder.resolve("library").resolve("shares.json");
        byte[] kept = Files.readAllBytes(links);
        Files.writeString(links, "garbage");
        service.startAgain("127.0.0.1");
        assertThat(film().statusCode()).isEqualTo(404);
        assertThat(json(service.get("/api/shares")).get("shares")).isEmpty();
        try (DirectoryStream<Path> aside =
                Files.newDirectoryStream(links.getParent(), links.getFileName() + ".unreadable-*")) {
            for (Path one : aside) {
                Files.delete(one);
            }
        }
        Files.write(links, kept);
        service.startAgain("127.0.0.1");
        String again = TestServer.cookie(service.change("POST", link, "{\"password\":\"\"}"));
        assertThat(service.get(link + "/film", "Cookie", again).body()).isEqualTo(OLD);
    }

    /** The memory is edited, and its film rendered anew, after whoever shares it found the film. */
    @Test
    void isNotMadeOfAnotherFilmThanWasFound() throws IOException {
        Path library = folder.resolve("library");
        Path links = Files.createDirectories(folder.resolve("links"));
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            MayShow mayShow = new MayShow(catalog, Locale.ENGLISH);
            Memory found = new Retelling(catalog, () -> Locale.ENGLISH, mayShow)
                    .find(TestServer.MEMORY)
                    .orElseThrow();
            JsonNode ignored = edit(first);
            service.render("a film of one photo");
            Shares shares = new Shares(
                    new DurableFile<>(folder.resolve("links.json"), Shares.Kept.class, Shares.Kept.NONE),
                    catalog,
                    mayShow,
                    () -> Locale.ENGLISH,
                    links,
                    Clock.systemUTC());
            Path film = library.resolve("films").resolve(TestServer.MEMORY + ".gentle.medium.mp4");
            assertThat(shares.add(
                            found,
                            film,
                            "gentle",
                            "medium",
                            new Shares.Terms(Duration.ofDays(1), "", -1, first, false)))
                    .isEmpty();
            assertThat(shares.all()).isEmpty();
            assertThat(links).isEmptyDirectory();
            assertThat(catalog.memories().films())
                    .noneMatch(known -> known.path().startsWith(links));
        }
    }
}
