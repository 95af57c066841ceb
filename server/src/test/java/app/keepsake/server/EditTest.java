package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the user changes of a memory, over a real socket. */
final class EditTest {
    private static final String MEMORY = "/api/memories/" + TestServer.MEMORY;
    private static final String EDIT = MEMORY + "/edit";

    @TempDir
    Path folder;

    private TestServer service;
    private long first;
    private long second;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        first = service.assets.getFirst().id();
        second = service.assets.getLast().id();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> edit(String title, String mood, String music, Object... shots) {
        return service.change(
                "PUT",
                EDIT,
                "{\"title\":\"%s\",\"subtitle\":\"May 2024\",\"mood\":\"%s\",\"piece\":0,\"music\":\"%s\",\"shots\":%s}"
                        .formatted(title, mood, music, List.of(shots)));
    }

    private static List<Long> shots(JsonNode memory) {
        List<Long> shots = new ArrayList<>();
        memory.get("shots").forEach(shot -> shots.add(shot.get("asset").asLong()));
        return shots;
    }

    @Test
    void takesEffectAtOnceAndIsTakenBack() {
        assertThat(shots(json(service.get(EDIT)))).containsExactly(second, first);
        JsonNode edited = json(edit("Ours", "happy", "", first, second));
        assertThat(edited.get("edited").asBoolean()).isTrue();
        assertThat(edited.get("toldTitle").asString()).isEqualTo("Lisbon");

        JsonNode memory = json(service.get(MEMORY));
        assertThat(memory.at("/card/title").asString()).isEqualTo("Ours");
        assertThat(memory.at("/card/cover").asLong())
                .as("the first picture is the card's")
                .isEqualTo(first);
        assertThat(shots(memory)).containsExactly(first, second);
        assertThat(json(service.get("/api/memories")).at("/today/0/title").asString())
                .isEqualTo("Ours");
        assertThat(service.get(TestServer.FILM).statusCode())
                .as("it shows what was told")
                .isEqualTo(404);

        assertThat(service.change("DELETE", EDIT, "").statusCode()).isEqualTo(204);
        assertThat(json(service.get(MEMORY)).at("/card/title").asString()).isEqualTo("Lisbon");
        assertThat(service.get(TestServer.FILM).statusCode())
                .as("it shows what is told")
                .isEqualTo(200);
    }

    @Test
    void isNoneWhereNothingDiffers() {
        assertThat(json(edit("Lisbon", "", "", second, first)).get("edited").asBoolean())
                .isFalse();
        assertThat(service.get(TestServer.FILM).statusCode()).isEqualTo(200);
    }

