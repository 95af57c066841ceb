package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures that are found by an encoder of the owner's, which a script stands in for. */
final class EncoderTest {
    private static final String LOOKS_UP =
            "while read -r line; do echo '{\"ok\":true,\"vector\":[0,1,0,0,0,0,0,0]}'; done";

    @TempDir
    Path folder;

    private TestServer service;
    private DurableFile<Settings> settings;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(
                folder, new OneScript(new TestServer.Echo(folder.resolve("told.txt")), Program.Part.ENCODER, LOOKS_UP));
        settings =
                new DurableFile<>(folder.resolve("library").resolve("settings.json"), Settings.class, Settings.INITIAL);
        settings.update(now -> now.withEncoder(Optional.of(new Settings.Encoder("/encoder", "v1"))));
        try (Catalog catalog = Catalog.open(folder.resolve("library").resolve("catalog.db"))) {
            catalog.encodings().write(photo(0), new byte[] {100, 20, 0, 0, 0, 0, 0, 0}, "v1");
            catalog.encodings().write(photo(1), new byte[] {20, 100, 0, 0, 0, 0, 0, 0}, "v1");
            catalog.encodings().write(service.hiddenAsset, new byte[] {0, 127, 0, 0, 0, 0, 0, 0}, "v1");
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private long photo(int number) {
        return service.assets.get(number).id();
    }

    private JsonNode find(String words, boolean meant) {
        return json(service.get("/api/search?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + "&typing=true&meant=" + meant));
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static List<Long> pictures(JsonNode found) {
        List<Long> ids = new ArrayList<>();
        found.get("pictures").forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    private void untilFound(String words) throws Exception {
        Patience.until("it looks alike", () -> pictures(find(words, true)).equals(List.of(photo(1))));
    }

    @Test
    void whatIsMeantIsFoundOnceNobodyTypes() throws Exception {
        Patience.until(
                "there is more to find",
                () -> find("splashing children", false).get("deeper").asBoolean());
        assertThat(pictures(find("splashing children", false))).isEmpty();
        untilFound("splashing children");
        JsonNode found = find("splashing children", false);
        assertThat(found.get("deeper").asBoolean()).isFalse();
        assertThat(found.get("byWords").asInt()).isZero();
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.get("unknown")).isEmpty();
        assertThat(pictures(find("Lisbon", true))).containsExactly(photo(1), photo(0));
    }

    @Test
    void whatIsHiddenIsNeverFound() throws Exception {
        untilFound("splashing children");
        service.hide(1);
        assertThat(pictures(find("splashing children", true))).doesNotContain(photo(1), service.hiddenAsset);
    }

    @Test
    void nothingIsFoundByAnotherEncoderOrNone() throws Exception {
        untilFound("splashing children");
        settings.update(now -> now.withEncoder(Optional.of(new Settings.Encoder("/encoder", "v2"))));
        Patience.until(
                "nothing is left",
                () -> pictures(find("splashing children", true)).isEmpty());
        settings.update(now -> now.withEncoder(Optional.empty()));
        assertThat(find("splashing children", true).at("/deeper").asBoolean()).isFalse();
    }

    @Test
    void theFolderIsToldToACommandOfItsOwn() throws IOException {
        JsonNode told = json(service.get("/api/encoder"));
        assertThat(told.get("folder").asString()).isEqualTo("/encoder");
        assertThat(told.get("seen").asInt()).isEqualTo(3);
        // Which fails here, as every command does.
        assertThat(service.change("PUT", "/api/encoder", "{\"folder\":\" /a folder; rm -rf / \"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(service.change("DELETE", "/api/encoder", "").statusCode()).isEqualTo(422);
        assertThat(Files.readString(service.told))
                .contains("\"useencoder\"", "\"/a folder; rm -rf /\"", "\"dropencoder\"");
    }
}
