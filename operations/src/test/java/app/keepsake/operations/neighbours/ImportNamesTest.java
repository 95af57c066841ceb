package app.keepsake.operations.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.People.Correction;
import app.keepsake.operations.people.SettleAtOnce;
import app.keepsake.simulator.Found;
import app.keepsake.simulator.Photo;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A catalog, a folder and a server as the other programs' documents describe them; the programs themselves do not run
 * here.
 */
final class ImportNamesTest {
    @TempDir
    Path folder;

    private Catalog catalog;

    /** Two pictures of one name in two folders, each with two faces, at the left and at the right. */
    @BeforeEach
    void index() throws IOException {
        catalog = Catalog.open(folder.resolve("catalog.db"));
        try (Indexing indexing = catalog.beginIndexing()) {
            AssetFacts facts = Photo.of(1, LocalDateTime.of(2024, 5, 3, 12, 0))
                    .sized(1000, 500)
                    .facts();
            for (String year : List.of("2023", "2024")) {
                Path file = Files.createDirectories(folder.resolve("photos").resolve(year))
                        .resolve("beach.jpg");
                Files.writeString(file, year);
                Findings findings = Found.faces(
                        "v1",
                        AssetFace.detected(new Box(0.1, 0.2, 0.2, 0.3), 0.9),
                        AssetFace.detected(new Box(0.6, 0.2, 0.2, 0.3), 0.9));
                indexing.add(file, new FileStamp(1, 1, 0), ContentHash.of(file), facts, "m1", findings);
            }
        }
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private void assertThatAnnaIsAtTheRightIn2024() throws IOException {
        long anna = catalog.people().named("anna").getFirst().id();
        List<Correction> said = catalog.people().corrections();
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().personId()).isEqualTo(anna);
        assertThat(said.getFirst().hash()).isEqualTo(ContentHash.of(folder.resolve("photos/2024/beach.jpg")));
        assertThat(said.getFirst().box().x()).isEqualTo(0.6);
    }