    @Test
    void saysMoreOfSingleShots() {
        String wanted = """
            {"title":"","subtitle":"","mood":"","piece":0,"music":"","shots":[],
             "details":[{"asset":%d,"caption":" At the river ","captioned":true,"hold":"longer"},
                        {"asset":%d,"caption":"","captioned":false,"hold":"usual"}]}""";
        JsonNode edited = json(service.change("PUT", EDIT, wanted.formatted(first, second)));
        assertThat(edited.get("edited").asBoolean()).isTrue();
        assertThat(edited.get("details")).hasSize(1);
        assertThat(edited.at("/details/0/caption").asString()).isEqualTo("At the river");
        assertThat(edited.at("/details/0/hold").asString()).isEqualTo("longer");
        assertThat(service.get(TestServer.FILM).statusCode())
                .as("it shows what was told")
                .isEqualTo(404);
        assertThat(json(edit("", "", "")).get("details")).as("which stays").hasSize(1);
        assertThat(service.change("PUT", EDIT, wanted.formatted(4711, second)).statusCode())
                .isEqualTo(400);
        assertThat(service.change("PUT", EDIT, wanted.formatted(first, second).replace("longer", "for ever"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void captionsThatNameWhoIsHiddenAreNotShown() {
        service.edit(Edit.NONE.detailed(
                Map.of(first, new ShotEdit(Optional.of("With Anna at the river"), ShotEdit.Hold.LONGER))));
        assertThat(json(service.get(EDIT)).at("/details/0/caption").asString()).isEqualTo("With Anna at the river");
        try (Catalog catalog = Catalog.open(folder.resolve("library/catalog.db"))) {
            catalog.people().hide(Anna.appears(catalog, service.hiddenAsset).id(), true);
        }
        JsonNode told = json(service.get(EDIT));
        assertThat(told.at("/details/0/caption").asString()).isEmpty();
        assertThat(told.at("/details/0/hold").asString()).isEqualTo("longer");
    }

    @Test
    void neverBringsBackWhatIsHidden() {
        JsonNode edited = json(edit("", "", "", service.hiddenAsset, first, second));
        assertThat(shots(edited)).containsExactly(first, second);
    }

    @Test
    void makesAnotherFilmOfWhatIsInTheMakingAlready() {
        String film = TestServer.FILM.replace("gentle", "happy");
        long before = job(film);
        assertThat(job(film)).isEqualTo(before);
        assertThat(edit("Ours", "", "", first).statusCode()).isEqualTo(200);
        assertThat(job(film)).isNotEqualTo(before);
    }

    private long job(String film) {
        return JsonMapper.shared()
                .readTree(service.change("POST", film, "").body())
                .at("/job/id")
                .asLong();
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        Path song = Files.writeString(folder.resolve("song.mp3"), "la la");
        watch(folder);
        assertThat(edit("", "sad", "", first).statusCode()).isEqualTo(404);
        assertThat(edit("", "", "", 4711).statusCode()).isEqualTo(400);
        assertThat(edit("", "", "", first, first).statusCode()).isEqualTo(400);
        assertThat(edit("", "", "song.mp3", first).statusCode()).isEqualTo(400);
        assertThat(edit("", "", song.resolveSibling("other.mp3").toString(), first)
                        .statusCode())
                .isEqualTo(400);
        assertThat(edit("a".repeat(300), "", "", first).statusCode()).isEqualTo(400);
        assertThat(json(service.get(EDIT)).get("edited").asBoolean()).isFalse();
        assertThat(json(edit("", "", song.toString(), first)).get("music").asString())
                .isEqualTo(song.toString());
    }

    private void watch(Path watched) {
        assertThat(service.change("POST", "/api/folders", "{\"folder\":\"%s\"}".formatted(watched))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsOfNoOtherFilesWhetherTheyAreThere() throws IOException {
        Path watched = Files.createDirectories(folder.resolve("photos"));
        watch(watched);
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.mp3"), "la la");
        Files.createSymbolicLink(watched.resolve("link.mp3"), elsewhere);
        Files.writeString(watched.resolve("secret.txt"), "secret");
        Files.writeString(watched.resolve(".hidden.mp3"), "la la");
        List<String> answers = new ArrayList<>();
        for (String file : List.of(
                folder + "/nowhere.mp3",
                elsewhere.toString(),
                "/etc/hostname",
                "/etc",
                watched + "/../elsewhere.mp3",
                watched + "/link.mp3",
                watched + "/secret.txt",
                watched + "/.hidden.mp3",
                watched + "/nowhere.mp3")) {
            HttpResponse<String> refused = edit("", "", file, first);
            assertThat(refused.statusCode()).as(file).isEqualTo(400);
            answers.add(refused.body().replace("\\\"" + file + "\\\"", "it"));
        }
        assertThat(answers.stream().distinct()).hasSize(1);
        Path song = Files.writeString(watched.resolve("song.MP3"), "la la");
        assertThat(edit("", "", song.toString(), first).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheMusicThatACommandChose() throws IOException {
        Path song = Files.writeString(folder.resolve("song.mp3"), "la la");
        service.edit(new Edit(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.of(song), List.of()));
        assertThat(json(edit("Ours", "", song.toString(), first)).get("music").asString())
                .isEqualTo(song.toString());
    }

    @Test
    void keepsWhichPhotosMoveUntilItIsSaidAnew() {
        String said = "{\"title\":\"Ours\",\"subtitle\":\"May 2024\",\"mood\":\"\",\"piece\":0,\"music\":\"\","
                + "\"shots\":[],\"motions\":[{\"asset\":%s,\"moves\":%s}]}";
        JsonNode motions =
                json(service.change("PUT", EDIT, said.formatted(first, false))).get("motions");
        assertThat(motions).hasSize(1);
        assertThat(motions.get(0).get("asset").asLong()).isEqualTo(first);
        assertThat(motions.get(0).get("moves").asBoolean()).isFalse();
        assertThat(json(edit("Mine", "", "", first)).get("motions"))
                .as("of clients that know of none")
                .hasSize(1);
        assertThat(json(service.change("PUT", EDIT, said.formatted(first, true)))
                        .get("motions")
                        .get(0)
                        .get("moves")
                        .asBoolean())
                .isTrue();
        assertThat(service.change("PUT", EDIT, said.formatted(987654, true)).statusCode())
                .as("of no photo")
                .isEqualTo(400);
        assertThat(json(service.get(EDIT)).get("shots").get(0).get("live").asBoolean())
                .as("it has no movement to show")
                .isFalse();
    }

    @Test
    void namesTheChaptersOfAFilm() {
        JsonNode chapters = json(service.get(TestServer.FILM + "/chapters")).get("chapters");
        assertThat(chapters).hasSize(2);
        assertThat(chapters.get(1).get("name").asString()).isEqualTo("4 May");
        assertThat(chapters.get(1).get("start").asDouble()).isEqualTo(2.5);
        assertThat(service.get(TestServer.FILM.replace("gentle", "happy") + "/chapters")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void namesTheChaptersOfAFilmInTheMaking() throws Exception {
        String film = "/api/jobs/%d/film".formatted(job(TestServer.FILM.replace("gentle", "happy")));
        Patience.until(
                "its chapters are known", () -> service.get(film + "/chapters").statusCode() != 404);
        JsonNode chapters = json(service.get(film + "/chapters")).get("chapters");
        assertThat(chapters.get(0).get("name").asString()).isEqualTo("Day one");
        assertThat(chapters.get(0).get("end").asDouble()).isEqualTo(1.5);
    }
}
