package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AlbumFound;
import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AlbumsTest {
    @TempDir
    Path folder;

    private TestServer service;
    private long first;
    private long second;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        first = service.assets.get(0).id();
        second = service.assets.get(1).id();
        try (Catalog catalog = catalog()) {
            catalog.albums()
                    .replace(
                            "folders",
                            List.of(
                                    new AlbumFound(
                                            "/p/a",
                                            "Lissabon",
                                            "Im Mai",
                                            true,
                                            List.of(first, second, service.hiddenAsset)),
                                    new AlbumFound("/p/b", "Eins", "", false, List.of(first)),
                                    new AlbumFound("/p/c", "Verborgen", "", false, List.of(service.hiddenAsset))));
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Catalog catalog() {
        return Catalog.open(folder.resolve("library/catalog.db"));
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode album(String title) {
        return get("/api/albums")
                .get("albums")
                .valueStream()
                .filter(one -> one.get("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsOfAlbumsWithoutWhatIsHidden() {
        JsonNode all = get("/api/albums").get("albums");
        assertThat(all.valueStream().map(one -> one.get("title").asString())).containsExactly("Lissabon", "Eins");
        JsonNode album = all.get(0);
        assertThat(album.get("count").asInt()).isEqualTo(2);
        assertThat(album.get("shared").asBoolean()).isTrue();
        assertThat(album.get("firstDay").asString()).isEqualTo("2024-05-03");
        assertThat(album.get("lastDay").asString()).isEqualTo("2024-05-04");
        assertThat(album.get("cover").asLong()).isEqualTo(first);

        JsonNode full = get("/api/albums/" + album.get("id").asLong());
        assertThat(full.get("card")).isEqualTo(album);
        assertThat(full.at("/card/description").asString()).isEqualTo("Im Mai");
        assertThat(full.get("assets").valueStream().map(JsonNode::asLong)).containsExactly(first, second);
    }

    @Test
    void whatIsSaidCountsAtOnce() {
        long id = album("Lissabon").get("id").asLong();
        String hash = service.assets.getFirst().hash().toString();
        assertThat(service.change(
                                "POST",
                                "/api/choices",
                                "{\"stance\":\"never\",\"subject\":\"photo:%s\",\"note\":\"\"}".formatted(hash))
                        .statusCode())
                .isEqualTo(200);

        assertThat(album("Lissabon").get("count").asInt()).isEqualTo(1);
        assertThat(album("Lissabon").get("cover").asLong()).isEqualTo(second);
        assertThat(get("/api/albums/" + id).get("assets").valueStream().map(JsonNode::asLong))
                .containsExactly(second);
        assertThat(get("/api/albums").get("albums"))
                .as("one of nothing else is gone")
                .hasSize(1);
    }

    @Test
    void whoIsHiddenIsInNoAlbumAndNamesNone() {
        Anna anna;
        try (Catalog catalog = catalog()) {
            anna = Anna.appears(catalog, second);
            catalog.albums().replace("takeout", List.of(new AlbumFound("a", "Anna wird 9", "", false, List.of(first))));
        }
        assertThat(get("/api/albums").get("albums")).hasSize(3);
        assertThat(service.change("PATCH", "/api/people/" + anna.id(), "{\"hidden\":true}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(album("Lissabon").get("count").asInt()).isEqualTo(1);
        assertThat(get("/api/albums").toString()).doesNotContain("Anna");
    }

    @Test
    void whoIsHiddenIsNamedInNoWay() {
        try (Catalog catalog = catalog()) {
            Anna anna = Anna.appears(catalog, second);
            catalog.people().hide(anna.id(), true);
            List<AlbumFound> found = Stream.of(
                            "Annas Hochzeit", "anna 2019", "Anna\u2019s party", "Annabel", "Ohne sie")
                    .map(title -> new AlbumFound(
                            title, title, title.equals("Ohne sie") ? "Fast ohne Anna" : "", false, List.of(first)))
                    .toList();
            catalog.albums().replace("takeout", found);
        }
        assertThat(get("/api/albums")
                        .get("albums")
                        .valueStream()
                        .map(one -> one.get("title").asString()))
                .contains("Annabel")
                .doesNotContain("Annas Hochzeit", "anna 2019", "Anna\u2019s party", "Ohne sie");
    }

    @Test
    void anAlbumThatIsNotThereIsSaidSo() {
        long hidden;
        try (Catalog catalog = catalog()) {
            hidden = catalog.albums().list().size() + 1L;
        }
        for (String path : List.of("/api/albums/" + hidden, "/api/albums/999", "/api/albums/x")) {
            assertThat(service.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(service.change("POST", path + "/memory", "").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(service.told).doesNotExist();
    }

    @Test
    void aMemoryOfItIsAskedForByNumber() throws IOException {
        long id = album("Lissabon").get("id").asLong();

        HttpResponse<String> refused = service.change("POST", "/api/albums/" + id + "/memory", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("no such thing");
        assertThat(Files.readString(service.told)).contains("\"errand\":\"album\"", "\"album\":" + id);
    }
}
