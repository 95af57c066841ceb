package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a catalog on a server can meet. */
final class PostgresCatalogTest {
    @TempDir
    Path folder;

    private PostgresServer server;

    @BeforeEach
    void findServer() {
        server = Engine.server();
    }

    private String address() throws IOException {
        return Files.readString(folder.resolve(CatalogLocation.SETTINGS)).substring("catalog = ".length());
    }

    @Test
    void theTablesAreThoseOfTheFile() throws SQLException, IOException {
        Engine.POSTGRESQL.newCatalog(folder);
        Path file = folder.resolve("keepsake.db");
        Catalog.open(file).close();
        assertThat(columns(address())).isEqualTo(columns("jdbc:sqlite:" + file)).hasSizeGreaterThan(50);
    }

    /** All columns with whether they may be null, but for what others keep in tables, and the jobs. */
    private static TreeSet<String> columns(String address) throws SQLException {
        TreeSet<String> columns = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(address);
                ResultSet row = connection
                        .getMetaData()
                        .getColumns(null, address.contains("postgresql") ? "public" : null, null, null)) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME");
                if (!table.matches("(flyway|sqlite|scheduled_tasks|job_outcome).*")) {
                    // SQLite's driver takes a key's column for one that may be null.
                    String column = row.getString("COLUMN_NAME");
                    boolean nullable = row.getInt("NULLABLE") == DatabaseMetaData.columnNullable
                            && !List.of("id", "path", "asset_id", "face_id").contains(column);
                    columns.add((table + "." + column + (nullable ? "" : " NOT NULL")).toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    @Test
    void aServerThatRestartedIsFoundAgain() throws IOException, InterruptedException {
        try (Catalog catalog = Catalog.open(Engine.POSTGRESQL.newCatalog(folder))) {
            catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("food"), "");
            server.restart();
            assertThat(catalog.choices().all()).hasSize(1);
        }
    }

    @Test
    void severalWritersNoteFilesOfTheSameContentAndTheSameWordsAtOnce() throws Exception {
        CatalogLocation place = Engine.POSTGRESQL.newCatalog(folder);
        int files = 40;
        try (Catalog catalog = Catalog.open(place);
                Indexing indexing = catalog.beginIndexing()) {
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<Asset>> added = new ArrayList<>();
                for (int i = 0; i < files; i++) {
                    Path file = folder.resolve(i + ".jpg");
                    ContentHash hash = Samples.hash("content " + i / 4);
                    added.add(threads.submit(() -> indexing.add(
                            file,
                            Samples.stamp(1),
                            hash,
                            Samples.facts(Samples.NOON),
                            "m1",
                            Samples.findings(List.of(Samples.face(0.1), Samples.face(0.6)), "v1"))));
                }
                for (Future<Asset> one : added) {
                    one.get();
                }
            }
            List<AssetView> all = new ArrayList<>();
            catalog.assets().each(all::add);
            assertThat(all).hasSize(files / 4).allSatisfy(view -> {
                assertThat(view.files()).hasSize(4);
                assertThat(view.faces()).hasSize(2);
                assertThat(view.tags()).hasSize(2);
            });
        }
    }

    @Test
    void aTextWithAZeroInItIsKeptWithoutIt() {
        try (Catalog catalog = Catalog.open(Engine.POSTGRESQL.newCatalog(folder))) {
            long id = catalog.people().create(false).id();
            catalog.people().name(id, "An\0na");
            assertThat(catalog.people().find(id).orElseThrow().name()).contains("Anna");
        }
    }

    @Test
    void aCatalogOfANewerVersionIsLeftAlone() throws SQLException, IOException {
        CatalogLocation place = Engine.POSTGRESQL.newCatalog(folder);
        try (Connection connection = DriverManager.getConnection(address());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET version = '99'");
        }
        assertThatThrownBy(() -> Catalog.open(place))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("newer Keepsake")
                .hasMessageContaining("99")
                .hasMessageContaining("keepsake restore");
    }

    @Test
    void whatIsWrongWithAnAddressIsToldWithoutThePassword() throws IOException {
        Engine.POSTGRESQL.newCatalog(folder);
        String good = address();
        assertRefused(good.replace("password=throwaway", "password=geheim"), "lets nobody in");
        assertRefused(good.replace("/library", "/nowhere"), "does not exist");
        assertRefused("jdbc:postgresql://127.0.0.1:1/library?password=geheim", "cannot be reached");
        assertRefused("jdbc:postgresql://127.0.0.1:many/library?password=geheim", "cannot be understood");
        assertRefused("mysql://somewhere?password=geheim", "must begin with");
    }

    private void assertRefused(String address, String why) throws IOException {
        Files.writeString(folder.resolve(CatalogLocation.SETTINGS), "catalog = " + address);
        assertThatThrownBy(() -> Catalog.open(CatalogLocation.of(folder)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void thePasswordMayLieInAFileOfPostgres() throws IOException {
        Engine.POSTGRESQL.newCatalog(folder);
        String secret = "&password=throwaway";
        String address = address();
        assertThat(address).contains(secret);
        Path passwords = Files.writeString(folder.resolve("pgpass"), "127.0.0.1:*:*:keepsake:throwaway");
        String setting = "org.postgresql.pgpassfile";
        System.setProperty(setting, passwords.toString());
        try (Catalog catalog = Catalog.open(new CatalogLocation.OnServer(address.replace(secret, "")))) {
            assertThat(catalog.choices().all()).isEmpty();
        } finally {
            System.clearProperty(setting);
        }
    }

    @Test
    void anUnknownSettingIsNamed() throws IOException {
        Files.writeString(folder.resolve(CatalogLocation.SETTINGS), "katalog = jdbc:postgresql://host/db");
        assertThatThrownBy(() -> CatalogLocation.of(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("katalog")
                .hasMessageContaining(folder.toString());
    }
}