    @Test
    void readsDigiKamsCatalog() throws IOException, SQLException {
        Path database = folder.resolve("digikam 4.db");
        try (Connection digikam = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = digikam.createStatement()) {
            for (String sql : """
                    CREATE TABLE Albums (id INTEGER PRIMARY KEY, albumRoot INTEGER NOT NULL, relativePath TEXT NOT NULL);
                    CREATE TABLE Images (id INTEGER PRIMARY KEY, album INTEGER, name TEXT NOT NULL, status INTEGER NOT NULL);
                    CREATE TABLE ImageInformation (imageid INTEGER PRIMARY KEY, rating INTEGER);
                    CREATE TABLE ImageTagProperties (imageid INTEGER, tagid INTEGER, property TEXT, value TEXT);
                    CREATE TABLE TagProperties (tagid INTEGER, property TEXT, value TEXT);
                    INSERT INTO Albums VALUES (1, 1, '/2023'), (2, 1, '/2024');
                    INSERT INTO Images VALUES (1, 1, 'beach.jpg', 1), (2, 2, 'beach.jpg', 1), (3, 2, 'gone.jpg', 3);
                    INSERT INTO ImageInformation VALUES (1, 5), (2, 3), (3, 5);
                    INSERT INTO TagProperties VALUES (7, 'person', 'Anna'), (8, 'kfaceId', 'x');
                    INSERT INTO ImageTagProperties VALUES
                        (2, 7, 'tagRegion', '<rect x="610" y="95" width="200" height="160"/>'),
                        (2, 8, 'autodetectedFace', '<rect x="100" y="100" width="200" height="150"/>')
                    """.split(";")) {
                statement.execute(sql);
            }
        }
        ImportNames.Report report =
                new ImportNames(catalog, new SettleAtOnce(catalog, Locale.ENGLISH)).from(DigiKam.read(database));
        assertThat(report).isEqualTo(new ImportNames.Report(1, 1, 1, 0));
        assertThatAnnaIsAtTheRightIn2024();
        ImportNames.Report again =
                new ImportNames(catalog, new SettleAtOnce(catalog, Locale.ENGLISH)).from(DigiKam.read(database));
        assertThat(again.people() + again.favourites()).isZero();
        follows(database);
        assertThatThrownBy(() -> DigiKam.read(folder.resolve("photos/2024/beach.jpg")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("beach.jpg");
    }

    /** Each time what is new; what the user said since then stays. */
    private void follows(Path database) throws IOException, SQLException {
        FollowNeighbours following = new FollowNeighbours(folder);
        SettleAtOnce aftermath = new SettleAtOnce(catalog, Locale.ENGLISH);
        following.follow(database);
        following.follow(database);
        assertThat(following.all()).containsExactly(database);
        assertThat(following.takeOver(database, catalog, aftermath)).isEqualTo(new ImportNames.Report(1, 0, 0, 0));
        catalog.choices().all().forEach(choice -> catalog.choices().remove(choice.id()));
        try (Connection digikam = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = digikam.createStatement()) {
            statement.execute("UPDATE ImageInformation SET rating = 5 WHERE imageid = 2");
        }
        assertThat(new FollowNeighbours(folder).takeOver(database, catalog, aftermath))
                .as("the favourite that was taken back here does not come again")
                .isEqualTo(new ImportNames.Report(0, 0, 1, 0));
        assertThat(catalog.choices().all()).hasSize(1);
        assertThat(following.leave(database)).isTrue();
        assertThat(following.all()).isEmpty();
    }

    @Test
    void takesSomebodyWhoIsTwiceInAPicture() {
        Neighbour neighbour = new Neighbour(
                "immich",
                List.of(
                        new Neighbour.NamedFace("2024/beach.jpg", "Anna", 0.1, 0.2, 0.2, 0.3, 1, 1),
                        new Neighbour.NamedFace("2024/beach.jpg", "Anna", 0.45, 0.2, 0.35, 0.3, 1, 1)),
                List.of());
        assertThat(new ImportNames(catalog, new SettleAtOnce(catalog, Locale.ENGLISH)).from(neighbour))
                .isEqualTo(new ImportNames.Report(2, 1, 0, 0));
        assertThat(catalog.people().corrections()).hasSize(2);
    }

    @Test
    void readsPhotoPrismsSidecars() throws IOException {
        Path sidecars = Files.createDirectories(folder.resolve("sidecar").resolve("2024"));
        Files.writeString(sidecars.resolve("beach.yml"), "UID: pr2xu7\nType: image\nTitle: Beach\nFavorite: true\n");
        Files.writeString(sidecars.resolve("other.yml"), "UID: pr2xu8\nTitle: 'Favorite: true'\n");
        ImportNames.Report report = new ImportNames(catalog, new SettleAtOnce(catalog, Locale.ENGLISH))
                .from(PhotoPrism.read(folder.resolve("sidecar")));
        assertThat(report).isEqualTo(new ImportNames.Report(0, 0, 1, 0));
        assertThat(catalog.choices().all()).hasSize(1);
    }

    @Test
    void asksAnImmichServer() throws IOException, InterruptedException {
        String path = "/usr/src/app/external/2024/beach.jpg";
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = "key".equals(exchange.getRequestHeaders().getFirst("x-api-key"));
            String answer = switch (asked) {
                case "GET /api/people?withHidden=false&size=500&page=1" ->
                    "{\"people\":[{\"id\":\"p1\",\"name\":\"Anna\"},{\"id\":\"p2\",\"name\":\"\"}],\"hasNextPage\":false}";
                case "POST /api/search/metadata" ->
                    "{\"assets\":{\"items\":[%s],\"nextPage\":null}}"
                            .formatted(
                                    body.contains("p1")
                                            ? "{\"id\":\"a1\",\"originalPath\":\"%s\"}".formatted(path)
                                            : "");
                case "GET /api/faces?id=a1" ->
                    "[{\"boundingBoxX1\":610,\"boundingBoxY1\":95,\"boundingBoxX2\":805,\"boundingBoxY2\":255,"
                            + "\"imageWidth\":1000,\"imageHeight\":500,\"person\":{\"id\":\"p1\",\"name\":\"Anna\"}},"
                            + "{\"boundingBoxX1\":100,\"boundingBoxY1\":95,\"boundingBoxX2\":300,\"boundingBoxY2\":255,"
                            + "\"imageWidth\":1000,\"imageHeight\":500,\"person\":{\"id\":\"p2\",\"name\":\"\"}}]";
                default -> "{}";
            };
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            URI uri = URI.create("http://localhost:" + server.getAddress().getPort());
            ImportNames.Report report = new ImportNames(catalog, new SettleAtOnce(catalog, Locale.ENGLISH))
                    .from(new Immich(uri, "key").read());
            assertThat(report).isEqualTo(new ImportNames.Report(1, 1, 0, 0));
            assertThatAnnaIsAtTheRightIn2024();
            assertThatThrownBy(() -> new Immich(uri, "wrong").read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("401");
        } finally {
            server.stop(0);
        }
    }
}
