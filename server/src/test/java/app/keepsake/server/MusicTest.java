package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Edit;
import app.keepsake.media.Sound;
import app.keepsake.media.WaveWriter;
import app.keepsake.operations.music.KeptMusic;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Music of the user's own, over a real socket. The commands of this service fail: what is kept, the test keeps. */
final class MusicTest {
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

    private HttpResponse<String> choose(Path file) {
        return service.change(
                "POST", "/api/music", JsonMapper.shared().writeValueAsString(Map.of("file", file.toString())));
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private KeptMusic.Piece keep() throws IOException {
        Path file = folder.resolve("song.wav");
        WaveWriter.write(new Sound(new float[2 * Sound.RATE * 8]), file);
        return new KeptMusic(folder.resolve("library")).keep(file, "song.wav");
    }

    @Test
    void onlyWhatTheChooserListsIsOpened() throws IOException {
        Path song = Files.writeString(folder.resolve("a song.mp3"), "la la");
        assertThat(choose(song).statusCode()).as("its command fails").isEqualTo(422);
        assertThat(Files.readString(service.told)).contains("\"errand\":\"keepmusic\"", "a song.mp3");
        Files.delete(service.told);
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path link = Files.createSymbolicLink(folder.resolve("link.mp3"), secret);
        Path hidden = Files.writeString(
                Files.createDirectory(folder.resolve(".hidden")).resolve("song.mp3"), "la la");
        Path directory = Files.createDirectory(folder.resolve("folder.mp3"));
        for (Path refused : List.of(secret, link, hidden, directory, Path.of("song.mp3"), Path.of("/dev/song.mp3"))) {
            assertThat(choose(refused).statusCode()).as("%s", refused).isBetween(400, 404);
        }
        assertThat(service.told).doesNotExist();
        assertThat(service.send("POST", "/api/music", "{\"file\":\"" + song + "\"}")
                        .statusCode())
                .as("asked by another page")
                .isEqualTo(403);
    }

    @Test
    void whatIsSentIsNotKeptUnlessItIsMusic() throws IOException {
        assertThat(service.change("PUT", "/api/music/sent?name=run.sh", "echo").statusCode())
                .isEqualTo(400);
        assertThat(service.change("PUT", "/api/music/sent?name=../../x.mp3", "la la")
                        .statusCode())
                .isEqualTo(422);
        assertThat(folder.resolve("x.mp3")).doesNotExist();
        try (Stream<Path> left = Files.list(folder.resolve("library/music"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFilmPlaysWhatIsKeptUntilItIsForgotten() throws IOException {
        KeptMusic.Piece piece = keep();
        JsonNode told = json(service.get("/api/music")).at("/pieces/0");
        assertThat(told.get("name").asString()).isEqualTo("song");
        assertThat(told.get("memories").asInt()).isZero();
        String file = told.get("file").asString();
        String edit = "/api/memories/" + TestServer.MEMORY + "/edit";
        String wanted = "{\"title\":\"\",\"subtitle\":\"\",\"mood\":\"\",\"piece\":0,\"music\":\"%s\",\"shots\":[]}"
                .formatted(file);
        assertThat(json(service.change("PUT", edit, wanted)).get("music").asString())
                .isEqualTo(file);
        assertThat(json(service.get("/api/music")).at("/pieces/0/memories").asInt())
                .isEqualTo(1);
        assertThat(json(service.get("/api/memories/" + TestServer.MEMORY))
                        .get("ownMusic")
                        .asBoolean())
                .isTrue();

        assertThat(service.change("DELETE", "/api/music/" + piece.id(), "").statusCode())
                .isEqualTo(204);
        assertThat(json(service.get(edit)).get("music").asString()).isEmpty();
        assertThat(json(service.get("/api/music")).get("pieces")).isEmpty();
        assertThat(service.change("DELETE", "/api/music/" + piece.id(), "").statusCode())
                .isEqualTo(404);
        assertThat(service.change("PUT", edit, wanted).statusCode())
                .as("what is kept no more")
                .isEqualTo(400);
    }

    @Test
    void whatACommandChoseMayStay() {
        Path song = folder.resolve("elsewhere.mp3");
        service.edit(new Edit(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.of(song), List.of()));
        assertThat(json(service.get("/api/music")).get("pieces")).isEmpty();
        assertThat(json(service.get("/api/memories/" + TestServer.MEMORY))
                        .get("ownMusic")
                        .asBoolean())
                .isTrue();
    }
}
